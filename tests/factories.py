"""Builders that make an object at a state, through the verbs that editors use.

The cast: Erin edits, Rita reviews, Paul publishes, Ada administers (and is a superuser), Vic may
enter the desk and nothing else. `person("erin")` is always the same user.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from profiles.facts import type_of
from profiles.models import (
    Body,
    Capture,
    Citation,
    Claim,
    Company,
    Decision,
    FundingRound,
    Investment,
    Link,
    Person,
    Reason,
    Release,
    Role,
    Source,
    Submission,
)
from profiles.models.history import acting
from profiles.models.submissions import SubmissionStatus
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from profiles.provenance.claims.rulings import accept
from profiles.publishing.actions import publish
from profiles.review.actions import approve, return_with_comments, submit
from tests.made_once import made_once

PASSWORD = "footnote-test"

CAST: dict[str, tuple[str, ...]] = {
    "erin": ("Editor",),
    "emil": ("Editor",),
    "rita": ("Reviewer",),
    "ruth": ("Reviewer",),
    "paul": ("Publisher",),
    "ada": ("Administrator",),
    "vic": (),
}


@made_once
def person(name: str) -> Any:
    """One of the cast, made at the first call; Ada is the superuser."""
    users = get_user_model().objects
    known = users.filter(username=name).first()
    if known:
        return known
    user = users.create_user(
        username=name,
        password=PASSWORD,
        first_name=name.capitalize(),
        is_staff=True,
        is_superuser=name == "ada",
    )
    user.groups.set(Group.objects.filter(name__in=CAST[name]))
    return user


@made_once
def a_source(key: str = "gazette", *, text: str = "", **columns: Any) -> Source:
    """A source with one capture, made by Erin at the first call for this key."""
    columns = {"title": key.replace("-", " ").capitalize(), "publisher": "The Gazette"} | columns
    columns.setdefault("url", f"https://example.org/{key}")
    with acting(by=person("erin")):
        source, is_new = Source.objects.get_or_create(key=key, defaults=columns)
        if is_new:
            Capture.objects.create(source=source, edition="1", seen_at=timezone.now(), text=text)
    return source


@made_once
def a_body(model: type[Body], *, key: str = "", by: Any = None, **columns: Any) -> Any:
    """Any record, signed in its edit history by `by`, by default Erin."""
    body = model(**columns)
    if key:
        body.key = key
    with acting(by=by or person("erin")):
        body.save()
    return body


@made_once
def a_company(key: str = "acme", *, by: Any = None, **columns: Any) -> Company:
    """An uncited company; as it is it can neither be submitted nor seen as a profile."""
    columns = {"name": key.replace("-", " ").title()} | columns
    return a_body(Company, key=key, by=by, **columns)


@made_once
def a_claim(
    body: Body,
    fact: str,
    value: Any = None,
    *,
    source: Source | None = None,
    quote: str = "",
    locator: str = "",
    by: Any = None,
) -> Claim:
    """An open, cited claim; without `value` it claims what the row says."""
    value = str(getattr(body, fact)) if value is None else value
    with acting(by=by or person("erin")):
        claim = assert_value(record=body.record, fact=fact, value=value)
        cite(claim=claim, source=source or a_source(), quote=quote, locator=locator)
    return claim


PLACE = "page 1"


@made_once
def cited(body: Any, *facts: str, source: Source | None = None, by: Any = None) -> Any:
    """The same row with these facts cited and accepted; by default every fact it states."""
    by = by or person("erin")
    for fact, _ in type_of(body).stated(body):
        if fact.prose or (facts and fact.name not in facts):
            continue
        claim = a_claim(body, fact.name, source=source, locator=PLACE, by=by)
        if claim.decision != Decision.ACCEPTED:
            rule(claim, by=by)
    body.refresh_from_db()
    return body


@made_once
def rule(claim: Claim, *, by: Any = None, reason: str = "", note: str = "") -> None:
    """Accept the claim, with a reason that fits unless one is given."""
    has_rivals = Claim.objects.filter(record=claim.record, fact=claim.fact).count() > 1
    reason = reason or (Reason.NEWER if has_rivals else Reason.UNDISPUTED)
    by = by or person("erin")
    with acting(by=by):
        accept(claim=claim, by=by, reason=reason, note=note)


@made_once
def a_cited_profile(key: str = "acme", *, by: Any = None, **columns: Any) -> Company:
    """The smallest profile without a finding: name, founding, headquarters and a website."""
    columns = {"founded": "2019-04", "headquarters": "Paris, France"} | columns
    company = cited(a_company(key, by=by, **columns), by=by)
    link = a_body(Link, company=company, url=f"https://{key}.example", by=by)
    cited(link, by=by)
    return Company.objects.select_related("record").get(pk=company.pk)


@made_once
def a_round(company: Company, label: str = "Series A", *, by: Any = None, **columns: Any) -> Any:
    """A cited funding round."""
    columns = {"date": "2021-06", "amount": "EUR 10000000"} | columns
    return cited(a_body(FundingRound, company=company, label=label, by=by, **columns), by=by)


@made_once
def an_investment(funding_round: FundingRound, investor: Body, *, by: Any = None) -> Investment:
    body = a_body(Investment, round=funding_round, investor=investor.record, by=by)
    return cited(body, "part", by=by)


@made_once
def a_person(key: str = "jane-doe", *, by: Any = None, **columns: Any) -> Person:
    """A cited person."""
    columns = {"name": key.replace("-", " ").title()} | columns
    return cited(a_body(Person, key=key, by=by, **columns), by=by)


@made_once
def a_role(
    company: Company, who: Person | None, title: str = "Chief executive", **columns: Any
) -> Role:
    by = columns.pop("by", None)
    body = a_body(Role, company=company, person=who, title=title, by=by, **columns)
    return cited(body, "title", by=by)


@made_once
def edit(row: Any, /, *, by: Any = None, **columns: Any) -> Any:
    """Save the row with other values, as a form does."""
    for name, value in columns.items():
        setattr(row, name, value)
    with acting(by=by or person("erin")):
        row.save()
    return row


@made_once
def restate(body: Any, fact: str, value: Any, *, by: Any = None) -> Claim:
    """A new cited value, accepted over the old one."""
    claim = a_claim(body, fact, value, source=a_source("newer"), by=by)
    rule(claim, by=by)
    body.refresh_from_db()
    return claim


@made_once
def a_citation(claim: Claim, *, source: Source, quote: str = "", by: Any = None) -> Citation:
    with acting(by=by or person("erin")):
        return cite(claim=claim, source=source, quote=quote)


@made_once
def a_submission(
    company: Company | None = None,
    *,
    state: SubmissionStatus = SubmissionStatus.WAITING,
    by: Any = None,
    note: str = "First profile.",
) -> Submission:
    """Submitted by Erin, decided by Rita, published by Paul, as far as `state` says."""
    company = company or a_cited_profile()
    submission = submit(company=company, by=by or person("erin"), note=note)
    if state == SubmissionStatus.RETURNED:
        return_with_comments(
            submission=submission, by=person("rita"), comment="Cite the founding date."
        )
    if state in (SubmissionStatus.APPROVED, SubmissionStatus.PUBLISHED):
        approve(submission=submission, by=person("rita"), comment="Compared with the sources.")
    if state == SubmissionStatus.PUBLISHED:
        publish(submission=submission, by=person("paul"))
    return Submission.objects.get(pk=submission.pk)


@made_once
def a_release(company: Company | None = None, *, note: str = "First profile.") -> Release:
    """The company's next release; publish another one by changing something first."""
    submission = a_submission(company, state=SubmissionStatus.PUBLISHED, note=note)
    return submission.release
