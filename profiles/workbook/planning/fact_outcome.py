"""One fact of one record: its cell, its claims as stored and as asked -> what is to become of it.

A cell with a source asks to accept its value. Nobody's ruling is overturned unless the importer
chose `Mode.ACCEPT`: until then a value that differs from a sourced one is a rival to rule on.
"""

from profiles.models import Decision, Reason
from profiles.workbook.planning.claim_rows import RequestedClaims
from profiles.workbook.planning.context import Mode, PlanningContext
from profiles.workbook.planning.drafts import CitationDraft, ClaimDraft, RecordDraft
from profiles.workbook.planning.ledger import Place

LONGEST_PRINTED = 300
RIVAL = "differs from a sourced value: becomes a rival claim to rule on"
DISPUTED = "sources disagree here: becomes a rival claim to rule on"
KEPT = "this value was not chosen when it was ruled on, and stays so"


class FactOutcome:
    """`settle()` once; the outcome is in the drafts of `record`, refusals are in the ledger."""

    def __init__(
        self,
        record: RecordDraft,
        fact: str,
        cell: RequestedClaims | None,
        asked: dict[str, RequestedClaims],
        context: PlanningContext,
    ) -> None:
        self.record, self.fact, self.cell, self.asked, self.context = (
            record,
            fact,
            cell,
            asked,
            context,
        )
        self.claims = record.claims.setdefault(fact, {})
        self.stored = list(self.claims.values())
        self.former = next((c for c in self.stored if c.was == Decision.ACCEPTED), None)

    def settle(self) -> None:
        self._cite_by_default()
        if self._contradictory():
            return
        cited = self.cell is not None and bool(self.cell.citations)
        if cited and self.cell:
            self._merge(self.cell)
        for asked in self.asked.values():
            self._merge(asked)
        wanted = self.cell.value if cited and self.cell else self._asked_accepted()
        if wanted:
            self._rule(wanted)
        if self.cell and not cited and self.cell.value != wanted:
            self._follow_uncited(self.cell)
        for asked in self.asked.values():
            if asked.value != wanted:
                self._decide_as_asked(asked)

    # --- what the workbook asks for ---------------------------------------------------------

    def _asked_accepted(self) -> str | None:
        accepted = (a.value for a in self.asked.values() if a.decision == Decision.ACCEPTED)
        return next(accepted, None)

    def _cite_by_default(self) -> None:
        """A new value without a source is cited from the default source."""
        cell = self.cell
        if not cell or not cell.value or cell.citations or self.asked.get(cell.value):
            return
        known = self.former and self.former.value == cell.value
        new = self.record.body is None or cell.value != self.record.final(self.fact)
        if known or not new or self._asked_accepted():
            return
        if citation := self.context.default_citation(cell.place):
            cell.citations.append(citation)

    def _contradictory(self) -> bool:
        accepted = [a for a in self.asked.values() if a.decision == Decision.ACCEPTED]
        for second in accepted[1:]:
            return self._problem(
                second.place.at("decision"),
                f"Two values of “{self.fact}” are accepted, here and in row "
                f"{accepted[0].place.row}. Accept one of them.",
            )
        cell = self.cell
        if cell is None:
            return False
        if cell.citations:
            return self._contradicts_cited(cell, accepted)
        return bool(accepted) and self._contradicts_uncited(cell, accepted[0])

    def _contradicts_cited(self, cell: RequestedClaims, accepted: list[RequestedClaims]) -> bool:
        own = self.asked.get(cell.value)
        if own and own.decision in (Decision.OPEN, Decision.REJECTED):
            return self._problem(
                own.place.at("decision"),
                f"{self._cell_words(cell)} cites this value and so accepts it. "
                f"Empty “{self.fact}:source” there, or write accepted here.",
            )
        if accepted and accepted[0].value != cell.value:
            return self._problem(
                accepted[0].place.at("decision"),
                f"{self._cell_words(cell)} cites another value, “{cell.value[:60]}”, and so "
                "accepts it. Write this value there, or change the decision here.",
            )
        return False

    def _contradicts_uncited(self, cell: RequestedClaims, accepted: RequestedClaims) -> bool:
        """It may be so only where it is so already, or comes whole with a new record."""
        known = self.former and self.former.value == accepted.value
        if cell.value == accepted.value or known or self.record.body is None:
            return False
        return self._problem(
            accepted.place.at("decision"),
            f"{self._cell_words(cell)} has another value, “{cell.value[:60]}”. "
            "Write this value there too, or empty that cell.",
        )

    def _cell_words(self, cell: RequestedClaims) -> str:
        return f"The cell “{self.fact}” in sheet “{cell.place.sheet}”, row {cell.place.row}"

    def _problem(self, place: Place, message: str) -> bool:
        self.context.ledger.problem(place, message)
        return True

    # --- claims and their citations ---------------------------------------------------------

    def _merge(self, asked: RequestedClaims) -> ClaimDraft:
        claim = self.claims.get(asked.value)
        if claim is None:
            claim = self.claims[asked.value] = ClaimDraft(asked.value, asked.place)
            claim.terms["printed"] = asked.typed[:LONGEST_PRINTED]
        elif claim.claim:
            claim.place = asked.place
        for name in ("printed", "as_of", "status"):
            if name in asked.terms and self._states_first(asked, name):
                claim.terms[name] = asked.terms[name]
        for citation in asked.citations:
            _add_citation(claim, citation)
        return claim

    def _states_first(self, asked: RequestedClaims, name: str) -> bool:
        """The cell's own word counts before the claims sheet's."""
        cell = self.cell
        return asked is cell or not cell or asked.value != cell.value or name not in cell.terms

    # --- rulings ----------------------------------------------------------------------------

    def _rule(self, value: str) -> None:
        claim, asked = self.claims[value], self.asked.get(value)
        if claim.was == Decision.ACCEPTED:
            if asked:
                self._amend(claim, asked)
            if self.cell and self.cell.value == value:
                self._set_column(value)
            return
        if claim.was == Decision.REJECTED and self.context.mode == Mode.PROPOSE:
            self._refuse_to_overturn(claim, asked)
            return
        reason = asked.terms.get("reason", "") if asked else ""
        note = asked.terms.get("note", "") if asked else ""
        rivals = any(stored is not claim for stored in self.stored)
        if rivals and reason == Reason.UNDISPUTED:
            reason = ""
        if not self.former and (reason or not rivals):
            self._accept(claim, reason or Reason.UNDISPUTED, note)
        elif self.context.mode == Mode.ACCEPT:
            note = note or ("" if reason else f"Imported from {self.context.file}.")
            self._accept(claim, reason or Reason.JUDGEMENT, note)
        else:
            claim.proposed = True
            claim.words = RIVAL if self.former else DISPUTED

    def _accept(self, claim: ClaimDraft, reason: str, note: str) -> None:
        """As `provenance.claims.rulings.accept`: claims that are not set aside go with it."""
        if not claim.citations:
            self._problem(
                claim.place, "Cite a source for this value before you accept it: name one."
            )
            return
        claim.decide(Decision.ACCEPTED, reason, note)
        claim.words = "accepted"
        for rival in self.claims.values():
            asked = self.asked.get(rival.value)
            free = rival is not claim and not (asked and asked.decision)
            if free and rival.decision != Decision.REJECTED and reason != Reason.UNDISPUTED:
                rival.decide(Decision.REJECTED, reason)
        self._set_column(claim.value)

    def _set_column(self, value: str) -> None:
        if self.record.final(self.fact) != value:
            self.record.values[self.fact] = value

    def _follow_uncited(self, cell: RequestedClaims) -> None:
        """A cell without a source: the column follows, unless a sourced value stands there."""
        if cell.value == self.record.final(self.fact):
            return
        if self.former is None or self.former.value == cell.value:
            self._set_column(cell.value)
        elif cell.value:
            self._propose_uncited(cell)
        elif self.context.mode == Mode.ACCEPT:
            self._set_column("")
        else:
            self._problem(
                cell.place,
                "This value is cited. Set its claim aside first, or import with “accept”.",
            )

    def _propose_uncited(self, cell: RequestedClaims) -> None:
        known = self.claims.get(cell.value)
        if known is None or not known.citations:
            self._problem(
                cell.place,
                f"This differs from the sourced value “{self.former.value[:60]}”: "  # type: ignore[union-attr]
                f"name a source for it in “{self.fact}:source”, or a default source.",
            )
            return
        self._merge(cell)
        self._rule(cell.value)

    def _decide_as_asked(self, asked: RequestedClaims) -> None:
        claim = self.claims[asked.value]
        if not asked.decision and asked.terms.get("reason") and claim.decision == Decision.OPEN:
            self._problem(
                asked.place.at("decision"),
                "A reason needs its decision: write accepted or rejected.",
            )
        elif asked.decision in ("", claim.was):
            self._amend(claim, asked)
        elif claim.was in (Decision.ACCEPTED, Decision.REJECTED) and (
            self.context.mode == Mode.PROPOSE
        ):
            self._refuse_to_overturn(claim, asked)
        elif asked.decision == Decision.OPEN:
            claim.decide(Decision.OPEN, "", asked.terms.get("note", ""))
        elif asked.decision == Decision.REJECTED:
            self._reject(claim, asked)

    def _reject(self, claim: ClaimDraft, asked: RequestedClaims) -> None:
        reason = asked.terms.get("reason", "")
        if reason == Reason.UNDISPUTED:
            self._problem(asked.place.at("reason"), "Choose the reason why this value is not used.")
        claim.decide(Decision.REJECTED, reason, asked.terms.get("note", ""))

    def _amend(self, claim: ClaimDraft, asked: RequestedClaims) -> None:
        """Another reason or note for the decision in place."""
        for name in ("reason", "note"):
            if name in asked.terms:
                claim.terms[name] = asked.terms[name]

    def _refuse_to_overturn(self, claim: ClaimDraft, asked: RequestedClaims | None) -> None:
        if asked and asked.decision:
            self._problem(
                asked.place.at("decision"),
                f"This claim was ruled on since: it is {claim.was}. Restore the cell, or import "
                "with “accept” to overturn the ruling.",
            )
        else:
            claim.words = KEPT


def _add_citation(claim: ClaimDraft, asked: CitationDraft) -> None:
    """The same place twice is one citation; a plain key means any edition known to say so."""
    known = next((c for c in claim.citations if c.spot == asked.spot), None)
    if known is None and not asked.exact_edition:
        spot = asked.capture.source, asked.locator, asked.spot[3]
        stored = [c for c in claim.citations if c.citation]
        known = next((c for c in stored if (c.spot[0], *c.spot[2:]) == spot), None)
    if known is None:
        claim.citations.append(asked)
    else:
        known.stance = asked.stance or known.stance
        known.origin = asked.origin or known.origin
        known.prefix = asked.prefix or known.prefix
        known.suffix = asked.suffix or known.suffix
