"""Whether a text had a quote, told by hashes of its words where the text may not be kept.

A fingerprint has the hash of every five consecutive words of a text, in no order. Whoever has the
text can make it again; whoever has only the fingerprint can ask whether five words stand in it.
It is no encryption: with four words that stand there and patience, the fifth can be guessed, so
each hash is made slow enough that a text is not read back in passing.

What stands there instead of a quote, where, and how often, no fingerprint tells.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import pbkdf2_hmac
from secrets import token_bytes

from profiles.provenance.quotes.folding import HYPHENATION, fold
from profiles.provenance.quotes.omissions import OMISSION

WINDOW = 5  # words
LENGTH = 5  # bytes of a hash: another window has the same one once in 2**40
ROUNDS = 100  # of the hash: about 50 µs
SALT = 16  # bytes
# Marks of notes are no words, and a dash between letters or beside white space joins none. The
# groups of a number are one word, so that no part of it is taken for all of it.
NOTE_MARK = re.compile(r"\[(?:[0-9]{1,3}|[a-z]|citation needed)\]")
GROUPED = re.compile(r"(?<=[0-9])[ '](?=[0-9]{3}(?![0-9]))")
DIVIDER = re.compile(r"[/()\[\]<>\"]+|(?<=[^\W\d_])-+(?=\w)|(?<=\w)-+(?=[^\W\d_])|(?<=\s)-+(?=\s)")
EDGES = "\"'.,;:!?()[]{}*_`#>|-"
ADDRESS = re.compile(r"https?://[^\s)>\"]+")
ADDRESS_PART, ESCAPED = re.compile(r"[^\W_]+"), re.compile("%[0-9A-Fa-f]{2}")


@dataclass(frozen=True)
class Fingerprint:
    salt: bytes
    words: int
    """Of the text."""
    windows: frozenset[bytes]

    @classmethod
    def of(cls, text: str, salt: bytes = b"") -> "Fingerprint":
        """`salt`: that of another one, to make the same again."""
        salt = salt or token_bytes(SALT)
        texts = _readings(text)
        windows = {window for words in texts for window in _windows(words)}
        return cls(salt, len(texts[0]), frozenset(_hash(each, salt) for each in windows))

    @classmethod
    def read(cls, text: str) -> "Fingerprint":
        """What `str()` wrote. Raises `ValueError` for anything else."""
        try:
            held = json.loads(text)
            salt, joined = bytes.fromhex(held["salt"]), b64decode(held["windows"], validate=True)
            words = held["words"]
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError("no fingerprint") from error
        if len(salt) != SALT or type(words) is not int or words < 0 or len(joined) % LENGTH:
            raise ValueError("no fingerprint")
        windows = (joined[at : at + LENGTH] for at in range(0, len(joined), LENGTH))
        return cls(salt, words, frozenset(windows))

    def __str__(self) -> str:
        """JSON: the salt in hexadecimal, the hashes in ascending order in base 64."""
        joined = b64encode(b"".join(sorted(self.windows))).decode()
        return json.dumps({"salt": self.salt.hex(), "words": self.words, "windows": joined})

    def parts(self, most: int) -> "list[Fingerprint]":
        """Fingerprints of at most so many hashes that are this one together."""
        hashes = sorted(self.windows)
        return [
            replace(self, windows=frozenset(hashes[at : at + most]))
            for at in range(0, max(1, len(hashes)), most)
        ]

    def joined(self, other: "Fingerprint") -> "Fingerprint":
        """With another part of it. Raises `ValueError` where that is of another one."""
        if (self.salt, self.words) != (other.salt, other.words):
            raise ValueError("parts of two fingerprints")
        return replace(self, windows=self.windows | other.windows)

    def holds(self, quote: str, prefix: str = "", suffix: str = "") -> bool | None:
        """Whether all five words in a row of a quote, with what stands around it, are in it.

        None where that cannot be told: of fewer than five words, or with some left out.
        """
        if OMISSION.search(quote):
            return None
        held = self._has(self._asked(quote, prefix, suffix))
        if not held and len(quote.split()) == 1 and self._has(_parts(quote)):
            return True  # a piece of an address
        return held

    def _has(self, words: list[str]) -> bool | None:
        windows = list(_windows(words))
        if not windows:
            return None
        return all(_hash(each, self.salt) in self.windows for each in windows)

    @staticmethod
    def _asked(quote: str, prefix: str, suffix: str) -> list[str]:
        """Of a short quote with as many words around it as make five with its first or last."""
        words = words_of(quote)
        lacking = WINDOW - len(words)
        if words and lacking > 0:
            before, behind = words_of(prefix), words_of(suffix)
            words = [*before[max(0, len(before) - lacking) :], *words, *behind[:lacking]]
        return words


@lru_cache(maxsize=32)
def fingerprint_of(text: str) -> Fingerprint | None:
    """The one that is kept as this text, if it is one."""
    try:
        return Fingerprint.read(text)
    except ValueError:
        return None


def words_of(text: str) -> list[str]:
    """Folded, without the punctuation around them."""
    folded = GROUPED.sub("", NOTE_MARK.sub("", fold(text)))
    said = (_bare(word) for word in DIVIDER.sub(" ", folded).split())
    return [word for word in said if word]


def _bare(word: str) -> str:
    """A sign before a figure is a part of it."""
    bare = word.strip(EDGES)
    is_negative = re.search(rf"-[$€£¥]?{re.escape(bare)}", word) and bare[:1] in "0123456789$€£¥"
    return f"-{bare}" if is_negative else bare


def _readings(text: str) -> list[list[str]]:
    """The words, again with those that a line's end divides put together in either way, and the
    parts of each address.
    """
    ways = [rule for rule in HYPHENATION if not rule.is_idle(text)]
    joined = (rule.pattern.sub(rule.replace, text) for rule in ways)
    addresses = (_parts(found) for found in ADDRESS.findall(text))
    return [*(words_of(each) for each in (text, *joined)), *addresses]


def _parts(address: str) -> list[str]:
    """Of an address, or of a piece of one; the mark keeps them apart from words of the text."""
    return [f"/{part}" for part in ADDRESS_PART.findall(ESCAPED.sub(" ", address))]


def _windows(words: list[str]) -> Iterator[str]:
    return (" ".join(words[at : at + WINDOW]) for at in range(len(words) - WINDOW + 1))


@lru_cache(maxsize=20_000)
def _hash(window: str, salt: bytes) -> bytes:
    return pbkdf2_hmac("sha256", window.encode(), salt, ROUNDS, LENGTH)
