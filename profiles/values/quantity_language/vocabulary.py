"""The words around numbers that `quantity_reading` understands."""

import re

from babel.numbers import list_currencies

CURRENCIES = frozenset(list_currencies())
SCALES = {
    **dict.fromkeys(("k", "thousand", "tsd", "tausend", "mille", "grand"), 10**3),
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), 10**5),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million", "millions", "mm", "mill"), 10**6),
    **dict.fromkeys(("millionen", "millón", "millones", "milioni", "milhões", "milhão"), 10**6),
    **dict.fromkeys(("crore", "crores", "cr"), 10**7),
    **dict.fromkeys(("lakh crore", "lakh crores"), 10**12),
    **dict.fromkeys(("b", "bn", "bln", "mrd", "billion", "billions", "mld", "md", "mds"), 10**9),
    **dict.fromkeys(("milliard", "milliards", "milliarde", "milliarden"), 10**9),
    **dict.fromkeys(("miliardi", "miliardo", "mil millones", "bilhões", "bilhão"), 10**9),
    **dict.fromkeys(("t", "tn", "trn", "trillion", "trillions", "billionen"), 10**12),
}
EAST_ASIAN_SCALES = {
    **dict.fromkeys("万萬", 10**4),
    **dict.fromkeys("億亿", 10**8),
    **dict.fromkeys("兆", 10**12),
}
# Written where the point parts thousands and the comma decimals.
SCALES_AFTER_COMMAS = frozenset(
    {
        *("mio", "mrd", "tsd", "tausend", "millionen", "milliarde", "milliarden", "billionen"),
        *("mld", "md", "mds", "milliard", "milliards", "millones", "mil millones", "milioni"),
        *("miliardi", "milhões", "bilhões"),
    }
)
AMBIGUOUS_SCALES = {
    "g": "is it thousand or billion?",
    "bio": "is it billion or trillion?",
    "bi": "is it billion or trillion?",
    "mil": "is it thousand or million?",
}
# What else a scale means in one language; where the language is not known, it is asked.
OWN_SCALES = {
    "de": {"bio": 10**12, "billion": 10**12, "billionen": 10**12},
    "fr": {"Bn": 10**12, "billion": 10**12, "billions": 10**12},
    "pt": {"bi": 10**9, "mil": 10**3},
    "es": {"mil": 10**3, "billón": 10**12, "billones": 10**12},
}

SILENCES = frozenset(
    {
        *("undisclosed", "not disclosed", "unknown", "not known", "not confirmed yet"),
        *("undisclosed amount", "undisclosed sum", "an undisclosed amount", "an undisclosed sum"),
        *("not publicly disclosed", "unspecified", "not specified", "amount undisclosed"),
    }
)

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
    "CAN$": "CAD",
    "CDN$": "CAD",
    "J$": "JMD",
    "FR.": "CHF",
    "SFR.": "CHF",
    "$US": "USD",
    "$CA": "CAD",
    "$AU": "AUD",
    "$HK": "HKD",
    "$NZ": "NZD",
    "£GB": "GBP",
    "TL": "TRY",
    "₽": "RUB",
    "ZŁ": "PLN",
    "FT": "HUF",
    "฿": "THB",
    "RP": "IDR",
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
    **dict.fromkeys(("euro", "euros", "de euros", "d'euros", "di euro", "ユーロ"), "EUR"),
    **dict.fromkeys(("de dollars", "ドル", "美元"), "USD"),
    **dict.fromkeys(("円", "日元"), "JPY"),
    **dict.fromkeys(("人民币", "人民元"), "CNY"),
    **dict.fromkeys(("real", "reais", "de reais", "brazilian reais"), "BRL"),
    **dict.fromkeys(("pound sterling", "pounds sterling", "british pounds", "sterling"), "GBP"),
    **dict.fromkeys(("swiss franc", "swiss francs"), "CHF"),
    **dict.fromkeys(("japanese yen", "yen"), "JPY"),
    **dict.fromkeys(("chinese yuan", "yuan", "renminbi", "rmb"), "CNY"),
    **dict.fromkeys(("canadian dollar", "canadian dollars"), "CAD"),
    **dict.fromkeys(("australian dollar", "australian dollars"), "AUD"),
    **dict.fromkeys(("indian rupee", "indian rupees"), "INR"),
    **dict.fromkeys(("hong kong dollar", "hong kong dollars"), "HKD"),
    **dict.fromkeys(("singapore dollar", "singapore dollars"), "SGD"),
    **dict.fromkeys(("new zealand dollar", "new zealand dollars"), "NZD"),
    **dict.fromkeys(("taiwan dollar", "taiwan dollars", "new taiwan dollars"), "TWD"),
    **dict.fromkeys(("brazilian real", "brazilian reals"), "BRL"),
    **dict.fromkeys(("mexican peso", "mexican pesos"), "MXN"),
    **dict.fromkeys(("swedish krona", "swedish kronor"), "SEK"),
    **dict.fromkeys(("danish krone", "danish kroner"), "DKK"),
    **dict.fromkeys(("norwegian krone", "norwegian kroner"), "NOK"),
    **dict.fromkeys(("schweizer franken", "franken"), "CHF"),
    **dict.fromkeys(("us-dollar",), "USD"),
    **dict.fromkeys(("south korean won", "korean won"), "KRW"),
    **dict.fromkeys(("of unknown currency", "(currency unknown)"), "XXX"),
}

