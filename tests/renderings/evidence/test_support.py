"""Readers are told what rests on one source, which quotes were found, and what is due again."""

import json

import msgspec
import pytest

from profiles.document.schema import Check, Document, Freshness, Source
from profiles.renderings import render
from tests.documents import a_claim, a_document, a_fact, a_record, a_source, an_edition
from tests.renderings.reading import plain, read

ARCHIVED = {"depth": "full", "seen": "2025-03-03"}
EXACT = Check(outcome="exact", **ARCHIVED)
SKIPPED = Check(outcome="unchecked", why="nothing archived")
READING = ("html", "md", "txt", "sources")


def quoted(name: str, *checks: Check | None, source: str = "report"):
    """A fact with one quotation for each check; None is one from before there were any."""
    places = [f"{source}|line {number}|words {number} of {name}" for number in range(len(checks))]
    fact = a_fact(name, "Onwards", *places)
    citations = [
        msgspec.structs.replace(citation, check=check) if check else citation
        for citation, check in zip(fact.claim.citations, checks, strict=True)
    ]
    return msgspec.structs.replace(
        fact, claim=msgspec.structs.replace(fact.claim, citations=tuple(citations))
    )


def shown(name: str, document: Document, **envelope: str) -> str:
    said = render(an_edition(document, **envelope), name).decode()
    return read(said).text if name in ("html", "sources") else plain(said)


def evidence(document: Document, **envelope: str):
    return json.loads(render(an_edition(document, **envelope), "json"))["evidence"]


class TestSingleSource:
    def document(self, *cited: str, **other: Source):
        sources = [a_source(key) for key in cited if key not in other]
        return a_document(
            company=(a_fact("motto", "Onwards", *cited),), sources=[*sources, *other.values()]
        )

    @pytest.mark.parametrize("name", READING)
    def test_it_is_said_of_how_many_facts_that_is_true(self, name):
        said = shown(name, self.document("report", "herald"))
        assert "1 of 2 cited facts rests on a single source;" in said

    @pytest.mark.parametrize("name", READING)
    def test_each_source_says_for_how_many_it_is_the_only_one(self, name):
        assert "The only source for 2 facts." in shown(name, self.document("report"))
        assert "The only source for 1 fact." in shown(name, self.document("report", "herald"))
        assert shown(name, self.document("report", "herald")).count("The only source") == 1

    @pytest.mark.parametrize("relation", ["canonical", "derived_from"])
    def test_a_copy_and_its_original_are_one(self, relation):
        copy = a_source("reprint", **{relation: "report"})
        document = self.document("report", "reprint", reprint=copy)
        assert "2 of 2 cited facts rest on a single source" in shown("txt", document)
        assert "one of 2 sources that are one witness" in shown("sources", document)
        assert evidence(document)["single_source"]["company/acme motto"] == ["report", "reprint"]

    def test_a_retracted_source_is_no_second_one(self):
        gone = a_source("herald", standing="retracted")
        assert "2 of 2 cited facts rest" in shown(
            "txt", self.document("report", "herald", herald=gone)
        )

    def test_who_only_contradicts_is_no_second_one(self):
        fact = a_fact("motto", "Onwards", "report", "herald")
        first, second = fact.claim.citations
        against = msgspec.structs.replace(second, stance="contradicts")
        claim = msgspec.structs.replace(fact.claim, citations=(first, against))
        document = a_document(
            company=(msgspec.structs.replace(fact, claim=claim),), sources=[a_source("herald")]
        )
        assert "2 of 2 cited facts rest" in shown("txt", document)

    def test_the_list_of_sources_says_where_others_agree(self):
        said = shown("sources", self.document("report", "herald"))
        assert said.count("Motto: Onwards (one of 2 independent sources)") == 2
        assert "Name: Acme & Co (one of" not in said

    def test_a_value_that_is_not_shown_has_no_support(self):
        fact = a_fact(
            "motto", "On", "report", rivals=[a_claim("Up", "report"), a_claim("In", "herald")]
        )
        document = a_document(company=(fact,), sources=[a_source("herald")])
        assert evidence(document)["cited_facts"] == 2
        assert "The only source for 2 facts." in shown("txt", document)

    def test_a_text_rests_on_its_footnotes(self):
        section = a_record(
            "section", "s", a_fact("body", "It grew.[^herald]", type="prose"), name="S"
        )
        document = a_document(section, sources=[a_source("herald")])
        assert evidence(document)["single_source"]["section/s body"] == ["herald"]

    def test_a_profile_with_several_sources_for_all_says_so(self):
        facts = (a_fact("motto", "Onwards", "report", "herald"),)
        document = a_document(company=facts, sources=[a_source("herald")])
        bare = msgspec.structs.replace(document.company, facts=facts)
        said = shown("txt", msgspec.structs.replace(document, records=(bare,)))
        assert "0 of 1 cited facts rest on a single source" in said


