"""A str that is canonical by construction."""

from typing import Self


class CanonicalText(str):
    """Base of the value classes. Subclasses say in `_check` what canonical means.

    Immutable, hashable and equal to its plain text. `<` compares text, not time or size: sort by
    the properties of the value, or in the database by the field's companion column.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Take canonical text; raise UnreadableValue for any other."""
        cls._check(text)
        return super().__new__(cls, text)

    @classmethod
    def trusted(cls, text: str) -> Self:
        """Take text that is known to be canonical, such as our own column's: no check, no parse."""
        return super().__new__(cls, text)

    @classmethod
    def _check(cls, text: str) -> None:
        raise NotImplementedError

    def display(self, locale: str = "en") -> str:
        """Return it in words. `locale`: a language code."""
        raise NotImplementedError

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return type(self).trusted, (str(self),)


def in_words(value: object) -> str:
    """A canonical value as people read it; any other as its text."""
    return value.display() if value and isinstance(value, CanonicalText) else str(value or "")
