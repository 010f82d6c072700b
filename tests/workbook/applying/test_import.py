"""What an import does to columns, claims and rulings."""

import pytest

from profiles.models import (
    Capture,
    Citation,
    Claim,
    Company,
    FundingRound,
    Investment,
    Record,
    Source,
)
from profiles.workbook.applying.apply import apply_plan, import_workbook
from profiles.workbook.errors import PlanOutdated
from profiles.workbook.planning.plan import Mode, make_plan
from tests.factories import PLACE, a_claim, a_company, a_source, cited, edit, rule
from tests.workbook.books import (
    ACME,
    GAZETTE,
    HERALD,
    book,
    capture,
    claim_row,
    everything,
    history_rows,
)

pytestmark = pytest.mark.django_db

RULED = {"decision": "accepted", "reason": "newer", "note": "The later filing."}


def load(erin, sheets, **options):
    return import_workbook(sheets, by=erin, filename="book.xlsx", **options)


def acme():
    return Company.objects.get(record__key="acme")


def founded():
    """Every claim of the founding date: value, decision, reason."""
    claims = Claim.objects.filter(fact="founded").order_by("value")
    return [(claim.value, claim.decision, claim.reason) for claim in claims]


def twice(erin, sheets, **options):
    """Import, and import again: the second time nothing is to be done."""
    applied = load(erin, sheets, **options)
    before = everything()
    again = load(erin, sheets, **options)
    assert [change for change in again.plan.changes if change.verb != "kept"] == []
    assert everything() == before
    return applied


# --- new records ------------------------------------------------------------------------------


def test_a_profile_arrives_whole(erin):
    applied = twice(
        erin,
        book(
            companies=[
                ACME | {"founded": "Apr 2023"},
                {"key": "fund", "name": "Fund", "form": "fund"},
            ],
            rounds=[{"key": "acme-a", "company": "acme", "label": "A", "amount": "€10 million"}],
            investments=[{"key": "i", "round": "acme-a", "investor": "fund", "part": "Lead"}],
        ),
    )
    investment = Investment.objects.get()
    assert (str(acme().founded), acme().founded_sort.isoformat()) == ("2023-04", "2023-04-01")
    assert (investment.investor.key, investment.part) == ("fund", "lead")
    assert FundingRound.objects.get().amount == "EUR 10000000"
    assert investment.record.owner.key == "acme-a"
    assert applied.counts["companies"].created == 2


def test_every_row_of_history_says_who_and_why(erin):
    load(erin, book(sources=[GAZETTE], companies=[ACME | {"name:source": "gazette"}]))
    for row in (Company, Source, Claim, Citation):
        [history] = row.history.all()
        assert (history.history_user, history.history_change_reason) == (erin, "Import book.xlsx")


def test_the_number_of_history_rows_is_told(erin):
    applied = load(erin, book(sources=[GAZETTE], companies=[ACME | {"name:source": "gazette"}]))
    assert applied.history_rows == sum(history_rows().values()) == 4


def test_columns_and_sheets_come_in_any_order(erin):
    sheets = book(
        roles=[{"title": "CEO", "person": "ann", "company": "acme", "key": "r"}],
        people=[{"name": "Ann", "key": "ann"}],
        Companies=[{"Name": "Acme", " KEY ": "acme"}],
    )
    load(erin, sheets)
    assert set(Record.objects.values_list("kind", "key")) == {
        ("company", "acme"), ("person", "ann"), ("role", "r")
    }  # fmt: skip


def test_a_cell_with_a_source_is_cited_and_accepted(erin):
    cells = {
        "total_funding": "$500+ million",
        "total_funding:source": "gazette",
        "total_funding:locator": "line 3",
        "total_funding:quote": "over $500 million",
        "total_funding:as_of": "mid-2026",
        "total_funding:status": "Confirmed",
    }
    twice(erin, book(sources=[GAZETTE], companies=[ACME | cells]))
    claim, citation = Claim.objects.get(), Citation.objects.get()
    assert (claim.value, claim.printed) == ("USD >=500000000", "$500+ million")
    assert (claim.decision, claim.reason, claim.decided_by) == ("accepted", "undisputed", erin)
    assert (claim.as_of, claim.status) == ("2026-38", "confirmed")
    assert (citation.locator, citation.exact, citation.stance) == (
        "line 3", "over $500 million", "supports"
    )  # fmt: skip
    assert citation.capture.edition == "not archived"


