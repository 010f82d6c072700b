"""What is not words: other digits, eras, times of day, EDTF's lists and marks within a date."""

import re
import unicodedata
from collections.abc import Callable

# Years count on from the one before an era's first; an era ends where the next begins.
ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
ERA = re.compile(rf"({'|'.join(ERAS)}) ?(元|[0-9]{{1,3}}) ?年")
LASTS = {"明治": 45, "大正": 15, "昭和": 64, "平成": 31}
RAISED = str.maketrans("ᵉʳˢᵗⁿᵈʰᵐ", "erstndhm")
WEEKDAY = re.compile(r" ?[((（][月火水木金土日월화수목금토일][))）]")
OTHER_CALENDAR = re.compile(r"(?<![0-9])(?!1[89]|20|21)[0-9]{4}(?![0-9])")
"""A year in other digits that is not of our time is likely one of another calendar."""
ASIAN = re.compile(r"([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일号號])?)?")

HOUR, MINUTES = "(?:[01]?[0-9]|2[0-3])", "[0-5][0-9]"
TIME = re.compile(
    rf"""(?: (?:,?\ |,|(?<=[0-9])t) (?:(?:at|um|à)\ )?
            {HOUR}:{MINUTES} (?: :{MINUTES} (?:[.,][0-9]+)? )?
          | (?<=[0-9])t {HOUR} (?:{MINUTES}){{0,2}}
          | \ à\ {HOUR}\ ?h (?:\ ?{MINUTES})? )
        (?: \ ?[ap]\.?m\b\.? )?
        (?: \ ?(?:z|utc|gmt|cet|cest|uhr|[ecmp][sd]t|[+-][0-9]{{2}}:?(?:[0-9]{{2}})?)\b )*""",
    re.VERBOSE,
)
CLOCK = re.compile(r"[0-9]t[0-9]{2}|[0-9]:[0-9]{2}|à [0-9]{1,2} ?h")
DECIMAL = re.compile(r"[0-9]{4}\.[0-9]")
SPECIAL = re.compile(r"[\[{:~?%]|xx|[0-9]t[0-9]|[0-9]s[0-9]|à [0-9]|\.[0-9]$")  # of what follows
LIST = re.compile(r"[\[{](?P<inside>[^\[\]{}]*)[\]}]")
SIGNIFICANT = re.compile(r"([0-9]{4})s([23])")
UNKNOWN = re.compile(r"([0-9]{4}(?:-[0-9]{2})?)(?:-xx){1,2}")
UNKNOWN_MONTH = re.compile(r"([0-9]{4})-xx-([0-9]{2})")
MARKED_WITHIN = re.compile(r"[~?%]?[0-9]{4}[~?%]?-[~?%]?[0-9]{2}[~?%]?(?:-[~?%]?[0-9]{2}[~?%]?)?")


def plainer(text: str) -> str | None:
    """Return lower-case text as words and numbers; None where another calendar may be meant."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(RAISED)
        if any(letter.isdecimal() and not letter.isascii() for letter in text):
            text = "".join(map(_digit, text))
            if OTHER_CALENDAR.search(text):
                return None
        text = ASIAN.sub(_in_order, ERA.sub(_in_our_years, WEEKDAY.sub("", text)))
    if not SPECIAL.search(text):
        return text
    if DECIMAL.fullmatch(text):
        return None  # half a year past 2024?
    if CLOCK.search(text):
        text = TIME.sub(" ", text, count=1).strip()
    for pattern, write in NOTATIONS:
        if found := pattern.fullmatch(text):
            return write(found)
    return text


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def _in_our_years(found: re.Match[str]) -> str:
    number = 1 if found[2] == "元" else int(found[2])
    if number > LASTS.get(found[1], 200):
        return found[0]
    return f"{ERAS[found[1]] + number}年"


def _in_order(found: re.Match[str]) -> str:
    """`2024年6月3日` -> `2024-06-03`."""
    return "-".join(part.zfill(2) for part in found.groups() if part)


def _list(found: re.Match[str]) -> str:
    """`{1667,1668}`, `[..1760-12-03]`: from its first to its last, which holds all."""
    ends = re.split(r",|\.\.", found["inside"].replace(" ", ""))
    return f"{ends[0] or '..'}/{ends[-1] or '..'}" if len(ends) > 1 else ends[0]


def _significant(found: re.Match[str]) -> str:
    return found[1][: int(found[2])].ljust(4, "x")


def _marked_as_a_whole(found: re.Match[str]) -> str:
    marks = set(re.findall(r"[~?%]", found[0]))
    mark = "%" if len(marks) > 1 else "".join(marks)
    return re.sub(r"[~?%]", "", found[0]) + mark


NOTATIONS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (LIST, _list),
    (SIGNIFICANT, _significant),
    (UNKNOWN, lambda found: found[1]),
    (UNKNOWN_MONTH, lambda found: f"{found[1]}-01-{found[2]}/{found[1]}-12-{found[2]}"),
    (MARKED_WITHIN, _marked_as_a_whole),
]
