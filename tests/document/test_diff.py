"""What a reviewer reads: every difference between two documents, and none besides."""

import copy
from typing import Any

import msgspec
import pytest

from profiles.document.diff import Kind, differences
from profiles.document.evidence_changes import evidence_changes
from profiles.document.schema import Document, plain


def a_claim(value: str, **other: Any) -> dict[str, Any]:
    claim = {"value": value, "text": value, "citations": [{"source": "gazette"}]}
    return claim | {"reason": "Newer", "decided_by": "Erin", "decided_on": "2026-11-22"} | other


def a_fact(name: str, value: str, **other: Any) -> dict[str, Any]:
    fact = {"name": name, "label": name.capitalize(), "type": "text", "value": value}
    return fact | {"text": value, "claim": a_claim(value)} | other


def before() -> dict[str, Any]:
    """A document as plain values, to be changed at will."""
    company = {
        "kind": "company",
        "key": "acme",
        "name": "Acme",
        "facts": [
            a_fact("name", "Acme"),
            a_fact("founded", "2019-04", type="date", rivals=[a_claim("2018")]),
        ],
    }
    funding = {
        "kind": "round",
        "key": "acme-seed",
        "name": "Acme: Seed",
        "facts": [a_fact("amount", "EUR 105000000", type="quantity")],
        "relations": {"company": {"ref": "company/acme", "name": "Acme"}},
    }
    section = {
        "kind": "section",
        "key": "acme-about",
        "name": "About",
        "facts": [a_fact("body", "Acme.[^gazette]", type="prose", claim=None)],
        "settings": {"heading": "About", "order": 1},
    }
    source = {"key": "gazette", "title": "Gazette", "url": "https://example.org/", "kind": "News"}
    return {"profile": "acme", "records": [company, funding, section], "sources": [source]}


def document(content: dict[str, Any]) -> Document:
    return msgspec.convert(content, Document)


def changed(*path: Any, to: Any) -> Document:
    content = copy.deepcopy(before())
    place: Any = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return document(content)


def compare(after: Document) -> list[tuple[str, str, str, str, str]]:
    found = differences(document(before()), after)
    return [(str(d.kind), d.ref, d.label, d.before, d.after) for d in found]


def test_the_same_document_has_no_difference():
    assert differences(document(before()), document(before())) == []


def test_against_nothing_everything_is_added():
    found = differences(None, document(before()))
    assert {difference.kind for difference in found} == {Kind.ADDED}
    assert [difference.ref for difference in found] == [
        "company/acme",
        "company/acme",
        "round/acme-seed",
        "section/acme-about",
        "source/gazette",
    ]


def test_amounts_and_dates_are_in_words():
    after = document(before())
    texts = [difference.after for difference in differences(None, after)]
    assert "€105M" in texts
    assert "April 2019" in texts


def test_a_changed_value_has_both_sides():
    after = changed("records", 1, "facts", 0, to=a_fact("amount", "USD 113000000", type="quantity"))
    assert compare(after) == [("changed", "round/acme-seed", "Amount", "€105M", "$113M")]


def test_an_added_and_a_removed_fact():
    content = before()
    content["records"][0]["facts"][1] = a_fact("tagline", "Better")
    assert compare(document(content)) == [
        ("added", "company/acme", "Tagline", "", "Better"),
        ("removed", "company/acme", "Founded", "April 2019", ""),
    ]


def test_a_removed_record_comes_after_the_others():
    content = before()
    del content["records"][1]
    assert compare(document(content)) == [("removed", "round/acme-seed", "Amount", "€105M", "")]


def test_evidence_that_changed_without_the_value():
    claim = a_claim("Acme", status="confirmed")
    after = changed("records", 0, "facts", 0, "claim", to=claim)
    assert compare(after) == [("evidence changed", "company/acme", "Name", "Acme", "Acme")]


def test_a_source_that_changed():
    after = changed("sources", 0, "title", to="Gazette, corrected")
    assert compare(after) == [
        ("changed", "source/gazette", "Title", "Gazette", "Gazette, corrected")
    ]


def test_another_record_of_the_same_name_is_a_difference():
    other = {"ref": "company/acme-2", "name": "Acme"}
    after = changed("records", 1, "relations", "company", to=other)
    assert compare(after) == [("changed", "round/acme-seed", "Company", "Acme", "Acme")]


