"""One document with everything that a page may show."""

from profiles.document.schema import Document, Fact, Record, Source
from tests.documents import (
    ACME,
    a_choice,
    a_claim,
    a_date,
    a_document,
    a_fact,
    a_record,
    a_source,
    an_amount,
)
from tests.events import things_that_happened
from tests.statements import what_people_say


def a_rich_document() -> Document:
    """Many rounds, disputes, copies, rumours, missing fields, hostile prose, unknown records."""
    return a_document(
        *_people(),
        *_money(),
        *_others(),
        *things_that_happened(),
        *what_people_say(),
        company=_facts(),
        sources=_sources(),
    )


DISCLAIMERS = {
    14: "Converted at the rate of an unknown day.",
    19: "Unaudited, and likely to change.",
}


def _sources() -> list[Source]:
    numbered = [
        a_source(f"wire-{number}", disclaimer=DISCLAIMERS.get(number, ""))
        for number in range(1, 25)
    ]
    return [
        *numbered,
        a_source(
            "essay",
            title="On <b>tools</b> & makers: a long look at how small firms grow",
            author="Ana María Núñez",
            kind="Essay",
            published="2025-11~",
            updated="2026-01",
            note="The author advised the company until 2024.",
        ),
        a_source("reprint", title="Reprint of report 1", canonical="wire-1", publisher="Copycat"),
        a_source("afterprint", title="Reprint of an uncited original", canonical="original"),
        a_source("original", title="The uncited original"),
        a_source(
            "registry",
            title="Commercial register",
            url="",
            kind="Database or registry",
            publisher="",
            published="",
        ),
    ]


def _facts() -> tuple[Fact, ...]:
    rival = a_claim(
        "2015", "wire-3|line 4|founded back in 2015", reason="More precise", printed="2015"
    )
    other = a_claim(
        "250..300 people",
        "wire-4||between 250 and 300",
        status="rumoured",
        as_of="2025-12",
        reason="The other is out of date",
        note="Counted before the merger.",
    )
    return (
        a_fact("tagline", "Anvils & rockets for <every> desert", "essay"),
        a_fact(
            "description",
            "Acme & Co makes anvils, rockets and portable holes, and ships them to places that "
            "few others serve. It sells to three industries in eleven countries.",
            "wire-1|paragraph 2|makes anvils, rockets and portable holes",
            "reprint|paragraph 2|makes anvils, rockets and portable holes",
        ),
        a_fact("mission", "Every tool, to everybody, on the next day.", "essay"),
        a_date(
            "founded",
            "2016-04",
            "registry|entry 12|",
            label="Founded",
            rivals=[rival],
            reason="More precise",
            note="The register names the month; the article rounds.",
        ),
        a_fact("founding_place", "Winnemucca", "essay", label="Founding place"),
        an_amount("founder_count", "2 people", "wire-2", label="Founders"),
        a_fact("headquarters", "Reno, United States", "wire-2", label="Headquarters"),
        a_choice("country", "US", "United States", cited_with="headquarters", label="Country"),
        a_fact("address", "1 Canyon Road, Reno", "registry"),
        an_amount(
            "headcount",
            ">=350 people",
            "wire-5||more than 350 people",
            label="Headcount",
            as_of="2026-03",
            rivals=[other],
            reason="Newer",
            status="confirmed",
        ),
        an_amount(
            "total_funding",
            "~USD 1470000000",
            "wire-6||$1.47B",
            label="Total funding",
            as_of="2026-03",
        ),
        an_amount("total_debt", "USD 830000000", "wire-6", label="Of which debt"),
        a_fact("name_origin", "Greek for the highest point", "essay", label="Origin of the name"),
        a_fact("ticker", "not listed", "registry", label="Stock exchange"),
    )


