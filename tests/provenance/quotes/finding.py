"""Where a text holds a quote, as tests compare it."""

from profiles.provenance.quotes.matching import FoldedText


def found(text: str, quote: str, **around: str) -> tuple[str, tuple[str, ...]] | None:
    """The passage as it stands in the text, and the rules."""
    place = FoldedText(text).find(quote, **around)
    return (text[place.start : place.end], place.rules) if place else None