UNIT_NAMES = {
    **dict.fromkeys(("person", "persons", "people", "employee", "employees"), "people"),
    **dict.fromkeys(("staff", "staff members", "heads", "workers", "headcount"), "people"),
    **dict.fromkeys(("mitarbeiter", "mitarbeitende", "beschäftigte", "salariés"), "people"),
    **dict.fromkeys(("collaborateurs", "employés", "empleados", "dipendenti"), "people"),
    **dict.fromkeys(("人", "名", "personen", "personnes"), "people"),
    **dict.fromkeys(("%", "percent", "per cent", "pct", "pct.", "pc", "per cent."), "percent"),
    **dict.fromkeys(("prozent", "pour cent", "por ciento"), "percent"),
    **dict.fromkeys(("parameter", "parameters", "params"), "parameters"),
    **dict.fromkeys(("active", "activated", "total", "active parameters"), "parameters"),
    **dict.fromkeys(("total parameters", "activated parameters"), "parameters"),
    **{unit.lower(): unit for unit in ("W", "kW", "MW", "GW", "TW")},
    **{unit.lower(): unit for unit in ("kWh", "MWh", "GWh", "TWh", "GPUs", "CPUs", "TB", "PB")},
    "gpu": "GPUs",
    "megawatts": "MW",
    "gigawatts": "GW",
}

# What a figure without a unit of its own may count: `Metric.value`.
COUNTED = frozenset(
    {
        *("users", "active users", "monthly active users", "daily active users", "subscribers"),
        *("customers", "clients", "enterprises", "companies", "members", "developers", "patients"),
        *("downloads", "installs", "visits", "views", "followers", "stars", "messages", "requests"),
        *("tokens", "words", "languages", "models", "papers", "patents", "products", "units"),
        *("orders", "deliveries", "vehicles", "aircraft", "satellites", "robots", "machines"),
        *("experts", "seats", "board seats", "offices", "countries", "cities", "stores", "sites"),
        *("seconds", "minutes", "hours", "days", "weeks", "months", "years", "times"),
        *("km", "metres", "square metres", "tonnes", "litres", "shares", "points"),
    }
)
UNITS = frozenset(UNIT_NAMES.values()) | COUNTED

# A text that goes on like this says more than a number and its unit.
NOT_UNITS = frozenset(
    {
        *("cent", "cents"),
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
          | (?P<gt>>|just\ over\b|above\b|over\b|more\ than\b|greater\ than\b|exceeding\b
                  |upwards\ of\b)
          | (?P<le><=|at\ most\b|up\ to\b|no\ more\ than\b|not\ more\ than\b|maximum\b)
          | (?P<lt><|just\ under\b|less\ than\b|fewer\ than\b|under\b|below\b)
        )\ ?""",
    re.VERBOSE | re.IGNORECASE,
)

UNIT = re.compile(r"[a-z]{2,}(?:[ -][a-z]{2,}){0,3}")


def is_unit(name: str) -> bool:
    """Return whether lower-case words name a unit, and no scale, currency or other spelling."""
    if name in UNITS:
        return True
    words = set(name.split())
    return bool(
        UNIT.fullmatch(name)
        and UNIT_NAMES.get(name, name) == name
        and name not in CURRENCY_NAMES
        and name.upper() not in COMMON_CODES
        and not words & NOT_UNITS
        and not words & SCALES.keys()
    )
