"""`import(export(x))` changes nothing; into an empty database, it gives an equal export again."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from profiles.models import (
    Citation,
    Claim,
    Faq,
    FundingRound,
    Metric,
    Name,
    Product,
    Section,
    Source,
    Valuation,
)
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.claims.rulings import reject
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.errors import UnknownProfile
from profiles.workbook.exporting.profiles import export_profiles
from profiles.workbook.exporting.writer import as_bytes, write
from profiles.workbook.formats.reader import read_folder, read_workbook
from profiles.workbook.formats.sheets import tidy
from profiles.workbook.planning.plan import Mode, make_plan
from tests.factories import (
    a_body,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    an_investment,
    cited,
    edit,
    person,
    rule,
)
from tests.fuzz import fuzzed
from tests.made_once import made_once
from tests.workbook.books import capture, empty_the_database, everything, told

pytestmark = pytest.mark.django_db

FIXTURE = Path(__file__).parents[3] / "fixtures" / "mistral-ai"
FORMS = ["xlsx", "ods", "zip"]

NASTY = {
    "formula": "=HYPERLINK(\"https://example.org\";\"x\")",
    "plus": "+1 (555) 0100",
    "minus": "-1",
    "at": "@SUM(A1:A9)",
    "two equals": "==1+1",
    "apostrophe": "'=1+1",
    "apostrophes": "''@x",
    "quotes": 'He said “so”, "so", and \'so\'; then, nothing',
    "delimiters": "a;b\tc|d,e",
    "lines": "one\n\n  two  \nthree",
    "two spaces": "a  b   c",
    "right to left": "שלום مرحبا (abc)",
    "emoji": "👩‍🔬 🇫🇷 e\u0301",
    "xml": "<b>&amp; ]]> </b> _x0041_",
    "zeros": "007",
    "number": "1e5",
    "date": "1/2/2023",
    "true": "TRUE",
    "hash": "#REF!",
    "clear": "clear",
    "control": "a\x0bb",
    "carriage returns": "one\r\ntwo\rthree",
}  # fmt: skip


def of(sheets, name):
    return next(sheet for sheet in sheets if sheet.name == name)


def through(sheets, form, tmp_path):
    if form == "folder":
        write(sheets, tmp_path / "book", "folder")
        return read_folder(tmp_path / "book")
    return read_workbook(as_bytes(sheets, form), f"book.{form}")


def goes_round(erin, slugs, form, tmp_path):
    """Nothing changes where it came from; an empty database tells the same afterwards."""
    exported = export_profiles(slugs)
    read = through(exported, form, tmp_path)
    before = everything()
    for mode in Mode:
        applied = import_workbook(read, by=erin, mode=mode)
        assert applied.plan.changes == []
        assert applied.history_rows == 0
    assert everything() == before
    empty_the_database()
    import_workbook(read, by=erin)
    assert told(export_profiles(slugs)) == told(exported)


@made_once
def the_fixture(erin):
    import_workbook(read_folder(FIXTURE), by=erin)


@made_once
def a_messy_profile():
    """Every state that a fact can be in, told in awkward characters."""
    erin = person("erin")
    gazette, herald = a_source("gazette", language=""), a_source("herald", note=NASTY["lines"])
    a_source("copy", canonical=herald, title=NASTY["formula"], author=NASTY["emoji"])
    wire = a_source("wire")
    capture(herald, "older", seen_at="2020-01-01T00:00Z", sha256="a" * 64)
    acme = a_company(
        "acme",
        name=NASTY["formula"],
        tagline=NASTY["at"],
        description=NASTY["lines"],
        mission=NASTY["carriage returns"],
        founded="2020",
        headquarters=NASTY["right to left"],
        address=NASTY["emoji"],
        work_model=NASTY["apostrophe"],
        headcount="100..250 people",
        total_funding="~USD 4000000000",
        name_origin=NASTY["xml"],
    )
    # accepted, then doubted; ruled on, with a note; cited twice, the second time elsewhere
    cited(acme, "name", "tagline", source=gazette)
    a_claim(acme, "name", "Acme", source=herald, quote=NASTY["quotes"])
    rule(a_claim(acme, "founded", source=herald), note=NASTY["minus"], by=erin)
    claim = a_claim(acme, "founded", "2019", source=herald)
    reject(claim=claim, by=erin, reason="mistaken", note=NASTY["delimiters"])
    first = Claim.objects.get(fact="founded", value="2020")
    older = herald.captures.get(edition="older")
    cite(claim=first, source=herald, capture=older, locator=NASTY["plus"], quote=NASTY["emoji"])
    cite(claim=first, source=a_source("copy"), stance="contradicts")
    # first citation does not support; changed since cited; emptied since cited; open only
    context = a_claim(acme, "headquarters", source=gazette)
    Citation.objects.filter(claim=context).update(stance="context")
    rule(context)
    rule(a_claim(acme, "headcount", source=gazette))
    rule(a_claim(acme, "work_model", source=gazette))
    a_claim(acme, "total_funding", source=herald)
    acme.refresh_from_db()
    edit(acme, headcount="300 people", work_model="")
    a_round_and_more(acme, wire)
    return acme


def a_round_and_more(acme, wire):
    seed = a_round(acme, "Seed")
    ann = a_person("ann", biography=NASTY["two spaces"])
    a_role(acme, ann, "CEO", order=3)
    fund = a_company("fund", form="fund")
    an_investment(seed, fund)
    an_investment(seed, ann)
    twin = a_company("ann", name="A company with a person's key")
    an_investment(a_round(acme, "Series B"), twin)
    a_body(Valuation, company=acme, amount="USD 1000000", round=seed)
    a_body(Valuation, company=acme, amount="USD 2000000")
    product = a_body(Product, company=acme, name=NASTY["true"], form="")
    a_body(Name, subject=product.record, name=NASTY["hash"], use="former", until="2021~")
    for place, (name, text) in enumerate(NASTY.items()):
        cited(
            a_body(Metric, company=acme, measure=name, value=place, definition=text), "definition"
        )
    prose = f"{'Long prose. ' * 416}[^{wire.key}]\n\n{NASTY['formula']}"
    assert len(prose) > 5000
    a_body(Section, company=acme, heading=NASTY["plus"], body=prose, order=2)
    a_body(Faq, company=acme, question=NASTY["date"], answer=NASTY["control"])


@pytest.mark.parametrize("form", [*FORMS, "folder"])
def test_a_messy_profile_goes_round(erin, form, tmp_path):
    a_messy_profile()
    goes_round(erin, ["acme"], form, tmp_path)


def test_the_fixture_goes_round(erin, tmp_path):
    """Through every form to the same cells, so that one of them stands for all in the database."""
    the_fixture(erin)
    exported = export_profiles(["mistral-ai"])
    for form in ("ods", "zip", "folder"):
        assert cells_of(through(exported, form, tmp_path)) == cells_of(exported)
    goes_round(erin, ["mistral-ai"], "xlsx", tmp_path)


def cells_of(sheets):
    return {sheet.name: [row.cells for row in sheet.rows] for sheet in sheets if sheet.rows}


def test_the_fixture_is_imported_once(erin):
    the_fixture(erin)
    before = everything()
    assert import_workbook(read_folder(FIXTURE), by=erin).plan.changes == []
    assert everything() == before


def test_the_cells_show_the_accepted_claim_and_the_claims_sheet_the_rest(erin):
    a_messy_profile()
    sheets = export_profiles(["acme"])
    cells = next(row.cells for row in of(sheets, "companies").rows if row.cells["key"] == "acme")
    told_of = {}
    for row in of(sheets, "claims").rows:
        if row.cells["record"] == "company/acme":
            told_of.setdefault(row.cells["fact"], []).append(row.cells)
    assert cells["founded:source"] == "herald"
    assert [(row.get("source"), row["decision"]) for row in told_of["founded"]] == [
        ("herald@older", "accepted"), ("copy", "accepted"), ("herald", "rejected"),
    ]  # fmt: skip
    assert "tagline" not in told_of
    assert [row["decision"] for row in told_of["name"]] == ["open"]
    assert "headquarters:source" not in cells
    assert [row["stance"] for row in told_of["headquarters"]] == ["context"]
    assert (cells["headcount"], "headcount:source" in cells) == ("300 people", False)
    assert [row["value"] for row in told_of["headcount"]] == ["100..250 people"]
    assert cells["work_model"] == "(clear)"
    assert [row["decision"] for row in told_of["total_funding"]] == ["open"]


def test_an_export_brings_originals_captures_and_whoever_is_named(erin):
    a_messy_profile()
    a_company("stranger")
    sheets = export_profiles(["acme"])
    keys = {name: [row.cells.get("key") for row in of(sheets, name).rows] for name in
            ("sources", "companies", "people")}  # fmt: skip
    assert keys["sources"] == ["copy", "gazette", "herald", "wire"]
    assert keys["companies"] == ["acme", "ann", "fund"]
    assert keys["people"] == ["ann"]
    captures = [(row.cells["source"], row.cells["edition"]) for row in of(sheets, "captures").rows]
    assert ("herald", "older") in captures
    investors = [row.cells["investor"] for row in of(sheets, "investments").rows]
    assert sorted(investors) == ["company/ann", "company/fund", "person/ann"]


def test_nobody_is_exported_by_a_misspelt_key(erin):
    a_company("acme")
    with pytest.raises(UnknownProfile, match="Did you mean “acme”"):
        export_profiles(["acne"])


def test_a_stale_export_does_not_undo_a_ruling(erin):
    """Exported, then ruled on: the old file only repeats a value that was set aside."""
    acme = cited(a_company("acme", founded="2020"), "founded")
    exported = export_profiles(["acme"])
    rule(a_claim(acme, "founded", "2021", source=a_source("herald")))
    before = everything()
    assert [change.verb for change in make_plan(exported).changes] == ["kept"]
    import_workbook(exported, by=erin)
    assert everything() == before


TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60
).filter(lambda text: tidy(text) not in ("", "(clear)"))


@pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
@fuzzed(5, cost=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=1, max_size=12))
def test_any_text_goes_round(erin, tmp_path, form, texts):
    empty_the_database()
    acme = a_company("acme", name="Acme", description="\n".join(texts)[:1000] or "x")
    for place, text in enumerate(texts):
        a_body(Product, company=acme, key=f"p{place}", name=text, summary=f"{text} {text}")
    goes_round(erin, ["acme"], form, tmp_path)
    assert Source.objects.count() == 0
    assert FundingRound.objects.count() == 0