def _people() -> list[Record]:
    founders = [("arthur", "Arthur Menschikoff-Delacroix"), ("lena", "Lena Lample")]
    people = [
        a_record(
            "person",
            key,
            a_fact("name", name, "wire-2"),
            a_fact("previously", "Roadrunner Labs", "wire-7", label="Previously"),
        )
        for key, name in founders
    ]
    people.append(
        a_record(
            "person",
            "board-one",
            a_fact("name", "Zoë Ångström", "wire-8"),
            a_fact(
                "biography",
                "Ran two public companies before, one of them in mining, and "
                "teaches engineering ethics at a technical university.",
                "wire-9",
                label="Biography",
            ),
        )
    )
    return [
        *people,
        _role("arthur", founders[0][1], "founder", "Founder", "Co-founder and CEO"),
        _role("lena", founders[1][1], "founder", "Founder", "Co-founder"),
        _role("lena", founders[1][1], "executive", "Executive", "Chief scientist"),
        _role("board-one", "Zoë Ångström", "board", "Board member", "Chair of the board"),
        _role("board-one", "Zoë Ångström", "adviser", "Adviser", "Minder of the money", _CFO),
        a_record(
            "role",
            "acme-gravity",
            a_fact("title", "Adviser on gravity", "wire-8", status="projected"),
            a_choice("group", "adviser", "Adviser", cited_with="title"),
            company=ACME,
            settings={"order": 9},
            name="Nobody named yet, Adviser on gravity",
        ),
    ]


_CFO = a_choice("office", "cfo", "Chief financial officer", cited_with="title", label="Office")


def _role(person: str, name: str, group: str, label: str, title: str, *more: Fact) -> Record:
    return a_record(
        "role",
        f"acme-{person}-{group}",
        a_fact("title", title, "wire-2|line 8|"),
        a_choice("group", group, label, cited_with="title"),
        a_date("started", "2016-04", "wire-7", label="Started"),
        *more,
        company=ACME,
        person=(f"person/{person}", name),
        settings={"order": 0},
        name=f"{name}, {title}",
    )


ROUNDS = (
    ("seed", "Seed", "2016-06", "USD 15000000", "", "USD 60000000"),
    ("series-a", "Series A", "2018-12~", "EUR 385000000", "USD 415000000", "~USD 2000000000"),
    ("series-b", "Series B", "2024-06", "EUR 600000000", "USD 640000000", "EUR 5800000000"),
    ("series-c", "Series C", "2025-09", "EUR 1700000000", "USD 2000000000", "EUR 11700000000"),
)
CONVERTED = {"series-b": "USD 6200000000", "series-c": "USD 13800000000"}


def _money() -> list[Record]:
    records = [record for row in ROUNDS for record in _round(*row)] + _small_rounds()
    records.append(
        a_record(
            "round",
            "debt",
            a_fact("label", "Debt financing", "wire-20"),
            an_amount("amount", "USD 830000000", "wire-20||$830 million in debt"),
            a_choice("instrument", "debt", "Debt", "wire-20", label="Instrument"),
            a_fact(
                "purpose",
                "Foundries near Reno and in Sweden that cut its dependence on "
                "rented furnaces elsewhere",
                "wire-20",
                label="Use of proceeds",
            ),
            company=ACME,
        )
    )
    records.append(
        a_record(
            "round",
            "series-d",
            a_fact("label", "Series D", "wire-21", status="rumoured"),
            a_date("date", "2027", "wire-21", status="rumoured"),
            company=ACME,
        )
    )
    kinds = {record.kind: [] for record in records}
    for record in [*records, *_outside()]:
        kinds[record.kind].append(record)
    return [record for kind in ("round", "investment", "valuation") for record in kinds[kind]]


def _small_rounds() -> list[Record]:
    """An extension of unknown worth, and a round of which nobody says how large it was."""
    return [
        a_record(
            "round",
            "extension",
            a_fact("label", "Extension", "wire-13"),
            a_date("date", "2019-02", "wire-13"),
            an_amount("amount", "EUR 15000000", "wire-13"),
            an_amount("amount_converted", "USD 16300000", "wire-14"),
            company=ACME,
            extends=("round/series-a", "Acme & Co: Series A"),
        ),
        a_record(
            "valuation",
            "extension-valuation",
            an_amount("amount", "undisclosed", "wire-13"),
            a_choice("basis", "implied", "Implied, unchanged", cited_with="amount"),
            company=ACME,
            round=("round/extension", "Extension"),
            name="At the extension",
        ),
        a_record(
            "round",
            "bridge",
            a_fact("label", "Bridge", "wire-13"),
            a_date("date", "2021", "wire-13"),
            an_amount("amount", "undisclosed", "wire-13"),
            company=ACME,
        ),
    ]


