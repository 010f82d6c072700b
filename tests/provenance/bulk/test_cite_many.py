"""Many facts, one source: what each citation would do, and all of them or none."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiles.models import Capture, Citation, Claim, Company, Decision, Metric, Section, Source
from profiles.provenance.bulk.cite_many import MOST_ROWS, CitingRefused, PlanOutdated, cite_many
from profiles.provenance.bulk.plan import Effect, RequestedCitation, make_plan
from profiles.provenance.claims.evidence_state import State, evidence_for
from profiles.provenance.quotes.lookup import SourceTexts
from profiles.review.actions import approve, submit
from profiles.review.policies import Refused
from tests.factories import (
    a_body,
    a_citation,
    a_cited_profile,
    a_claim,
    a_company,
    a_source,
    cited,
    edit,
    rule,
)

pytestmark = pytest.mark.django_db

TEXT = "Acme was founded in April 2019. It “employs” 100\u00a0people in Paris, on $5 million."


@pytest.fixture
def acme():
    return a_company(
        "acme", founded="2019-04", headcount="100", headquarters="Paris", tagline="Anvils"
    )


@pytest.fixture
def gazette():
    return a_source("gazette", text=TEXT)


def asked(fact, quote="", *, ref="company/acme", **columns):
    return RequestedCitation(ref, fact, quote=quote, **columns)


def plan_of(source, *rows):
    return make_plan(rows, SourceTexts.of(source))


def row_of(source, *rows):
    return plan_of(source, *rows).rows[-1]


def written():
    return Claim.objects.count(), Citation.objects.count(), Claim.history.count()


# --- the plan -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "quote", "outcome", "rules", "says"),
    [
        ("founded", "founded in April 2019", "exact", "", "agrees"),
        ("headcount", '"employs" 100 people', "normalised",
         "quotation marks, white space", "agrees"),
        ("headcount", "on $5 million", "exact", "", "absent"),
        ("founded", "on $5 million", "exact", "", "absent"),
        ("founded", "founded in May 2018", "missing", "", "absent"),
        ("headcount", "“employs” 250 people", "missing", "", "absent"),
    ],
)  # fmt: skip
def test_each_quote_is_looked_for_in_the_latest_capture(
    acme, gazette, erin, fact, quote, outcome, rules, says
):
    look = row_of(gazette, asked(fact, quote)).look
    assert (look.outcome, look.rules, look.says) == (outcome, rules, says)
    cite_many(asked=[asked(fact, quote)], source=gazette, by=erin, with_missing=True)
    check = Citation.objects.get().checks.get()
    assert (check.outcome, check.rules, check.says) == (outcome, rules, says)


def test_a_quote_that_says_another_value_is_told(acme, gazette):
    edit(acme, headcount="400")
    assert row_of(gazette, asked("headcount", "“employs” 100\u00a0people")).look.says == "disagrees"
    missing = row_of(gazette, asked("headcount", "“employs” 400\u00a0people in Paris")).look
    assert (missing.outcome, missing.says) == ("missing", "disagrees")
    assert missing.instead == '"employs" 100 people in Paris'


def test_a_quote_is_shown_where_it_stands(acme, gazette):
    look = row_of(gazette, asked("founded", "founded in April")).look
    assert (look.before, look.found) == ("Acme was ", "founded in April")
    assert look.after.startswith(" 2019. It")


def test_a_quote_that_only_an_earlier_capture_has_is_elsewhere(acme, gazette, erin):
    Capture.objects.create(source=gazette, edition="2", seen_at=timezone.now(), text="All is new.")
    row = asked("founded", "founded in April 2019")
    look = row_of(gazette, row).look
    assert (look.outcome, look.says) == ("elsewhere", "agrees")
    [citation] = cite_many(asked=[row], source=gazette, by=erin)
    assert citation.capture.edition == "2"
    assert citation.checks.get().outcome == "elsewhere"


def test_bytes_that_were_seen_again_count_with_the_text_that_was_kept(acme, gazette, erin):
    kept = gazette.captures.get()
    Capture.objects.create(
        source=gazette, edition="again", seen_at=timezone.now(), sha256=kept.sha256
    )
    row = asked("founded", "founded in April 2019")
    assert row_of(gazette, row).look.outcome == "exact"
    [citation] = cite_many(asked=[row], source=gazette, by=erin)
    assert (citation.capture.edition, citation.checks.get().outcome) == ("again", "exact")


@pytest.mark.parametrize(
    ("source", "quote", "why"),
    [
        ("gazette", "", "no quote"),
        ("gazette", "19", "the quote is too short"),
        ("herald", "founded in April 2019", "nothing archived"),
    ],
)
def test_what_cannot_be_checked_says_why(acme, gazette, source, quote, why):
    look = row_of(a_source(source), asked("founded", quote)).look
    assert (look.outcome, look.why) == ("", why)


def test_the_value_in_use_is_cited(acme, gazette, erin):
    row = row_of(gazette, asked("founded"))
    assert (row.effect, row.value, row.words) == (Effect.CITES, "2019-04", "April 2019")
    cite_many(asked=[asked("founded", locator="line 1")], source=gazette, by=erin)
    claim = Claim.objects.get()
    assert (claim.decision, claim.reason, claim.decided_by) == ("accepted", "undisputed", erin)
    assert claim.citations.get().locator == "line 1"
    assert evidence_for(acme)["founded"].state == State.CITED


def test_an_open_claim_of_the_value_in_use_is_accepted(acme, gazette, erin):
    claim = a_claim(acme, "founded", source=a_source("herald"))
    assert row_of(gazette, asked("founded")).effect == Effect.CITES
    cite_many(asked=[asked("founded")], source=gazette, by=erin)
    claim.refresh_from_db()
    assert (claim.decision, claim.citations.count()) == (Decision.ACCEPTED, 2)
    assert claim.history.latest().history_change_reason == "Cited 1 fact from gazette"


def test_one_more_source_is_added_to_a_value_that_is_cited(acme, gazette, erin):
    cited(acme, "founded", source=a_source("herald"))
    assert row_of(gazette, asked("founded")).effect == Effect.ADDS
    cite_many(asked=[asked("founded")], source=gazette, by=erin)
    assert Claim.objects.get().citations.count() == 2


@pytest.mark.parametrize(
    ("row", "effect"),
    [
        (asked("founded", "founded in April"), Effect.NOTHING),
        (asked("founded"), Effect.NOTHING),
        (asked("founded", "founded in April 2019"), Effect.ADDS),
    ],
)
def test_a_place_that_is_cited_already_is_left_alone(acme, gazette, row, effect):
    a_citation(
        a_claim(acme, "founded", source=a_source("herald")),
        source=gazette,
        quote="founded in April",
    )
    rule(Claim.objects.get())
    assert row_of(gazette, row).effect == effect


def test_another_value_waits_and_the_one_in_use_stays(acme, gazette, erin):
    cited(acme, "headcount", source=a_source("herald"))
    row = row_of(gazette, asked("headcount", value="250"))
    assert row.effect == Effect.RIVAL
    assert row.sentence == "Beside 100 people: it waits for a decision."
    cite_many(asked=[asked("headcount", value="250")], source=gazette, by=erin)
    assert Claim.objects.get(value="250 people").decision == Decision.OPEN
    assert str(Company.objects.get().headcount) == "100 people"
    assert evidence_for(Company.objects.get())["headcount"].state == State.CONTESTED


def test_another_value_never_takes_the_place_of_an_uncited_or_empty_one(acme, gazette, erin):
    rows = [asked("headcount", value="250"), asked("mission", value="More anvils")]
    plan = plan_of(gazette, *rows)
    assert [row.effect for row in plan.rows] == [Effect.RIVAL, Effect.RIVAL]
    assert "which has no source" in plan.rows[0].sentence
    assert "Nothing is in use" in plan.rows[1].sentence
    cite_many(asked=rows, source=gazette, by=erin)
    company = Company.objects.get()
    assert (str(company.headcount), company.mission) == ("100 people", "")


def test_a_value_that_was_set_aside_stays_so(acme, gazette, erin):
    a_claim(acme, "headcount", "250", source=a_source("herald"))
    rule(a_claim(acme, "headcount", source=a_source("herald")))
    row = asked("headcount", value="250")
    assert row_of(gazette, row).effect == Effect.SET_ASIDE
    cite_many(asked=[row], source=gazette, by=erin)
    claim = Claim.objects.get(value="250 people")
    assert (claim.decision, claim.citations.count()) == (Decision.REJECTED, 2)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (asked("mission"), "Type the value that the source gives"),
        (asked("founded", value="the other day"), "Cannot read"),
        (asked("work_model", value="x" * 3000), "at most"),
        (asked("founded", locator="x" * 101), "The locator has 101 characters; at most 100 fit."),
        (asked("founded", "x" * 1001), "The quote has 1001 characters; at most 1000 fit."),
        (asked("founded", "a\0b"), "character that no text has"),
        (asked("gossip"), "A company has no fact “gossip”. It has: name, tagline"),
        (asked("name", ref="company/nobody"), "No company has the key “nobody”"),
        (asked("name", ref="alien/acme"), "“alien/acme” names no record. Write kind/key"),
        (asked("body", ref="section/acme-story"), "write [^gazette] in its text"),
    ],
)
def test_what_is_refused_says_what_to_do(acme, gazette, erin, row, said):
    a_body(Section, company=acme, heading="Story", body="Once.", key="acme-story")
    refused = row_of(gazette, row)
    assert refused.effect == Effect.REFUSED
    assert said in refused.sentence
    before = written()
    with pytest.raises(CitingRefused, match="1 row is refused"):
        cite_many(asked=[asked("founded"), row], source=gazette, by=erin)
    assert written() == before


def test_rows_for_one_fact_come_one_after_the_other(acme, gazette, erin):
    rows = [
        asked("headcount", locator="line 1"),
        asked("headcount", locator="line 2"),
        asked("headcount", locator="line 2"),
        asked("headcount", value="250"),
        asked("headcount", "more than 200", value="250"),
    ]
    effects = [row.effect for row in plan_of(gazette, *rows).rows]
    assert effects == [Effect.CITES, Effect.ADDS, Effect.NOTHING, Effect.RIVAL, Effect.RIVAL]
    cite_many(asked=rows, source=gazette, by=erin, with_missing=True)
    assert dict(Claim.objects.values_list("value", "decision")) == {
        "100 people": "accepted",
        "250 people": "open",
    }
    assert Citation.objects.count() == 4


# --- all or nothing -------------------------------------------------------------------------------


def test_missing_quotes_are_an_obstacle_until_they_are_wanted(acme, gazette, erin):
    rows = [asked("founded"), asked("headcount", "no such words")]
    with pytest.raises(CitingRefused, match="1 quote is not in the latest capture"):
        cite_many(asked=rows, source=gazette, by=erin)
    assert Claim.objects.count() == 0
    cite_many(asked=rows, source=gazette, by=erin, with_missing=True)
    assert Claim.objects.count() == 2


def test_one_batch_in_edit_history(acme, gazette, erin):
    version = acme.record.version
    cite_many(asked=[asked("founded"), asked("headcount")], source=gazette, by=erin)
    rows = [*Claim.history.all(), *Citation.history.all()]
    assert len(rows) == 4
    assert {(row.history_user, row.history_change_reason) for row in rows} == {
        (erin, "Cited 2 facts from gazette")
    }
    assert len({row.history_date for row in rows}) == 1
    acme.record.refresh_from_db()
    assert acme.record.version > version


def test_a_row_that_fails_in_the_middle_leaves_nothing(acme, gazette, erin):
    """The database itself refuses the second citation."""
    rows = [asked("founded"), asked("headcount", locator="line 1")]
    version = acme.record.version
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER no_line BEFORE INSERT ON profiles_citation "
            "WHEN NEW.locator = 'line 1' BEGIN SELECT RAISE(ABORT, 'no'); END"
            if connection.vendor == "sqlite"
            else "ALTER TABLE profiles_citation ADD CONSTRAINT no_line CHECK (locator <> 'line 1')"
        )
    with pytest.raises(CitingRefused, match="Nothing was written"):
        cite_many(asked=rows, source=gazette, by=erin)
    assert written() == (0, 0, 0)
    acme.record.refresh_from_db()
    assert acme.record.version == version


def test_the_same_plan_is_not_carried_out_twice(acme, gazette, erin):
    rows = [asked("founded", "founded in April"), asked("headcount")]
    seen = plan_of(gazette, *rows).seen
    cite_many(asked=rows, source=gazette, by=erin, seen=seen)
    before = written()
    with pytest.raises(PlanOutdated) as outdated:
        cite_many(asked=rows, source=gazette, by=erin, seen=seen)
    assert written() == before
    assert [row.effect for row in outdated.value.plan.rows] == [Effect.NOTHING, Effect.NOTHING]
    with pytest.raises(CitingRefused, match="nothing to cite"):
        cite_many(asked=rows, source=gazette, by=erin)


def edited(acme, gazette):
    edit(acme, tagline="Feathers")


def claimed(acme, gazette):
    a_claim(acme, "founded", "2018", source=a_source("herald"))


def captured(acme, gazette):
    Capture.objects.create(source=gazette, edition="2", seen_at=timezone.now(), text="All is new.")


def retracted(acme, gazette):
    edit(gazette, standing="retracted", standing_note="Made up")


@pytest.mark.parametrize(
    ("change", "news"),
    [
        (edited, ["", "Its record was edited since.", "Its record was edited since."]),
        (claimed, ["", "Something about it is not as it was checked.", ""]),
        (captured, ["The source has other captures now.",
                    "Something about it is not as it was checked.", ""]),
        (retracted, ["The source is not as it was checked.", "", ""]),
        (lambda acme, gazette: None, None),
    ],
)  # fmt: skip
def test_what_changed_meanwhile_is_named_and_nothing_is_written(acme, gazette, erin, change, news):
    rows = [asked("founded", "founded in April"), asked("headcount")]
    seen = plan_of(gazette, *rows).seen
    change(acme, gazette)
    gazette = Source.objects.get(pk=gazette.pk)
    before = written()
    if news is None:  # the negative control
        assert len(cite_many(asked=rows, source=gazette, by=erin, seen=seen)) == 2
        return
    with pytest.raises(PlanOutdated) as outdated:
        cite_many(asked=rows, source=gazette, by=erin, seen=seen)
    assert list(outdated.value.news) == news
    assert written() == before


def test_other_rows_than_those_that_were_seen_are_not_cited(acme, gazette, erin):
    seen = plan_of(gazette, asked("founded")).seen
    for rows in ([asked("headcount")], [asked("founded"), asked("headcount")]):
        with pytest.raises(PlanOutdated):
            cite_many(asked=rows, source=gazette, by=erin, seen=seen)
    assert Claim.objects.count() == 0


def test_at_most_so_many_at_once(acme, gazette, erin):
    rows = [asked("founded", locator=str(number)) for number in range(MOST_ROWS + 1)]
    with pytest.raises(CitingRefused, match=f"At most {MOST_ROWS} facts at once"):
        cite_many(asked=rows, source=gazette, by=erin)
    assert Claim.objects.count() == 0


def test_a_source_that_is_not_saved_yet_comes_with_the_batch(acme, erin):
    source = Source(key="herald", url="https://herald.example/1")
    assert row_of(source, asked("founded", "in April")).look.why == "nothing archived"
    assert not Source.objects.exists()
    [citation] = cite_many(asked=[asked("founded", "in April")], source=source, by=erin)
    assert citation.capture.source.key == "herald"
    assert Source.history.get().history_change_reason == "Cited 1 fact from herald"


def test_who_cited_cannot_approve(acme, ada, erin):
    """Ada administers, may do anything, and cited one fact in bulk: it is her own change."""
    company = edit(a_cited_profile("brik"), tagline="Bricks")
    cite_many(asked=[asked("tagline", ref="company/brik")], source=a_source("herald"), by=ada)
    submission = submit(company=company, by=erin, note="First profile.")
    assert ada.pk in set(submission.contributors.values_list("pk", flat=True))
    with pytest.raises(Refused):
        approve(submission=submission, by=ada, comment="Fine.")


# --- how much it asks -----------------------------------------------------------------------------


def metrics(company, number):
    return [
        a_body(Metric, company=company, measure="users", value=str(each + 1), key=f"metric-{each}")
        for each in range(number)
    ]


def queries(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_a_plan_asks_as_much_for_many_rows_as_for_few(acme, gazette):
    metrics(acme, 40)
    few, many = (
        [asked("value", "employs", ref=f"metric/metric-{each}") for each in range(number)]
        for number in (2, 40)
    )
    assert queries(lambda: plan_of(gazette, *few)) == queries(lambda: plan_of(gazette, *many))


def test_a_commit_asks_little_more_for_many_rows_than_for_few(acme, gazette, erin):
    metrics(acme, 42)
    few, many = (
        [asked("value", ref=f"metric/metric-{each}") for each in numbers]
        for numbers in (range(2), range(2, 42))
    )
    first = queries(lambda: cite_many(asked=few, source=gazette, by=erin))
    assert queries(lambda: cite_many(asked=many, source=gazette, by=erin)) <= first + 4
    assert Claim.objects.accepted().count() == 42


def test_a_verb_for_one_fact_does_the_same(acme, gazette, erin):
    """The same rows by the single verbs, in the same order, leave the same claims."""
    other = a_company("brik", founded="2019-04", headcount="100")
    for company in (acme, other):
        a_claim(company, "headcount", "250", source=a_source("herald"))
    rows = [asked("founded", "founded in April"), asked("headcount")]
    cite_many(asked=rows, source=gazette, by=erin)
    for row in rows:
        claim = a_claim(other, row.fact, source=gazette, quote=row.quote)
        if not Claim.objects.filter(record=other.pk, fact=row.fact).exclude(pk=claim.pk).exists():
            rule(claim)

    def told(company):
        claims = Claim.objects.filter(record=company.pk).order_by("fact", "value")
        return [
            (c.fact, c.value, c.status, c.decision, c.reason, c.decided_by,
             [(n.capture_id, n.locator, n.exact, n.stance) for n in c.citations.all()],
             [(k.outcome, k.says) for n in c.citations.all() for k in n.checks.all()])
            for c in claims
        ]  # fmt: skip

    assert told(acme) == told(other)
