"""What a rendering is made from: one release of one profile, and the site it appears on."""

from dataclasses import dataclass

from profiles.document.schema import Document, Envelope


@dataclass(frozen=True, slots=True)
class Site:
    name: str
    url: str
    """Scheme and host, without a slash at the end."""


@dataclass(frozen=True, slots=True)
class Edition:
    document: Document
    envelope: Envelope
    site: Site
    published: frozenset[str] = frozenset()
    """Keys of companies that it names and that have pages of their own."""

    @property
    def path(self) -> str:
        """The company's address on the site; other formats and pages hang on it."""
        return f"{self.stem}/"

    @property
    def background_path(self) -> str:
        return f"{self.path}background/"

    @property
    def url(self) -> str:
        return f"{self.site.url}{self.path}"

    @property
    def stem(self) -> str:
        """Other formats add their suffix to it: `/companies/acme` + `.md`."""
        return f"/companies/{self.document.profile}"
