"""The words around numbers that `quantity_reading` understands."""

import re

SCALES = {
    **dict.fromkeys(("k", "thousand"), 10**3),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million", "millions"), 10**6),
    **dict.fromkeys(("b", "bn", "bln", "mrd", "billion", "billions"), 10**9),
    **dict.fromkeys(("t", "tn", "trn", "trillion", "trillions"), 10**12),
}

SILENCES = frozenset({"undisclosed", "not disclosed", "unknown", "not known", "not confirmed yet"})

SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "USD$": "USD",
    "€": "EUR",
    "£": "GBP",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "SG$": "SGD",
    "R$": "BRL",
    "NT$": "TWD",
    "MX$": "MXN",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
}

# Read in lower case too; of the others some are words (ALL, TOP, CUP) and must stand in capitals.
COMMON_CODES = frozenset(
    {
        *("AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP"),
        *("HKD", "HUF", "ILS", "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN"),
        *("QAR", "SAR", "SEK", "SGD", "TWD", "USD", "ZAR", "XXX"),
    }
)

CURRENCY_NAMES = {
    **dict.fromkeys(("dollar", "dollars", "us dollar", "us dollars"), "USD"),
    **dict.fromkeys(("u.s. dollar", "u.s. dollars", "american dollars"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("pound sterling", "pounds sterling", "british pounds", "sterling"), "GBP"),
    **dict.fromkeys(("swiss franc", "swiss francs"), "CHF"),
    **dict.fromkeys(("japanese yen", "yen"), "JPY"),
    **dict.fromkeys(("chinese yuan", "yuan", "renminbi", "rmb"), "CNY"),
    **dict.fromkeys(("canadian dollar", "canadian dollars"), "CAD"),
    **dict.fromkeys(("australian dollar", "australian dollars"), "AUD"),
    **dict.fromkeys(("indian rupee", "indian rupees"), "INR"),
    **dict.fromkeys(("south korean won", "korean won"), "KRW"),
    **dict.fromkeys(("of unknown currency", "(currency unknown)"), "XXX"),
}

UNIT_NAMES = {
    **dict.fromkeys(("person", "persons", "people", "employee", "employees"), "people"),
    **dict.fromkeys(("staff", "staff members", "heads"), "people"),
    **dict.fromkeys(("%", "percent", "per cent", "pct", "pct."), "percent"),
    **dict.fromkeys(("parameter", "parameters", "params"), "parameters"),
}

# A text that goes on like this says more than a number and its unit.
NOT_UNITS = frozenset(
    {
        *("a", "about", "above", "an", "and", "approximately", "around", "as", "at", "below"),
        *("between", "by", "each", "for", "from", "in", "is", "it", "less", "more", "of", "on"),
        *("or", "over", "per", "since", "some", "than", "that", "the", "to", "under", "until"),
        *("up", "was", "were", "with"),
    }
)

OR_MORE = ("+", "or more", "or above", "and above", "and more", "and up", "plus")
OR_LESS = ("or less", "or fewer", "and below", "or below")

BOUNDS = re.compile(
    r"""(?: (?P<ge>>=|at\ least\b|no\ less\ than\b|not\ less\ than\b|no\ fewer\ than\b|minimum\b)
          | (?P<gt>>|above\b|over\b|more\ than\b|greater\ than\b|exceeding\b|upwards\ of\b)
          | (?P<le><=|at\ most\b|up\ to\b|no\ more\ than\b|not\ more\ than\b|maximum\b)
          | (?P<lt><|less\ than\b|fewer\ than\b|under\b|below\b)
        )\ ?""",
    re.VERBOSE | re.IGNORECASE,
)

UNIT = re.compile(r"[a-z]{2,}(?:[ -][a-z]{2,}){0,3}")


def is_unit(name: str) -> bool:
    """Return whether lower-case words name a unit, and no scale, currency or other spelling."""
    words = set(name.split())
    return bool(
        UNIT.fullmatch(name)
        and UNIT_NAMES.get(name, name) == name
        and name not in CURRENCY_NAMES
        and name.upper() not in COMMON_CODES
        and not words & NOT_UNITS
        and not words & SCALES.keys()
    )
