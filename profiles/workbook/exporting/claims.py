"""Which claim stands in the cells of its fact, and what is left for the sheet `claims`.

The cells show the accepted claim, where it has the column's value and its first citation supports
it. Whatever that does not tell — a ruling, rivals, further citations, a value that was changed
since it was cited — goes to the sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from profiles.facts import BY_KIND
from profiles.models import Body, Citation, Claim, Decision, Reason, Stance
from profiles.workbook.columns import PARTS
from profiles.workbook.formats.sheets import CLEAR, tidy
from profiles.workbook.planning.database import DatabaseState


@dataclass
class ExportedCitation:
    stored: DatabaseState
    shown: set[int] = field(default_factory=set)
    """Primary keys of the claims that stand in cells."""

    def accepted(self, body: Body, fact: str) -> Claim | None:
        claims = self.stored.claims[body.pk]
        return next((c for c in claims if c.fact == fact and _is_accepted(c)), None)

    def place(self, citation: Citation) -> dict[str, str]:
        source = citation.capture.source.key
        latest = self.stored.captures[source][-1]
        edition = "" if latest.pk == citation.capture_id else f"@{tidy(citation.capture.edition)}"
        return {
            "source": f"{source}{edition}",
            "locator": tidy(citation.locator),
            "quote": tidy(citation.exact),
            "before": tidy(citation.prefix),
            "after": tidy(citation.suffix),
            "origin": citation.origin.key if citation.origin else "",
        }


def fact_cells(body: Body, fact: str, citing: ExportedCitation) -> dict[str, str]:
    """The cells `fact:source` and so on; and `(clear)` for a value that was emptied since cited."""
    claim = citing.accepted(body, fact)
    if claim is None:
        return {}
    value = tidy(str(getattr(body, fact)))
    citations = citing.stored.citations[claim.pk]
    if not value:
        return {fact: CLEAR}
    if value != tidy(claim.value) or not citations or not _fits(citations[0]):
        return {}
    citing.shown.add(claim.pk)
    parts = citing.place(citations[0]) | _said(claim)
    return {f"{fact}:{part}": parts[part] for part in PARTS}


def _fits(citation: Citation) -> bool:
    """Whether the cells beside a value can tell all of it."""
    return citation.stance == Stance.SUPPORTS and not (citation.prefix or citation.suffix)


def claim_rows(citing: ExportedCitation) -> Iterator[dict[str, str]]:
    for kind, record_type in BY_KIND.items():
        order = {fact.name: place for place, fact in enumerate(record_type.facts)}
        for ref in sorted(ref for ref in citing.stored.bodies if ref[0] == kind):
            claims = citing.stored.claims[citing.stored.bodies[ref].pk]
            for claim in sorted(claims, key=lambda c: (order[c.fact], c.decision, tidy(c.value))):
                yield from _rows(claim, "/".join(ref), citing)


def _rows(claim: Claim, ref: str, citing: ExportedCitation) -> Iterator[dict[str, str]]:
    shown = claim.pk in citing.shown
    what = {"record": ref, "fact": claim.fact, "value": tidy(claim.value)}
    what |= {} if shown else _said(claim)
    what |= {name: tidy(getattr(claim, name)) for name in ("decision", "reason", "note")}
    citations = citing.stored.citations[claim.pk][1 if shown else 0 :]
    for citation in citations:
        yield what | citing.place(citation) | {"stance": citation.stance}
    plain = shown and claim.reason == Reason.UNDISPUTED and not claim.note
    if not citations and not plain:
        yield what


def _said(claim: Claim) -> dict[str, str]:
    return {name: tidy(str(getattr(claim, name))) for name in ("printed", "as_of", "status")}


def _is_accepted(claim: Claim) -> bool:
    return claim.decision == Decision.ACCEPTED