def _round(key: str, label: str, date: str, amount: str, usd: str, worth: str) -> list[Record]:
    rivals = []
    if key == "series-b":
        rivals = [
            a_claim(
                "USD 500000000",
                "wire-11||$500+ million",
                "wire-12",
                printed="$500+ million",
                reason="More precise",
            ),
            a_claim(
                "EUR 640000000",
                "wire-13",
                reason="The other is mistaken",
                note="Confuses the conversion with the amount.",
            ),
        ]
    facts = [
        a_fact("label", label, f"wire-{9 + len(label)}"),
        a_date("date", date, "wire-10"),
        an_amount(
            "amount",
            amount,
            "wire-10|line 3|raised",
            "wire-14",
            rivals=rivals,
            reason="More precise" if rivals else "No source disagrees",
        ),
    ]
    if usd:
        facts.append(an_amount("amount_converted", usd, "wire-14", label="Converted amount"))
    money = [an_amount("amount", worth, "wire-15|line 3|valued at")]
    if key in CONVERTED:
        money.append(an_amount("amount_converted", CONVERTED[key], "wire-15"))
    money += [
        a_date("date", date, cited_with="amount"),
        a_choice("basis", "post-money", "Post-money", cited_with="amount"),
    ]
    return [
        a_record("round", key, *facts, company=ACME),
        *_investments(key),
        a_record(
            "valuation",
            f"{key}-valuation",
            *money,
            company=ACME,
            round=(f"round/{key}", label),
            name=f"Acme & Co at {worth}",
        ),
    ]


INVESTORS = ("Canyon Ventures", "Mesa Partners", "Sagebrush & Sons", "General Bird", "Coyote GmbH")


def _investments(round_key: str) -> list[Record]:
    found = []
    for place, investor in enumerate(INVESTORS):
        part, text = ("lead", "Lead") if not place else ("participant", "Participant")
        facts = [a_choice("part", part, text, "wire-16", label="Part")]
        if place == 4 and round_key == "series-c":
            facts[0] = a_choice("part", "strategic", "Strategic investor", "wire-17")
            facts.append(an_amount("amount", "EUR 1300000000", "wire-17", label="Own amount"))
            facts.append(an_amount("stake", "11 percent", "wire-17", label="Stake"))
            facts.append(a_fact("standing", "largest shareholder", "wire-17", label="Standing"))
        if place == 3 and round_key == "series-c":
            facts[0] = a_choice("part", "existing", "Existing investor", "wire-16")
        slug = investor.split()[0].lower()
        found.append(
            a_record(
                "investment",
                f"{round_key}-{slug}",
                *facts,
                name=f"{investor} in {round_key}",
                round=(f"round/{round_key}", round_key),
                investor=(f"company/{slug}", investor),
            )
        )
    return found


def _outside() -> list[Record]:
    return [
        a_record(
            "valuation",
            "late-2025",
            an_amount("amount", "USD 12000000000..14000000000", "wire-18", status="rumoured"),
            a_date("date", "2025-39", cited_with="amount"),
            a_choice("basis", "secondary", "Secondary market", cited_with="amount"),
            company=ACME,
            name="Secondary sales",
        ),
        a_record(
            "valuation",
            "debt-valuation",
            an_amount("amount", "EUR 11700000000", "wire-20"),
            a_date("date", "2026-03", "wire-20"),
            a_choice("basis", "implied", "Implied, unchanged", cited_with="amount"),
            company=ACME,
            round=("round/debt", "Debt financing"),
            name="At the debt",
        ),
    ]


PROSE = """Acme began with one anvil.[^wire-1] It still sells **anvils**,[^essay] mostly to
[deserts](https://desert.example.org), and <script>alert(1)</script> never harmed it.

## A second look

- Rockets since 2019[^wire-1]
- Holes, *portable*[^wire-22]

Nobody knows [^unknown] what comes next, nor what `\\[^essay]` means;
see [this](javascript:alert(2)).
"""


