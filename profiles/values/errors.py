"""The one error of this package."""

import re

LONGEST_ECHO = 60


class UnreadableValue(ValueError):
    """A text that is no value of its kind; `str()` is a sentence for the editor who wrote it.

    `text` is what was written, `example` what to write instead, `kind` names the value with its
    article ("a date"), `reason` is a clause that says what is wrong, where that is known.
    """

    def __init__(self, text: object, *, kind: str, example: str, reason: str = "") -> None:
        super().__init__(text, kind, example, reason)
        self.text = str(text)
        self.kind = kind
        self.example = example
        self.reason = reason

    @property
    def choices(self) -> tuple[str, ...]:
        """The examples one by one: each is read when it is typed."""
        return tuple(re.split(r", | or ", self.example))

    def __str__(self) -> str:
        advice = f"Write for example {self.example}."
        if not self.text.strip():
            return f"Nothing to read as {self.kind}. {advice}"
        echo = self.text
        if len(echo) > LONGEST_ECHO:
            echo = echo[: LONGEST_ECHO - 1] + "…"
        reason = f": {self.reason}" if self.reason else ""
        stop = "" if reason.endswith("?") else "."
        return f"Cannot read “{echo}” as {self.kind}{reason}{stop} {advice}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.text, self.kind, self.example, self.reason)


def _rebuild(text: str, kind: str, example: str, reason: str) -> UnreadableValue:
    return UnreadableValue(text, kind=kind, example=example, reason=reason)
