"""Whether the quotations were found in archived texts, counted. Nothing skipped counts as found."""

from collections import Counter
from collections.abc import Iterator

from profiles.document.schema import Check, Document

RESULTS = {
    "exact": "found word for word in archived texts",
    "normalised": "found but for typography",
    "fingerprint": "found by fingerprint of the full text",
    "gone": "found, but no longer in the latest text",
    "elsewhere": "found only in another text of the source",
    "missing": "not found",
    "part": "not in the part that is archived",
    "unprinted": "not found by fingerprint",
    "short": "not checked, being too short",
    "beyond": "not checked, being too short for a fingerprint",
    "waiting": "not checked yet",
    "bare": "not checked, as nothing of the source is archived",
}
UNCHECKED = {
    "too short": "short",
    "beyond a fingerprint": "beyond",
    "not yet": "waiting",
    "nothing archived": "bare",
}


def quotations(document: Document, source: str = "") -> Iterator[Check]:
    """What was found of each quotation, or of those of one source; none of older documents."""
    for citation in document.citations:
        is_asked = source in ("", citation.source)
        if is_asked and citation.quote and isinstance(citation.check, Check):
            yield citation.check


def counted(document: Document) -> Counter[str]:
    """By result, in the order of `RESULTS`."""
    counts = Counter(map(_result, quotations(document)))
    return Counter({result: counts[result] for result in RESULTS if counts[result]})


def of_the_document(document: Document) -> str:
    """`Of 576 quotations, 570 were found word for word in archived texts and 6 not found.`"""
    counts = counted(document)
    total = counts.total()
    if not total:
        return ""
    whole = f"Of {total:,} quotation{'' if total == 1 else 's'}"
    if counts["bare"] == total:
        return f"{whole}, none could be checked: no texts are archived."
    (result, count), *others = counts.items()
    first = f"{count:,} {'was' if count == 1 else 'were'} {RESULTS[result]}"
    rest = [f"{count:,} {RESULTS[result]}" for result, count in others]
    return f"{whole}, {_listed([first, *rest])}."


def texts_read(document: Document, source: str) -> int:
    """In how many archived texts of a source its quotations were looked for."""
    checks = quotations(document, source)
    return len({(each.depth, each.seen) for each in checks if each.outcome != "unchecked"})


def of_the_source(document: Document, source: str) -> str:
    """`12 quotations found word for word in the full text archived on 3 March 2025.`"""
    counts = Counter(check.words for check in quotations(document, source)).most_common()
    if not counts:
        return ""
    (words, count), *others = counts
    first = f"{count:,} quotation{'' if count == 1 else 's'} {words}"
    return f"{'; '.join([first, *(f'{count:,} {words}' for words, count in others)])}."


def _result(check: Check) -> str:
    if check.outcome == "unchecked":
        return UNCHECKED.get(check.why, "waiting")
    if check.outcome == "missing" and check.depth != "full":
        return "unprinted" if check.depth == "fingerprint" else "part"
    return "gone" if check.gone and check.is_found else check.outcome


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