def _others() -> list[Record]:
    metrics = [
        a_record(
            "metric",
            f"arr-{year}",
            a_fact("measure", "Annual recurring revenue", cited_with="value", label="Measure"),
            a_date("date", year, cited_with="value"),
            *([a_choice("form", form, form.capitalize(), cited_with="value")] if form else []),
            an_amount("value", amount, "wire-19", status=status),
            a_fact("definition", "Contracts signed & invoiced", "wire-19"),
            company=ACME,
        )
        for year, form, amount, status in (
            ("2024", "", "EUR 30000000", "reported"),
            ("2025", "change", ">40 percent", "reported"),
            ("2026", "target", "EUR >=1000000000", "projected"),
        )
    ]
    products = [
        a_record(
            "product",
            key,
            a_fact("name", name, "wire-22"),
            a_choice("form", "model", "Model", cited_with="name", label="Form"),
            a_fact("summary", "Falls faster than the model before, on 3 continents", "wire-23"),
            a_date("released", "2023-09", "wire-22", label="Released"),
            an_amount("parameters", "123000000000 parameters", "wire-22", label="Parameters"),
            an_amount("parameters_active", "7000000000 parameters", "wire-23"),
            a_choice("open_weights", "yes", "Yes", "wire-22", label="Open weights"),
            a_choice("open_source", "no", "No", "wire-22", label="Open source"),
            a_choice("hosted", "unstated", "Not stated", "wire-23", label="Hosted"),
            company=ACME,
            **({"parent": ("product/heavy", "Heavy things")} if key == "anvil" else {}),
        )
        for key, name in (("anvil", "Anvil 7B"), ("rocket", "Rocket *Large* [v2]"))
    ]
    products += [
        a_record(
            "product",
            "heavy",
            a_fact("name", "Heavy things", "wire-22"),
            a_choice("form", "family", "Model family", cited_with="name", label="Form"),
            company=ACME,
        ),
        a_record(
            "product",
            "anvil-mini",
            a_fact("name", "Anvil Mini", "wire-23"),
            an_amount("parameters_per_expert", "2000000 parameters", "wire-23"),
            an_amount("experts", "8 experts", "wire-23", label="Experts"),
            a_fact("architecture", "Mixture of experts", "wire-23", label="Architecture"),
            a_fact("pricing", "per fall", "wire-23", label="Pricing"),
            company=ACME,
            parent=("product/anvil", "Anvil 7B"),
        ),
    ]
    names = [
        a_record(
            "name",
            "acme-official",
            a_fact("name", "Acme Corporation SA", "registry"),
            a_choice("use", "official", "Official name", cited_with="name"),
            subject=ACME,
        ),
        a_record(
            "name",
            "acme-former",
            a_fact("name", "Anvil Works", "registry"),
            a_choice("use", "former", "Former name", cited_with="name"),
            a_date("until", "2017", cited_with="name", label="Until"),
            subject=ACME,
        ),
        a_record(
            "name",
            "anvil-alias",
            a_fact("name", "The Heavy One", "wire-22"),
            a_choice("use", "alias", "Also known as", cited_with="name"),
            a_date("since", "2024", cited_with="name", label="Since"),
            subject=("product/anvil", "Anvil 7B"),
        ),
        *(
            a_record(
                "name",
                f"rocket-{use}",
                a_fact("name", name, "wire-22"),
                a_choice("use", use, label, cited_with="name"),
                subject=("product/rocket", "Rocket"),
            )
            for use, label, name in (
                ("epithet", "Epithet", "the roadrunner’s nemesis"),
                ("ruled-out", "Ruled out as a name", "Rocket Three"),
            )
        ),
    ]
    links = [
        a_record(
            "link",
            f"acme-{place}",
            a_fact("url", url, "wire-2", type="url", label="URL"),
            a_choice("place", place, text, cited_with="url"),
            company=ACME,
        )
        for place, text, url in (
            ("website", "Website", "https://acme.example.org/"),
            ("x", "X (Twitter)", "https://x.example.org/acme_co"),
        )
    ]
    links.append(
        a_record(
            "link",
            "acme-code",
            a_choice("place", "code", "Source code", "wire-2", label="Place"),
            company=ACME,
            name="Source code",
        )
    )
    return [
        *metrics,
        *products,
        *names,
        *links,
        a_record(
            "section",
            "strategy",
            a_fact("body", PROSE, type="prose"),
            company=ACME,
            settings={"heading": "Strategy & outlook", "order": 0},
        ),
        a_record(
            "section",
            "warning",
            a_fact("body", "Do not stand below an anvil.[^wire-1]", type="prose"),
            company=ACME,
            settings={"heading": "A word of warning", "order": 1, "form": "callout"},
        ),
        a_record(
            "faq",
            "is-it-public",
            a_fact("answer", "No.[^wire-24] Its shares are *not* listed.", type="prose"),
            company=ACME,
            settings={"question": "Is Acme & Co public?", "order": 0},
        ),
        a_record(
            "sponsorship",
            "zenith",
            a_fact("partner", "Zenith Mining", "wire-24"),
            a_fact("subject", "Joint drilling", "afterprint"),
            company=ACME,
            name="Zenith Mining",
        ),
        a_record(
            "investment",
            "stray",
            a_choice("part", "lead", "Lead", "wire-16"),
            round=("round/unpublished", "Series Z"),
            investor=("company/x", "Stray Capital"),
            name="Stray Capital in Series Z",
        ),
    ]
