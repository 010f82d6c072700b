"""What there is to say of a source beyond its imprint, and which sources it names for its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from profiles.document.schema import Document, Source
from profiles.renderings.wording import words_of
from profiles.values.locales import babel_locale


@dataclass(frozen=True, slots=True)
class Particular:
    """`href`: an address, or an anchor in the list of sources."""

    label: str
    words: str
    href: str = ""

    @property
    def line(self) -> str:
        """As plain text; of addresses only those that lead away from the site."""
        address = self.href if "://" in self.href and self.href != self.words else ""
        return ", ".join(part for part in (f"{self.label}: {self.words}", address) if part)


def kind(source: Source) -> Iterator[Particular]:
    """For the formats whose imprint does not begin with it."""
    if source.kind:
        yield Particular("Kind", source.kind)


def particulars(document: Document, source: Source) -> Iterator[Particular]:
    told = {
        "Language": language(source.language),
        "Speaks of": words_of("date", source.as_of, source.as_of),
        "About the author": source.author_note,
        "Topics": ", ".join(source.topics),
        "Mentions": ", ".join(source.entities),
    }
    yield from (Particular(label, text) for label, text in told.items() if text)
    if source.author_url:
        yield Particular("The author’s page", source.author_url, source.author_url)
    for address in source.alternates:
        is_web = address.startswith(("https://", "http://"))
        yield Particular("Also at", address, address if is_web else "")
    followed = document.source(source.derived_from)
    if followed:
        yield Particular("Follows the material of", followed.title, f"#source-{followed.key}")


def language(code: str) -> str:
    """`fr` is French; a code that is not known stays as it is."""
    return str(babel_locale("en").languages.get(code.replace("-", "_"), code))


def named_by(document: Document, source: Source) -> Iterator[Particular]:
    """Which sources of the document name this one for what they say, and where."""
    for (citing, origin), places in _behind(document).items():
        if origin == source.key:
            yield _named("Named by", document, citing, places, f"#source-{citing}")


def names(document: Document, source: Source) -> Iterator[Particular]:
    """The sources that this one names for what it says, with their addresses as it gives them."""
    for (citing, origin), places in _behind(document).items():
        if citing == source.key:
            named = document.source(origin)
            yield _named("Names", document, origin, places, named.url if named else "")


def _named(label: str, document: Document, key: str, places: list[str], href: str) -> Particular:
    source = document.source(key)
    title = source.title if source else key
    return Particular(label, f"{title} ({'; '.join(places)})" if places else title, href)


def _behind(document: Document) -> dict[tuple[str, str], list[str]]:
    """(Source, the source that it names) -> the places where it does so, each once."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for citation in document.citations:
        if citation.origin:
            places = found.setdefault((citation.source, citation.origin), {})
            places.update({citation.locator: None} if citation.locator else {})
    return {pair: list(places) for pair, places in found.items()}
