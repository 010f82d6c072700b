"""Which words of a text say a value: what an editor may want to quote. Asks no database."""

import re
from collections.abc import Iterable, Iterator

from profiles.provenance.quotes.folding import INVISIBLE, fold
from profiles.provenance.quotes.matching import SHORTEST
from profiles.provenance.quotes.stated_value import ClaimedValue, Says, states_value

MOST_PASSAGES = 3
LONGEST = 240  # characters of a passage; of a longer sentence, the part that says it
LONGEST_SENTENCE = 2_000  # looked through as a whole
MOST_READ = 400_000  # characters of a text: a second's work
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n\s*\n|\n(?![a-z0-9$€£])")
CLAUSE = re.compile(r"(?<=[,;:)])\s+|\s+(?=[(–—-])|\n")
UNSEEN = re.compile(f"[{INVISIBLE}]")
STEM = 5  # letters of a word that tell it: found, founded, founder


def passages_stating(text: str, said: ClaimedValue, *, about: str = "") -> list[str]:
    """At most three, each on one line; first those that share words with `about`.

    They are verbatim but for white space and characters that nobody sees.
    """
    stems = {word[:STEM] for word in _words(about)}
    found: dict[str, int] = {}
    for sentence in _sentences(text[:MOST_READ]):
        if passage := _saying(sentence, said):
            found.setdefault(passage, len(stems & {word[:STEM] for word in _words(sentence)}))
    best = sorted(found, key=lambda passage: -found[passage])
    return best[:MOST_PASSAGES]


def _sentences(text: str) -> Iterator[str]:
    for part in SENTENCE.split(UNSEEN.sub("", text)):
        if len(part := part.strip()) >= SHORTEST:
            yield part


def _saying(sentence: str, said: ClaimedValue) -> str:
    if len(sentence) <= LONGEST_SENTENCE and states_value(sentence, said) != Says.AGREES:
        return ""
    if len(sentence) <= LONGEST:
        return _in_a_line(sentence)
    clauses = (clause for clause in CLAUSE.split(sentence) if SHORTEST <= len(clause) <= LONGEST)
    telling = (clause for clause in clauses if states_value(clause, said) == Says.AGREES)
    return _in_a_line(next(telling, ""))


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W\d_]{3,}", fold(text).casefold())