def test_rivals_rulings_and_further_citations_come_from_the_claims_sheet(erin):
    twice(
        erin,
        book(
            sources=[GAZETTE, HERALD],
            companies=[ACME | {"founded": "2023", "founded:source": "gazette"}],
            claims=[
                claim_row("founded", "2023", source="herald", stance="context") | RULED,
                claim_row("founded", "2022", source="herald", decision="rejected", reason="rumour"),
                claim_row("founded", "2021", source="herald", decision="open"),
            ],
        ),
    )
    assert founded() == [
        ("2021", "open", ""), ("2022", "rejected", "rumour"), ("2023", "accepted", "newer")
    ]  # fmt: skip
    claim = Claim.objects.get(value="2023")
    assert claim.note == "The later filing."
    assert [(c.capture.source.key, c.stance) for c in claim.citations.order_by("pk")] == [
        ("gazette", "supports"), ("herald", "context")
    ]  # fmt: skip


def test_accepting_with_a_reason_sets_the_undecided_rival_aside(erin):
    rows = [
        claim_row("founded", "2023", source="gazette") | RULED,
        claim_row("founded", "2022", source="herald"),
    ]
    twice(erin, book(sources=[GAZETTE, HERALD], companies=[ACME], claims=rows))
    assert founded() == [("2022", "rejected", "newer"), ("2023", "accepted", "newer")]
    assert acme().founded == "2023"


def test_the_default_source_cites_what_names_none(erin):
    load(erin, book(sources=[GAZETTE], companies=[ACME]), default_source="gazette")
    assert [claim.fact for claim in Claim.objects.all()] == ["name"]


# --- sources and captures ---------------------------------------------------------------------


def test_sources_arrive_originals_first(erin):
    twice(erin, book(sources=[GAZETTE | {"canonical": "herald"}, HERALD]))
    assert Source.objects.get(key="gazette").canonical.key == "herald"
    assert Source.history.count() == 2


def test_a_blank_cell_says_nothing_and_clear_empties(erin):
    a_source("gazette", author="Ann", note="old")
    edit(a_company("acme"), tagline="old", mission="old")
    twice(
        erin,
        book(
            sources=[{"key": "gazette", "author": "", "note": "(clear)"}],
            companies=[{"key": "acme", "tagline": "(clear)", "mission": ""}],
        ),
    )
    source = Source.objects.get()
    assert (source.author, source.note) == ("Ann", "")
    assert (acme().tagline, acme().mission) == ("", "old")


def test_a_plain_source_key_cites_the_latest_capture_and_an_edition_its_own(erin):
    captures = [
        {"source": "gazette", "edition": "new", "seen_at": "2026-02-01"},
        {"source": "gazette", "edition": "old", "seen_at": "2026-01-01"},
    ]
    cells = {
        "name:source": "gazette",
        "founded": "2023",
        "founded:source": "gazette@old",
    }
    twice(erin, book(sources=[GAZETTE], captures=captures, companies=[ACME | cells]))
    editions = Citation.objects.values_list("claim__fact", "capture__edition")
    assert dict(editions) == {"name": "new", "founded": "old"}


def test_a_later_capture_does_not_cite_by_itself(erin):
    """A plain key is content with the edition that a claim is known from."""
    sheets = book(sources=[GAZETTE], companies=[ACME | {"name:source": "gazette"}])
    load(erin, sheets)
    capture(Source.objects.get(), "later")
    before = everything()
    load(erin, sheets)
    assert everything() == before


# --- values that differ -----------------------------------------------------------------------


def test_an_uncited_value_is_simply_replaced(erin):
    company = a_company("acme", founded="2020")
    version = company.record.version
    applied = twice(erin, book(companies=[{"key": "acme", "founded": "2021"}]))
    assert acme().founded == "2021"
    assert acme().record.version == version + 1
    assert (applied.counts["companies"].changed, Claim.objects.count()) == (1, 0)


def test_an_uncited_value_with_a_source_is_cited_and_accepted(erin):
    a_company("acme", founded="2020")
    cells = {"key": "acme", "founded": "2021", "founded:source": "gazette"}
    twice(erin, book(sources=[GAZETTE], companies=[cells]))
    assert (acme().founded, founded()) == ("2021", [("2021", "accepted", "undisputed")])


def test_a_value_that_differs_from_a_sourced_one_is_proposed(erin):
    cited(a_company("acme", founded="2020"), "founded")
    cells = {"key": "acme", "founded": "2021", "founded:source": "herald"}
    applied = twice(erin, book(sources=[HERALD], companies=[cells]))
    assert acme().founded == "2020"
    assert founded() == [("2020", "accepted", "undisputed"), ("2021", "open", "")]
    assert applied.counts["companies"].proposed == 1
    [rival] = [change for change in applied.plan.changes if change.verb == "rival"]
    assert (rival.sheet, rival.row, rival.column, rival.after) == (
        "companies",
        2,
        "founded",
        "2021",
    )
    assert "becomes a rival claim to rule on" in rival.words


