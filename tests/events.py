"""Made-up deals, events, quotations and certificates of Acme & Co."""

from msgspec.structs import replace

from profiles.document.schema import Record
from tests.documents import ACME, a_choice, a_date, a_fact, a_record, an_amount

PARTS = {
    "target": "Acquired company",
    "partner": "Partner",
    "customer": "Customer",
    "supplier": "Supplier",
}


def things_that_happened() -> list[Record]:
    return [*_deals(), *_events(), *_quotations(), *_certifications()]


def a_deal(
    key: str, form: str, text: str, title: str, *facts, round_ref: str = "", **parties: str
) -> list[Record]:
    """A deal and its parties, given as `partner="Zenith Mining"`."""
    rounds = {"round": (round_ref, "Acme & Co: a round")} if round_ref else {}
    deal = a_record(
        "deal",
        key,
        a_fact("title", title, "wire-24|line 2|signed"),
        a_choice("form", form, text, cited_with="title"),
        *facts,
        company=ACME,
        name=title,
        **rounds,
    )
    others = [
        a_record(
            "party",
            f"{key}-{part}",
            a_choice("part", part, PARTS[part], "wire-24", label="Part"),
            name=f"{who} in {title}",
            deal=(deal.ref, title),
            who=(f"company/{who.split()[0].lower()}", who),
        )
        for part, who in parties.items()
    ]
    return [deal, *others]


def _deals() -> list[Record]:
    said = {"cited_with": "title"}
    return [
        *a_deal(
            "hole-diggers",
            "acquisition",
            "Acquisition",
            "Purchase of the hole diggers",
            a_date("date", "2025-02", label="Date", **said),
            a_fact("scope", "All shovels and their makers", label="Scope", **said),
            an_amount("amount", "EUR 44000000", "wire-23"),
            an_amount("amount_converted", "USD 48000000", "wire-23"),
            a_fact("sequence", "first acquisition", "wire-23", label="Sequence"),
            a_fact("rationale", "To dig its own holes", "wire-23", label="Rationale"),
            target="Diggers & Daughters",
        ),
        *a_deal(
            "deep-drilling",
            "joint-venture",
            "Joint venture",
            "Deep Drilling",
            a_date("date", "2025-07-01", label="Date", **said),
            a_fact("scope", "Holes deeper than nine kilometres", label="Scope", **said),
            a_fact("place", "Elko, Nevada", label="Place", **said),
            partner="Orebody AG",
            supplier="Drillbits Inc",
        ),
        *a_deal("stunts", "customer", "Customer", "Anvils for stunts", customer="Cliff Studios"),
        *a_deal(
            "coyote",
            "partnership",
            "Partnership",
            "Partnership with Coyote GmbH",
            a_fact("rationale", "To fall faster", "wire-17", label="Rationale"),
            round_ref="round/series-c",
            partner="Coyote GmbH",
        ),
        *a_described_partnership(),
        *a_deal(
            "foundry",
            "investment-plan",
            "Planned investment",
            "A second foundry",
            a_date("date", "2027", label="Date", **said),
            an_amount("amount", "EUR 1250000000", "wire-20"),
            an_amount("amount_converted", "USD 1400000000", "wire-20"),
        ),
    ]


def a_described_partnership() -> list[Record]:
    """A partner that the title names, and of whom there is more to say."""
    deal, party = a_deal(
        "mesa", "partnership", "Partnership", "Partnership with Mesa", partner="Mesa"
    )
    about = a_fact("description", "Keeper of the plateau", "wire-24", label="Description")
    return [deal, replace(party, facts=(*party.facts, about))]


def a_guest(event: str, title: str, who: str, name: str, part: str) -> Record:
    return a_record(
        "participant",
        f"{event}-{who.replace('/', '-')}",
        a_fact("part", part, "wire-21", label="Part"),
        event=(f"event/{event}", title),
        who=(who, name),
        name=f"{name} at {title}",
    )


def _guests() -> list[Record]:
    return [
        a_guest("opening", "Opening of the range", "person/lena", "Lena Lample", "Speaker"),
        a_guest(
            "opening",
            "Opening of the range",
            "company/coyote",
            "Coyote GmbH",
            "Participant",
        ),
    ]


def _events() -> list[Record]:
    return [
        *_guests(),
        *_occasions(),
    ]


def _occasions() -> list[Record]:
    return [
        a_record(
            "event",
            key,
            a_fact("title", title, "wire-21"),
            a_choice("form", form, text, cited_with="title"),
            a_date("date", date, cited_with="title", label="Date"),
            a_fact("place", place, cited_with="title", label="Place"),
            company=ACME,
            name=title,
        )
        for key, title, form, text, date, place in (
            ("first-fall", "First fall of an anvil", "milestone", "Milestone", "2017-05", "Yuma"),
            ("opening", "Opening of the range", "launch", "Launch", "2026-02-03", "Tonopah"),
            ("moonshot", "An anvil on the Moon", "outlook", "Planned or expected", "2028", "Moon"),
        )
    ]


def _quotations() -> list[Record]:
    return [
        a_record(
            "quotation",
            "gravity",
            a_fact("words", "gravity [always] wins in the end", "wire-9|line 5|", label="Words"),
            a_choice("extent", "fragment", "Fragment", cited_with="words"),
            a_fact("subject", "falling rocks", cited_with="words", label="Subject"),
            a_fact("medium", "The Desert Courier", cited_with="words", label="Medium"),
            a_date("date", "2025-10-04", cited_with="words", label="Date"),
            company=ACME,
            speaker=("person/lena", "Lena Lample"),
            part_of=("quotation/no-comment", "No comment"),
        ),
        a_record(
            "quotation",
            "no-comment",
            a_fact("words", "We have no comment.", "wire-8", label="Words"),
            a_choice("extent", "whole", "Whole", cited_with="words"),
            company=ACME,
        ),
    ]


def _certifications() -> list[Record]:
    return [
        a_record(
            "certification",
            key,
            a_fact("name", name, "registry"),
            a_choice("form", form, text, cited_with="name"),
            *facts,
            company=ACME,
        )
        for key, name, form, text, facts in (
            (
                "iso-8000",
                "ISO 8000-61",
                "certificate",
                "Certificate",
                (
                    a_fact("scope", "Foundry in Reno", "registry", label="Scope"),
                    a_fact("proof", "The trust page", "registry", label="Proof"),
                ),
            ),
            ("tcpa", "Toy Cannon Safety Act", "regime", "Legal regime", ()),
        )
    ]
