"""The signs of what a machine found of a quote: one set for every page."""

from dataclasses import dataclass

from profiles.models import QuoteCheck

Outcome, Says = QuoteCheck.Outcome, QuoteCheck.Says


@dataclass(frozen=True, slots=True)
class Sign:
    """`tone`: good, amber, bad or quiet, as of the marks."""

    sign: str
    words: str
    tone: str

    def saying(self, words: str) -> "Sign":
        """The same sign with other words, which begin a line."""
        return Sign(self.sign, words[:1].upper() + words[1:], self.tone)


UNCHECKED = Sign("○", "Not checkable", "quiet")
INCONCLUSIVE = Sign("○", "Not found, which proves nothing", "amber")
DRIFTED = Sign("↯", "Gone from the latest text", "bad")
OUTCOMES = {
    Outcome.EXACT: Sign("✓", "Word for word", "good"),
    Outcome.NORMALISED: Sign("✓", "Found, but for", "good"),
    Outcome.FINGERPRINT: Sign("✓", "By fingerprint", "good"),
    Outcome.ELSEWHERE: Sign("!", "Only in another capture of it or of a copy", "amber"),
    Outcome.MISSING: Sign("✗", "Not found", "bad"),
}
SAYS = {
    Says.AGREES: Sign("✓", "Says the value", "good"),
    Says.DISAGREES: Sign("≠", "Says another value", "bad"),
    Says.ABSENT: Sign("○", "Names no value", "quiet"),
    Says.UNREAD: Sign("?", "Names a value that could not be read: compare it yourself", "amber"),
}
