"""What provenance costs an editor, among 150,000 claims with 300,000 citations."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from profiles.models import Capture, Citation, Claim, Company, Decision, Name, Record, Source
from profiles.provenance.sources.retraction_impact import facts_resting_on, retraction_impact
from tests.benchmarks import Measure, share_of, timed

COMPANIES = share_of(1000)
CLAIMS_EACH = 150
SOURCES = 500
NAMES = 37  # four facts each, and four of the company itself: 152
FACTS = ("name", "use", "since", "until")


def measures() -> list[Measure]:
    call_command("migrate", verbosity=0)
    editor = an_editor()
    cited = captures(SOURCES)
    bare, full = company("bare"), company("full")
    cite([full.record, *names(full, NAMES)], cited, editor)
    names(bare, NAMES)
    _others(cited, editor)
    client = Client(SERVER_NAME="localhost")
    client.force_login(editor)
    source = cited[0].source
    return [
        timed(
            f"150 facts, nothing cited: {_queries(client, bare)} queries", _opening(client, bare)
        ),
        timed(
            f"each with a claim, cited twice: {_queries(client, full)} queries",
            _opening(client, full),
            goal="goal: 1.5×",
        ),
        timed(
            "everything that rests on one source",
            lambda: facts_resting_on(source),
            goal="goal: 0.1×",
            runs=20,
        ),
        timed("what would lose its support with it", lambda: retraction_impact(source), runs=20),
    ]


def an_editor() -> Any:
    """The one who made everything that is measured; several benchmarks share a database."""
    person, _ = get_user_model().objects.get_or_create(
        username="benchmark", defaults={"is_staff": True, "is_superuser": True}
    )
    return person


def _opening(client: Client, company: Company) -> Callable[[], None]:
    address = reverse("admin:profiles_company_change", args=[company.pk])

    def open_form() -> None:
        assert client.get(address).status_code == 200

    return open_form


def _queries(client: Client, company: Company) -> int:
    with CaptureQueriesContext(connection) as found:
        _opening(client, company)()
    return len(found)


def captures(count: int) -> list[Capture]:
    """Of sources that another benchmark may have made already."""
    known = Capture.objects.filter(source__key__startswith="source-").select_related("source")
    if known.count() >= count:
        return list(known[:count])
    sources = [Source(key=f"source-{n}", title=f"Source {n}") for n in range(count)]
    Source.objects.bulk_create(sources)
    now = timezone.now()
    return Capture.objects.bulk_create(
        [Capture(source=source, edition="1", seen_at=now) for source in sources]
    )


def company(key: str) -> Company:
    values: dict[str, Any] = {"founded": "2019-04", "headcount": "100", "total_funding": "EUR 9m"}
    texts = ("tagline", "description", "mission", "headquarters", "address", "work_model")
    company = Company(name=key, **values, **dict.fromkeys(texts, "Some words about it"))
    company.key = key
    company.save()
    return company


def names(company: Company, count: int) -> list[Record]:
    records = [
        Record(kind="name", key=f"{company.key}-{number}", owner=company.record)
        for number in range(count)
    ]
    Record.objects.bulk_create(records)
    Name.objects.bulk_create(
        Name(record=record, subject=company.record, name=record.key, since="2019")
        for record in records
    )
    return records


def cite(records: list[Record], captures: list[Capture], editor: Any) -> None:
    """One claim for each fact, each with two citations."""
    claims = []
    for record in records:
        body: Any = record.body
        facts = FACTS if record.kind == "name" else ("name", "founded", "headcount", "tagline")
        claims += [_claim(record, fact, str(getattr(body, fact)) or "x", editor) for fact in facts]
    _write(claims, captures)


def _others(captures: list[Capture], editor: Any) -> None:
    """Companies with their claims, straight into the tables: nobody opens these."""
    for first in range(0, COMPANIES, 100):
        numbers = range(first, first + 100)
        records = [Record(kind="company", key=f"other-{number}") for number in numbers]
        Record.objects.bulk_create(records)
        Company.objects.bulk_create([Company(record=r, name=r.key) for r in records])
        _write(
            [
                _claim(record, f"fact-{number}", "x", editor)
                for record in records
                for number in range(CLAIMS_EACH)
            ],
            captures,
        )


def _claim(record: Record, fact: str, value: str, editor: Any) -> Claim:
    return Claim(
        record=record,
        fact=fact,
        value=value,
        decision=Decision.ACCEPTED,
        reason="undisputed",
        decided_by=editor,
        decided_at=timezone.now(),
    )


def _write(claims: list[Claim], captures: list[Capture]) -> None:
    Claim.objects.bulk_create(claims, batch_size=2000)
    Citation.objects.bulk_create(
        [
            Citation(claim=claim, capture=captures[(n + copy) % SOURCES], locator=f"line {n}")
            for n, claim in enumerate(claims)
            for copy in (0, 7)
        ],
        batch_size=2000,
    )