class TestQuotations:
    @pytest.mark.parametrize("name", READING)
    def test_how_many_were_found_is_told(self, name):
        document = a_document(company=(quoted("motto", EXACT, EXACT),))
        said = shown(name, document)
        assert "Of 2 quotations, 2 were found word for word in archived texts." in said

    @pytest.mark.parametrize("name", READING)
    def test_none_could_be_checked(self, name):
        said = shown(name, a_document(company=(quoted("motto", SKIPPED, SKIPPED),)))
        assert "Of 2 quotations, none could be checked: no texts are archived." in said
        assert "found word for word" not in said

    @pytest.mark.parametrize("name", READING)
    def test_nothing_is_said_of_a_release_from_before_checks_were_kept(self, name):
        said = shown(name, a_document(company=(quoted("motto", None),)))
        assert "quotation" not in said
        assert "checked" not in said
        assert "found" not in said

    def test_every_result_is_counted_apart(self):
        checks = [
            *[EXACT] * 3,
            Check(outcome="normalised", rules=("dashes",), **ARCHIVED),
            Check(outcome="exact", gone="2025-09-09", **ARCHIVED),
            Check(outcome="elsewhere", **ARCHIVED),
            Check(outcome="missing", **ARCHIVED),
            Check(outcome="missing", depth="excerpt", seen="2025-03-03"),
            Check(outcome="unchecked", why="too short"),
            Check(outcome="unchecked", why="not yet", depth="full"),
            SKIPPED,
        ]
        document = a_document(company=(quoted("motto", *checks),))
        assert (
            "Of 11 quotations, 3 were found word for word in archived texts, "
            "1 found but for typography, 1 found, but no longer in the latest text, "
            "1 found only in another text of the source, 1 not found, "
            "1 not in the part that is archived, 1 not checked, being too short, "
            "1 not checked yet and 1 not checked, as nothing of the source is archived."
        ) in shown("txt", document)
        assert sum(evidence(document)["quotations"].values()) == 11
        assert evidence(document)["quotations"]["exact"] == 3

    @pytest.mark.parametrize("name", ["md", "txt", "sources"])
    def test_each_source_says_in_which_text_they_were_looked_for(self, name):
        document = a_document(company=(quoted("motto", EXACT, EXACT),))
        words = "2 quotations found word for word in the full text archived on 3 March 2025."
        assert words in shown(name, document)

    def test_beside_a_quotation_stands_what_was_found_of_it(self):
        document = a_document(company=(quoted("motto", EXACT, SKIPPED),))
        said = shown("sources", document)
        assert "words 0 of motto line 0, found word for word" in said
        assert "words 1 of motto line 1, not checked: nothing archived" in said

    def test_of_several_texts_each_quotation_says_which(self):
        later = Check(outcome="exact", depth="excerpt", seen="2025-09-09")
        said = shown("sources", a_document(company=(quoted("motto", EXACT, later),)))
        assert "line 0, found word for word in the full text archived on 3 March 2025" in said
        assert "line 1, found word for word in an excerpt archived on 9 September 2025" in said

    @pytest.mark.parametrize("name", ["md", "txt", "sources"])
    @pytest.mark.parametrize(
        ("check", "words"),
        [
            (
                Check(outcome="missing", **ARCHIVED),
                "line 0, not found in the full text archived on 3 March 2025",
            ),
            (
                Check(outcome="missing", depth="stub", seen="2025-03-03"),
                "line 0, not found in what stands before the paywall, archived on 3 March 2025",
            ),
            (
                Check(outcome="exact", gone="2025-09-09", **ARCHIVED),
                "archived on 3 March 2025, no longer in that of 9 September 2025",
            ),
            (
                Check(outcome="elsewhere", **ARCHIVED),
                "archived on 3 March 2025, but in another text of the source",
            ),
        ],
    )
    def test_what_is_not_there_is_told_in_full_at_the_quotation(self, name, check, words):
        assert words in shown(name, a_document(company=(quoted("motto", check),)))

    def test_a_fact_without_a_quotation_is_neither_found_nor_skipped(self):
        bare = Check(outcome="unchecked", why="no quote")
        fact = a_fact("motto", "Onwards", "report|line 1")
        cited = msgspec.structs.replace(fact.claim.citations[0], check=bare)
        claim = msgspec.structs.replace(fact.claim, citations=(cited,))
        document = a_document(company=(msgspec.structs.replace(fact, claim=claim),))
        assert "quotation" not in shown("sources", document)
        assert "checked" not in shown("sources", document)

    def test_programs_get_what_was_sealed(self):
        document = a_document(company=(quoted("motto", EXACT, None),))
        published = json.loads(render(an_edition(document), "json"))["document"]
        [*_, motto] = published["records"][0]["facts"]
        first, second = motto["claim"]["citations"]
        assert first["check"] == {"depth": "full", "outcome": "exact", "seen": "2025-03-03"}
        assert "check" not in second