def test_the_default_source_backs_a_rival(erin):
    cited(a_company("acme", founded="2020"), "founded")
    sheets = book(sources=[HERALD], companies=[{"key": "acme", "founded": "2021"}])
    twice(erin, sheets, default_source="herald")
    assert founded() == [("2020", "accepted", "undisputed"), ("2021", "open", "")]


def test_a_claims_row_backs_a_rival_too(erin):
    cited(a_company("acme", founded="2020"), "founded")
    cell, row = {"key": "acme", "founded": "2021"}, claim_row("founded", "2021", source="herald")
    twice(erin, book(sources=[HERALD], companies=[cell], claims=[row]))
    assert founded() == [("2020", "accepted", "undisputed"), ("2021", "open", "")]
    assert acme().founded == "2020"


def test_accept_puts_the_former_value_aside(erin):
    cited(a_company("acme", founded="2020"), "founded")
    cells = {"key": "acme", "founded": "2021", "founded:source": "herald"}
    twice(erin, book(sources=[HERALD], companies=[cells]), mode=Mode.ACCEPT)
    assert acme().founded == "2021"
    assert founded() == [("2020", "rejected", "judgement"), ("2021", "accepted", "judgement")]
    assert Claim.objects.get(value="2021").note == "Imported from book.xlsx."


def test_accept_takes_its_reason_from_the_claims_sheet(erin):
    cited(a_company("acme", founded="2020"), "founded")
    cells = {"key": "acme", "founded": "2021", "founded:source": "herald"}
    row = claim_row("founded", "2021") | RULED
    twice(erin, book(sources=[HERALD], companies=[cells], claims=[row]), mode=Mode.ACCEPT)
    assert founded() == [("2020", "rejected", "newer"), ("2021", "accepted", "newer")]
    assert Claim.objects.get(value="2021").note == "The later filing."


def test_a_value_that_was_not_chosen_stays_so(erin):
    company = cited(a_company("acme", founded="2020"), "founded")
    rule(a_claim(company, "founded", "2021", source=a_source("herald")))
    cells = {
        "key": "acme",
        "founded": "2020",
        "founded:source": "gazette",
        "founded:locator": PLACE,
    }
    applied = twice(erin, book(companies=[cells]))
    assert founded() == [("2020", "rejected", "newer"), ("2021", "accepted", "newer")]
    assert [change.verb for change in applied.plan.changes] == ["kept"]
    assert applied.counts["companies"].unchanged == 1


def test_sources_that_disagree_wait_for_a_ruling(erin):
    company = a_company("acme", founded="2019")
    a_claim(company, "founded", "2020")
    cells = {"key": "acme", "founded": "2021", "founded:source": "herald"}
    twice(erin, book(sources=[HERALD], companies=[cells]))
    assert founded() == [("2020", "open", ""), ("2021", "open", "")]
    assert acme().founded == "2019"


def test_a_ruling_in_the_claims_sheet_decides_open_rivals(erin):
    company = a_company("acme", founded="2019")
    a_claim(company, "founded", "2020")
    twice(erin, book(claims=[claim_row("founded", "2020") | RULED]))
    assert (acme().founded, founded()) == ("2020", [("2020", "accepted", "newer")])


def test_going_back_to_the_cited_value_needs_no_claim(erin):
    edit(cited(a_company("acme", founded="2020"), "founded"), founded="2022")
    twice(erin, book(companies=[{"key": "acme", "founded": "2020"}]))
    assert (acme().founded, founded()) == ("2020", [("2020", "accepted", "undisputed")])


def test_accept_may_reopen_and_clear(erin):
    cited(a_company("acme", founded="2020"), "founded")
    sheets = book(
        companies=[{"key": "acme", "founded": "(clear)"}],
        claims=[claim_row("founded", "2020", decision="open")],
    )
    twice(erin, sheets, mode=Mode.ACCEPT)
    assert (acme().founded, founded()) == ("", [("2020", "open", "")])


def test_what_a_claim_says_of_itself_can_be_amended(erin):
    cited(a_company("acme", founded="2020"), "founded")
    row = claim_row(
        "founded", "2020", as_of="2026-05", status="confirmed", note="From the register."
    )
    applied = twice(erin, book(claims=[row]))
    claim = Claim.objects.get()
    assert (claim.as_of, claim.status, claim.note) == ("2026-05", "confirmed", "From the register.")
    assert claim.decision == "accepted"
    assert applied.counts["claims"].changed == 1


