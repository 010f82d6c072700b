"""What the guide says beyond the models' own help texts: sheets, parts, keys, examples."""

from profiles.workbook.columns import CAPTURES, CLAIMS, SOURCES

NOTES = (
    "Use the sheets and columns that you need. A blank cell changes nothing; (clear) empties it.",
    "Whatever is named by a key is in this workbook or known already. The order of rows is free.",
    "A value is published with a source only. Write it behind the value: name:source, name:quote …",
    "A value that says “cited with” another needs no source where that other one has one.",
    "A cell that differs from a sourced value becomes a rival claim to rule on.",
    "Further citations, rival values and rulings stand in the sheet “claims”.",
    "This sheet, “readme”, and sheets that begin with “_” are not imported.",
)

# What a sheet holds, one row each.
SHEET_WORDS = {
    SOURCES: "The documents that values are cited from; those known already need no row",
    CAPTURES: "What was read of a source, and when; may be left out",
    "companies": "Every organisation that is named; what is only named needs its key and name",
    "people": "Everybody who is named",
    "roles": "Somebody's office at a company",
    "rounds": "Financings of a company; debt is one too",
    "investments": "Who took part in a round: one row for each investor",
    "valuations": "What the company was said to be worth",
    "metrics": "A figure at one date; the same measure at another date is another row",
    "products": "What the company offers",
    "deals": "Acquisitions, partnerships, customers, plans; their own money, not money raised",
    "parties": "The others in a deal: one row for each",
    "events": "What happened or is expected",
    "participants": "Who was at an event: one row for each",
    "quotations": "Somebody's words",
    "certifications": "Certificates, standards, and laws that bind",
    "statements": "What somebody says about the company, kept as their word and not as a fact",
    "comparisons": "Tables that compare the company with others: one row for each table",
    "cells": "The cells of those tables: one row for each, each with its own source",
    "names": "Other names, to find a record by",
    "links": "Where the company is on the web",
    "sections": "Prose in Markdown",
    "faq": "Questions with answers in Markdown",
    CLAIMS: "One row for each further source of a value, and for each value that was not chosen",
}

PARTS = {
    "source": ("Key of the source that says so; the value is then cited and accepted", "le-monde"),
    "locator": ("Where in the source: line, section, table cell", "paragraph 4"),
    "quote": ("The source's own words, verbatim", "raised €385 million"),
    "origin": (
        "Key of the source that this one relies on, where it names one (“according to …”)",
        "bloomberg-2026",
    ),
    "as_of": ("The date for which the source says so", ""),
    "status": ("How sure the source is", "reported"),
    "printed": ("The value as the source prints it, where you write it otherwise", "$500+ million"),
}

# In place of the model's help text.
LEADS = {
    (SOURCES, "key"): "Names the source here and in footnotes; stays the same",
    (SOURCES, "canonical"): "Key of the source that this one copies",
    (SOURCES, "derived_from"): "Key of the source whose material it follows",
    (CAPTURES, "source"): "Key of the source",
    (CAPTURES, "edition"): "Tells one capture of the source from another",
    (CAPTURES, "seen_at"): "When it was captured; needed for a new one",
    (CAPTURES, "sha256"): "SHA-256 of the file or the text that was captured",
    (CAPTURES, "fingerprint"): (
        "In place of the text: tells whether a quote stands in it. A long one goes on in another "
        "row of the same edition"
    ),
    (CLAIMS, "record"): "What the claim is about: kind/key; the kind stands beside its sheet",
    (CLAIMS, "fact"): "The name of the fact's column",
    (CLAIMS, "value"): "The value that the source asserts; the same in every row that cites it",
    (CLAIMS, "printed"): "As the source prints it; in the first row of a value",
    (CLAIMS, "as_of"): "The date for which it holds; in the first row of a value",
    (CLAIMS, "status"): "How sure the source is; in the first row of a value",
    (CLAIMS, "decision"): "Whether this value was chosen; in the first row of a value",
    (CLAIMS, "reason"): "Why; needed with a decision",
    (CLAIMS, "note"): "Why, in a sentence that readers see; in the first row of a value",
    (CLAIMS, "source"): "Key of the source, or key@edition for an older capture",
    (CLAIMS, "origin"): PARTS["origin"][0],
    (CLAIMS, "before"): "The words before a quote that is too short to be told from another",
    (CLAIMS, "after"): "The words after it",
    ("sources", "language"): "Two letters",
    ("cells", "row"): "What is compared: the words at the left of the table",
    ("cells", "column"): "Who is compared: the words above the table",
    ("cells", "order"): (
        "A whole number. Rows and columns of the table stand in the order of their first cells"
    ),
    ("statements", "about"): "What it is about, if not the company as a whole",
    ("statements", "topic"): "Under which heading it stands",
}

EXAMPLES = {
    (SOURCES, "key"): "le-monde-2023",
    (SOURCES, "canonical"): "reuters-2023",
    (SOURCES, "derived_from"): "reuters-2023",
    (SOURCES, "url"): "https://example.org/article",
    (SOURCES, "language"): "en",
    (CAPTURES, "source"): "le-monde-2023",
    (CAPTURES, "edition"): "2023-12-11",
    (CAPTURES, "seen_at"): "2023-12-11T09:30",
    (CLAIMS, "record"): "company/mistral-ai",
    (CLAIMS, "fact"): "founded",
    (CLAIMS, "value"): "2023-04",
    (CLAIMS, "source"): "le-monde",
    (CLAIMS, "decision"): "accepted",
    (CLAIMS, "reason"): "newer",
    (CLAIMS, "origin"): PARTS["origin"][1],
    ("companies", "headquarters"): "Paris, France",
    ("companies", "country"): "FR",
    ("investments", "investor"): "company/asml",
    ("parties", "who"): "company/asml",
    ("participants", "who"): "person/arthur-mensch",
    ("statements", "about"): "product/mistral-7b",
    ("cells", "row"): "Licence",
    ("cells", "column"): "Mistral AI",
    ("cells", "order"): "1",
}

KEY_WORDS = "Names the row: small letters, digits and hyphens; stays the same for ever"
# How keys are best made: what the row belongs to, then what tells it from the others.
KEYS = {
    "company": "mistral-ai",
    "person": "arthur-mensch",
    "role": "mistral-ai-arthur-mensch-ceo",
    "round": "mistral-ai-2023-12",
    "investment": "mistral-ai-2023-12-asml",
    "valuation": "mistral-ai-2023-12-valuation",
    "metric": "mistral-ai-arr-2026-02",
    "product": "mistral-7b",
    "deal": "mistral-ai-asml",
    "party": "mistral-ai-asml-asml",
    "event": "mistral-ai-vivatech-2025",
    "participant": "mistral-ai-vivatech-2025-arthur-mensch",
    "quotation": "mistral-ai-not-for-sale",
    "certification": "mistral-ai-soc-2",
    "statement": "mistral-ai-strategy-1",
    "comparison": "mistral-ai-openai",
    "cell": "mistral-ai-openai-licence",
    "name": "asml-short",
    "link": "mistral-ai-website",
    "section": "mistral-ai-about",
    "faq": "mistral-ai-who-founded",
}