def test_another_name_of_what_is_of_another_profile_has_both_sides():
    old, new = (
        changed("records", 1, "relations", to={"investor": {"ref": "company/fund", "name": name}})
        for name in ("Some Fund", "Another Fund")
    )
    assert [(each.label, each.before, each.after) for each in differences(old, new)] == [
        ("Investor", "Some Fund", "Another Fund")
    ]


def test_another_date_of_what_is_named_has_both_sides():
    dated = {"ref": "company/acme", "name": "Acme", "when": "2025-09"}
    after = changed("records", 1, "relations", "company", to=dated)
    assert compare(after) == [
        ("changed", "round/acme-seed", "Company", "Acme", "Acme (September 2025)")
    ]


FACT = ("records", 0, "facts", 0)
ANY_CHANGE = [
    ((*FACT, "value"), "Acme Ltd"),
    ((*FACT, "label"), "Title"),
    ((*FACT, "claim", "status"), "rumoured"),
    ((*FACT, "claim", "printed"), "ACME"),
    ((*FACT, "claim", "as_of"), "2026"),
    ((*FACT, "claim", "reason"), "Primary source"),
    ((*FACT, "claim", "note"), "Why."),
    ((*FACT, "claim", "decided_by"), "Rita"),
    ((*FACT, "claim", "decided_on"), "2026-11-23"),
    ((*FACT, "claim", "citations", 0, "source"), "herald"),
    ((*FACT, "claim", "citations", 0, "quote"), "Acme, a company"),
    ((*FACT, "claim", "citations", 0, "locator"), "line 3"),
    ((*FACT, "claim", "citations", 0, "edition"), "2"),
    ((*FACT, "claim", "citations", 0, "stance"), "contradicts"),
    ((*FACT, "claim", "citations"), []),
    ((*FACT, "claim", "citations", 0, "check"), {"outcome": "exact", "seen": "2026-01-02"}),
    ((*FACT, "claim", "freshness"), {"look_again": "2027-01-30"}),
    (("records", 0, "facts", 1, "rivals", 0, "citations", 0, "check"), {"outcome": "unchecked"}),
    (("records", 0, "facts", 1, "rivals"), []),
    (("records", 0, "facts", 1, "rivals", 0, "note"), "Why not."),
    (("records", 1, "relations", "company", "ref"), "company/other"),
    (("records", 1, "relations", "company", "when"), "2025-09"),
    (("records", 2, "settings", "order"), 2),
    (("records", 2, "settings", "heading"), "About us"),
    (("records", 2, "facts", 0, "value"), "Acme!"),
    (("sources", 0, "url"), "https://example.com/"),
    (("sources", 0, "publisher"), "The Gazette"),
    (("sources", 0, "canonical"), "wire"),
    (("sources", 0, "note"), "Paywalled."),
    (("sources",), []),
    (("records",), before()["records"][:1]),
]


@pytest.mark.parametrize(("path", "to"), ANY_CHANGE, ids=[str(path) for path, _ in ANY_CHANGE])
def test_no_change_of_the_bytes_goes_unseen(path, to):
    after = changed(*path, to=to)
    assert plain(after) != plain(document(before())), "the control: it is another document"
    assert compare(after)


FOUND = {"outcome": "exact", "depth": "full", "seen": "2026-03-05"}
DASHES = FOUND | {"outcome": "normalised", "rules": ["dashes"]}
MISSING = FOUND | {"outcome": "missing"}


def checked(check: dict[str, Any] | None, *, value: str = "Acme") -> Document:
    """The same profile with this found of every quote."""
    content = before()
    facts = [fact for record in content["records"] for fact in record["facts"]]
    content["records"][0]["facts"][0]["value"] = value
    claims = [
        claim for fact in facts for claim in (fact["claim"], *fact.get("rivals", ())) if claim
    ]
    for claim in claims:
        claim["citations"][0] |= {"check": check} if check else {}
    return document(content)


def rows(old: Document, new: Document) -> list[tuple[str, str, str, str, str]]:
    return [(str(d.kind), d.ref, d.label, d.before, d.after) for d in differences(old, new)]