def looked_at(as_of: str = "2024-03", **freshness: str) -> Document:
    freshness = {"known": "2024-03-31", "look_again": "2024-09-30"} | freshness
    fact = a_fact("motto", "Onwards", "report", as_of=as_of, freshness=Freshness(**freshness))
    return a_document(company=(fact,))


class TestLooks:
    """The release's day decides, never that of the reader."""

    BEFORE, AFTER = "2024-09-30T23:00:00+00:00", "2024-10-01T00:00:00+00:00"

    @pytest.mark.parametrize("name", ["html", "md", "txt"])
    @pytest.mark.parametrize(
        ("published", "words"),
        [
            (BEFORE, "as of March 2024, next look due September 2024"),
            (AFTER, "as of March 2024, due for another look since September 2024"),
        ],
    )
    def test_a_value_says_when_it_is_due(self, name, published, words):
        assert words in shown(name, looked_at(), published_at=published)

    def test_without_a_date_of_its_own_it_says_when_it_was_last_known(self):
        said = shown("txt", looked_at(as_of=""))
        assert "(last known in March 2024, due for another look since September 2024)" in said

    def test_what_is_known_by_the_year_is_not_dated_by_the_month(self):
        assert "(last known in 2024, " in shown("txt", looked_at(as_of="", known="2024-12-31"))

    def test_somebody_looked_and_found_it_unchanged(self):
        said = shown("txt", looked_at(confirmed="2026-05-02", look_again="2026-11-30"))
        assert "as of March 2024, found unchanged in May 2026, next look due November 2026" in said
        stays = shown("txt", looked_at(confirmed="2026-05-02", look_again=""))
        assert "(as of March 2024, found unchanged in May 2026)" in stays

    def test_what_stays_true_says_nothing(self):
        document = a_document(company=(a_fact("motto", "Onwards", "report", as_of="2024-03"),))
        assert "look" not in shown("html", document).replace("looks", "")
        assert evidence(document)["look_again"] == {}

    def test_programs_get_the_days(self):
        assert evidence(looked_at(), published_at=self.AFTER)["look_again"] == {
            "company/acme motto": {
                "day": "2024-09-30",
                "known": "2024-03-31",
                "past_when_published": True,
            }
        }
        before = evidence(looked_at(), published_at=self.BEFORE)["look_again"]
        assert not before["company/acme motto"]["past_when_published"]