def test_only_touched_records_count_a_version(erin):
    a_company("acme"), a_company("other")
    sheets = book(companies=[ACME | {"tagline": "new"}, {"key": "other", "name": "Other"}])
    load(erin, sheets)
    assert dict(Record.objects.values_list("key", "version")) == {"acme": 2, "other": 1}


# --- all or nothing, and only what was shown --------------------------------------------------


def test_a_confirmed_plan_is_applied_to_what_it_showed(erin):
    edit(a_company("acme"), tagline="old")
    sheets = book(companies=[ACME | {"tagline": "new"}])
    shown = make_plan(sheets, filename="book.xlsx")
    load(erin, sheets, expected_digest=shown.digest)
    assert acme().tagline == "new"


def test_an_edit_since_the_preview_is_not_overwritten(erin):
    company = edit(a_company("acme"), tagline="old")
    sheets = book(companies=[ACME | {"tagline": "new"}])
    shown = make_plan(sheets, filename="book.xlsx")
    edit(company, tagline="edited meanwhile")
    with pytest.raises(PlanOutdated, match="Look at the new preview"):
        load(erin, sheets, expected_digest=shown.digest)
    assert acme().tagline == "edited meanwhile"


def test_other_bytes_or_another_mode_are_another_plan(erin):
    a_company("acme")
    sheets = book(companies=[ACME | {"tagline": "new"}])
    digests = {
        make_plan(sheets).digest,
        make_plan(sheets, mode=Mode.ACCEPT).digest,
        make_plan(book(companies=[ACME | {"tagline": "newer"}])).digest,
    }
    assert len(digests) == 3
    assert make_plan(sheets).digest in digests


def test_a_plan_goes_stale_when_its_records_move(erin):
    company = edit(a_company("acme"), tagline="old")
    plan = make_plan(book(companies=[ACME | {"tagline": "new"}]))
    edit(company, mission="another fact of the same record")
    with pytest.raises(PlanOutdated, match="Nothing was written"):
        apply_plan(plan, by=erin)
    assert acme().tagline == "old"


def test_a_plan_survives_what_has_nothing_to_do_with_it(erin):
    a_company("acme")
    other = a_company("other")
    plan = make_plan(book(companies=[ACME | {"tagline": "new"}]))
    edit(other, mission="elsewhere")
    apply_plan(plan, by=erin)
    assert acme().tagline == "new"


def test_a_failure_half_way_leaves_nothing_behind(erin, monkeypatch):
    """The last thing that is written fails, and the first is gone with it."""
    before = everything()
    monkeypatch.setattr(Citation.history.model.objects, "bulk_create", _fail)
    sheets = book(sources=[GAZETTE], companies=[ACME | {"name:source": "gazette"}])
    with pytest.raises(RuntimeError):
        load(erin, sheets)
    monkeypatch.undo()
    assert everything() == before
    assert Capture.objects.count() == 0


def _fail(*args, **options):
    raise RuntimeError


# --- how much it asks of the database ---------------------------------------------------------


def many(count, founded):
    rows = [
        {"key": f"c{n}", "name": f"C {n}", "founded": founded, "founded:source": "gazette"}
        for n in range(count)
    ]
    return book(sources=[GAZETTE], companies=rows)


def queries(django_assert_max_num_queries, work):
    with django_assert_max_num_queries(10_000) as asked:
        work()
    return len(asked)


@pytest.mark.parametrize("mode", list(Mode))
def test_more_rows_are_not_more_queries(erin, django_assert_max_num_queries, mode):
    """New rows, unchanged ones, and rivals: ten or thirty of them cost the same."""
    asked = []
    for start, count in ((0, 10), (1, 30)):
        counts = []
        for founded_in in ("2020", "2020", "2021"):
            sheets = many(count, founded_in)
            for row in sheets[1].rows:
                row.cells["key"] = f"{start}-{row.cells['key']}"
            counts.append(
                queries(django_assert_max_num_queries, lambda s=sheets: load(erin, s, mode=mode))
            )
        asked.append(counts)
    assert abs(asked[0][0] - asked[1][0]) <= 12  # the first import makes the source as well
    assert asked[0][1] == asked[1][1]
    assert abs(asked[0][2] - asked[1][2]) <= 6  # SQLite takes at most 999 values a query
    assert max(asked[1]) < 90