class TestChecks:
    """What a machine found is no edit: it is told once for each source, as evidence."""

    def test_quotes_that_were_found_are_one_line_however_many_they_are(self):
        row = ("evidence changed", "source/gazette", "Quotes looked for")
        found = "4 found word for word in the full text archived on 5 March 2026"
        assert rows(checked(None), checked(FOUND)) == [(*row, "4 without a check", found)]

    def test_so_are_quotes_that_are_found_better(self):
        [(kind, _, _, old, new)] = rows(checked(DASHES), checked(FOUND))
        assert (kind, old) == (
            "evidence changed",
            "4 found but for dashes in the full text archived on 5 March 2026",
        )
        assert new.startswith("4 found word for word in")

    def test_a_fact_whose_quote_is_not_there_any_more_is_named(self):
        found = differences(checked(FOUND), checked(MISSING))
        assert {difference.kind for difference in found} == {Kind.EVIDENCE}
        assert [d.label for d in found] == ["Name", "Founded", "Amount", "Quotes looked for"]
        assert evidence_changes(found[0].fact_before, found[0].fact_after, {}) == [
            "gazette: not found in the full text archived on 5 March 2026"
        ]

    def test_a_text_that_lost_it_later_counts_too(self):
        gone = FOUND | {"gone": "2026-06-01"}
        assert "Name" in [d.label for d in differences(checked(FOUND), checked(gone))]
        assert rows(checked(gone), checked(gone)) == []

    def test_an_edit_beside_it_stays_an_edit(self):
        kinds = [
            (d.label, str(d.kind)) for d in differences(checked(None), checked(FOUND, value="A"))
        ]
        assert kinds == [("Name", "changed"), ("Quotes looked for", "evidence changed")]

    def test_what_nobody_looked_for_is_not_called_found(self):
        skipped = {"outcome": "unchecked", "why": "nothing archived"}
        [(_, _, _, _, words)] = rows(checked(None), checked(skipped))
        assert words == "4 not checked: nothing archived"

    def test_a_new_profile_has_nothing_to_be_checked_again(self):
        assert "Quotes looked for" not in [d.label for d in differences(None, checked(FOUND))]


class TestEvidence:
    """What changed in the claims and citations of one fact, in sentences."""

    def sentences(self, **other: Any) -> list[str]:
        old = document(before()).company.fact("founded")
        new = changed(
            "records", 0, "facts", 1, to=a_fact("founded", "2019-04", type="date", **other)
        )
        titles = {"gazette": "The Gazette"}
        return evidence_changes(old, new.company.fact("founded"), titles)

    def test_nothing_changed(self):
        assert self.sentences(rivals=[a_claim("2018")]) == []

    def test_terms_of_the_claim(self):
        claim = a_claim("2019-04", status="confirmed", note="The register says so.")
        assert self.sentences(claim=claim, rivals=[a_claim("2018")]) == [
            "Status: reported → confirmed",
            "Note: none → The register says so.",
        ]

    def test_citations(self):
        citations = [{"source": "herald", "quote": "since 2019", "stance": "context"}]
        claim = a_claim("2019-04", citations=citations)
        assert self.sentences(claim=claim, rivals=[a_claim("2018")]) == [
            "Citation added: herald, context, “since 2019”",
            "Citation removed: The Gazette",
        ]

    def test_somebody_looked_again(self):
        freshness = {"confirmed": "2026-11-22", "look_again": "2027-05-24"}
        claim = a_claim("2019-04", freshness=freshness)
        assert self.sentences(claim=claim, rivals=[a_claim("2018")]) == [
            "Look again on: none → 24 May 2027",
            "Found unchanged on: none → 22 November 2026",
        ]

    def test_rivals(self):
        assert self.sentences(rivals=[a_claim("2017-05")]) == [
            "Rival added: May 2017",
            "Rival removed: 2018",
        ]

    def test_a_ruling_on_a_rival(self):
        assert self.sentences(rivals=[a_claim("2018", note="A misprint.")]) == [
            "Rival 2018: note: none → A misprint."
        ]

    def test_covered_by_another_fact_from_now_on(self):
        assert self.sentences(claim=None, cited_with="name", rivals=[a_claim("2018")]) == [
            "No longer cited by itself",
            "Cited together with: none → name",
        ]
