"""Whether two texts say the same."""

import re
import unicodedata

from profiles.provenance.disagreements.kinds import Disagreement, Kind, compatible, contradiction
from profiles.values.typography import plain

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
# What only parts words: gone, unless it parts two digits, for 2.0 is not 20.
PART = r"[\s.,;:/!?()\[\]'\"“”„‘«»_-]+"
BETWEEN_WORDS = re.compile(rf"(?<!\d){PART}|{PART}(?!\d)")
ADDRESS = re.compile(r"https?://(?:www\.)?(?P<rest>\S+?)/?", re.IGNORECASE)
# Words with which an addition takes back what stands before it.
TAKES_BACK = frozenset({"not", "no", "non", "never", "except", "but", "only", "without", "former"})
LONGEST_ADDITION = 4  # words
LONGEST_SHOWN = 60


def compare_texts(one: str, other: str) -> Disagreement:
    addresses = [address for text in (one, other) if (address := _address(text))]
    if len(addresses) == 2:
        return _compare_addresses(*addresses)
    if is_same(one, other):
        return compatible("the words are the same but for typography, capitals or accents")
    for shorter, longer in ((one, other), (other, one)):
        if _only_adds(shorter, longer):
            return compatible(f"“{_short(longer)}” only says more than “{_short(shorter)}”")
    return Disagreement(
        Kind.CONTRADICTION,
        "The words differ: somebody has to say whether both can be true.",
    )


def compare_answers(one: str, other: str) -> Disagreement:
    """Two entries of one list, in words."""
    return contradiction(f"it is either “{_short(one)}” or “{_short(other)}”")


def is_same(one: str, other: str) -> bool:
    """But for typography, capitals and accents; texts of signs alone are compared as they are."""
    return (_bare(one) or one) == (_bare(other) or other)


def _bare(text: str) -> str:
    text = "".join(map(_without_accents, plain(text))).casefold().translate(UNDECOMPOSED)
    return BETWEEN_WORDS.sub("", text.replace("&", " and "))


def _without_accents(letter: str) -> str:
    """The base letter; superscripts and the like stay, for 10² is not 102."""
    if unicodedata.category(letter) == "No":
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _compare_addresses(one: str, other: str) -> Disagreement:
    if one == other:
        return compatible("it is one address, written in two ways")
    return contradiction("the addresses lead to two places")


def _address(text: str) -> str:
    """Host in small letters and path of a web address, without `www`; of other text nothing."""
    found = ADDRESS.fullmatch(text.strip())
    host, slash, path = found["rest"].partition("/") if found else ("", "", "")
    return host.lower() + slash + path


def _only_adds(shorter: str, longer: str) -> bool:
    """Whether the longer is the shorter and, after a comma, a few words: `Paris, France`."""
    for comma in re.finditer(",", longer):
        added = re.findall(r"\w+", longer[comma.end() :].casefold())
        if (
            is_same(shorter, longer[: comma.start()])
            and 0 < len(added) <= LONGEST_ADDITION
            and not TAKES_BACK & set(added)
        ):
            return True
    return False


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1].rstrip()}…"
