"""Names as people search and compare them: without accents, capitals, punctuation, legal forms."""

import re
import unicodedata

# Letters that no accent can be taken off.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
    | {"ŧ": "t", "ŋ": "n", "ĸ": "k", "ß": "ss"}
)
JOINED = re.compile(r"['’ʼ`´‘.·\u00ad\u200b-\u200f\u2060\ufeff-]")
"""Marks within names that some write and others leave out."""
APART = re.compile(r"[\W_]+")
# At the end of a name; what remains has to be a name still.
BETWEEN = {"and", "et", "und", "y", "e"}
LEGAL_FORMS = re.compile(
    r"(?: (?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|lp|plc|pbc|gmbh|mbh|"
    r"ag|kg|kgaa|ohg|ug|se|sa|sas|sasu|sarl|sca|snc|nv|bv|cv|spa|srl|sl|ab|asa|as|aps|oy|oyj|kk|"
    r"pty|pte|pjsc|ojsc|jsc))+$"
)


def unaccented(text: str) -> str:
    """`Ménard` and `MENARD` alike, `Ørsted` and `orsted`; signs stay."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return bare.translate(LETTERS)


def folded(text: str) -> str:
    """`L’Oréal` and `loreal` alike: what some write within a name and others leave out is gone."""
    return JOINED.sub("", unaccented(text))


def search_words(text: str) -> str:
    """Words without accents, case and signs: `cafe` finds `Café`, `cma cgm` finds `CMA-CGM`."""
    return " ".join("".join(c if c.isalnum() else " " for c in unaccented(text)).split())


def name_key(name: str) -> str:
    """The same for names that are probably one: spacing and legal forms do not count."""
    said = " ".join(word for word in APART.sub(" ", folded(name)).split() if word not in BETWEEN)
    return (LEGAL_FORMS.sub("", f" {said}").strip() or said).replace(" ", "")
