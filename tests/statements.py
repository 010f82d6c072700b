"""Made-up statements about Acme & Co, and tables that compare it."""

from profiles.document.schema import Record
from tests.documents import ACME, a_choice, a_fact, a_record

TOPICS = {
    "strategy": "Strategy",
    "risk": "Risks",
    "record": "Records claimed",
    "performance": "Performance and adoption claimed",
    "opinion": "Opinions and comparisons",
}


def what_people_say() -> list[Record]:
    return [
        a_statement("heavy", "opinion", "No anvil was ever so heavy", whose="a blacksmith"),
        a_statement("deserts", "strategy", "First the deserts, then everything else"),
        a_statement("price", "strategy", "Never the cheapest, always heaviest", whose="the CEO"),
        a_statement("gravity", "risk", "Depends on gravity, which it does not own"),
        a_statement("fast", "performance", "Beats every feather", about=("product/anvil", "Anvil")),
        a_statement("seed", "record", "Largest seed of any foundry", about=("round/seed", "Seed")),
        *a_comparison("rivals", "Anvils side by side", CELLS),
    ]


def a_statement(key: str, topic: str, text: str, *, whose: str = "", **relations) -> Record:
    attributed = a_fact("attributed_to", whose, cited_with="text", label="Attributed to")
    return a_record(
        "statement",
        key,
        a_fact("text", text, "wire-12|line 7|", label="Text"),
        a_choice("topic", topic, TOPICS[topic], cited_with="text", label="Topic"),
        *([attributed] if whose else []),
        company=ACME,
        name=text,
        **relations,
    )


CELLS = (
    ("Weight", "Acme & Co", "Nine tonnes, ten when wet", "wire-22"),
    ("Weight", "Zenith Mining", "Not published", "wire-23"),
    ("Price", "Acme & Co", "By the gram, and by the distance that it is to fall", "wire-22"),
    ("Price", "Feathers Ltd", "By the dozen", "wire-24"),
)


def a_comparison(key: str, title: str, cells) -> list[Record]:
    """A comparison and its cells, given as row, column, text and source."""
    table = a_record("comparison", key, a_fact("title", title, "wire-22"), company=ACME, name=title)
    return [
        table,
        *(
            a_record(
                "cell",
                f"{key}-{place}",
                a_fact("text", text, source, label="Text"),
                name=f"{row}, {column}",
                comparison=(table.ref, title),
                settings={"row": row, "column": column, "order": place},
            )
            for place, (row, column, text, source) in enumerate(cells)
        ),
    ]
