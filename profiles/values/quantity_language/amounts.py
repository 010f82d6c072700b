"""One amount as written: currency, number, scale, unit, `or more`."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from profiles.values.locales import babel_locale
from profiles.values.quantity_language.vocabulary import (
    AMBIGUOUS_SCALES,
    COMMON_CODES,
    CURRENCIES,
    CURRENCY_NAMES,
    EAST_ASIAN_SCALES,
    OR_LESS,
    OR_MORE,
    OWN_SCALES,
    SCALES,
    SCALES_AFTER_COMMAS,
    SYMBOLS,
    UNIT_NAMES,
    UNITS,
    is_unit,
)

AMOUNT = re.compile(
    r"""(?P<sign>-)? (?P<front>[^0-9+-]*?) [ ]? (?P<inner_sign>-)?
        (?P<number>[0-9]+(?:[.,' ][0-9]+)*) (?P<behind>[^0-9]*)""",
    re.VERBOSE,
)
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[, '])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:\.[0-9]+)?")
SIGNS = re.compile(f"[+%{''.join(sorted(sign for sign in SYMBOLS if len(sign) == 1))}]")
GROUPS = re.compile(r"[0-9]{1,3}(?:[.,' ][0-9]{2,3})*[.,' ][0-9]{1,3}")
THREE_DECIMALS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
GROUPED_BY_POINTS = re.compile(
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}"
)
COMMA_DECIMALS = re.compile(r"[0-9]+,[0-9]{1,2}|0,[0-9]+")
CONTINENTAL = re.compile(
    r"(?:[0-9]{1,3}(?P<mark>[. '])[0-9]{3}(?:(?P=mark)[0-9]{3})*|[0-9]+)(?:,[0-9]+)?"
)
# Where the point parts thousands and the comma decimals; Switzerland and Mexico differ.
CONTINENTAL_LANGUAGES = frozenset(
    {"de", "fr", "es", "it", "pt", "nl", "pl", "da", "sv", "nb", "no", "fi", "cs", "ru", "tr", "id"}
)


def is_continental(language: str) -> bool:
    """Whether numbers of this language code part thousands by points: `de`, `fr-be`, `pt_BR`."""
    code = language.lower().replace("_", "-")
    return code.split("-")[0] in CONTINENTAL_LANGUAGES and not code.endswith(("-ch", "-mx"))


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount as written, before its scale is applied: 12 and 10**9 for `$12 billion`."""

    number: Decimal
    scale: Decimal | None
    unit: str
    bound: str
    grouped: bool

    @property
    def value(self) -> Decimal:
        return self.number * (self.scale or 1)


class Refused(Exception):
    """Why a text cannot be read; in it, `misread` might have been meant as `rather`."""

    def __init__(self, reason: str = "", misread: str = "", rather: str = "") -> None:
        super().__init__(reason, misread, rather)
        self.reason = reason
        self.misread = misread
        self.rather = rather


def amount_in(text: str, language: str = "") -> Amount:
    """Read one amount; `language`: the code of the language whose separators it has, if known."""
    continental = is_continental(language)
    found = AMOUNT.fullmatch(text.strip())
    if not found:
        raise Refused
    currency, front_scale = _front(found["front"].strip(), language)
    if found["front"].strip() and not currency:
        raise Refused
    scale, unit, bound = _behind(found["behind"], language)
    if currency and unit and currency != unit:
        raise Refused("it has two units")
    if front_scale and scale:
        raise Refused("it has two scales")
    scale = front_scale or scale
    word = _first_word(found["behind"])
    if (
        not continental
        and scale
        and word in SCALES_AFTER_COMMAS
        and THREE_DECIMALS.fullmatch(found["number"])
    ):
        number = found["number"]
        raise Refused("is the point a decimal point?", number, number.replace(".", ""))
    unit = currency or unit
    is_point_unsure = scale is None and unit != "percent" and not language.startswith("en")
    if continental and CONTINENTAL.fullmatch(found["number"]):
        number = Decimal(re.sub("[. ']", "", found["number"]).replace(",", "."))
    else:
        number = _number(found["number"], is_point_unsure=is_point_unsure)
    if found["sign"] and found["inner_sign"]:
        raise Refused
    if found["sign"] or found["inner_sign"]:
        number = -number
    return Amount(number, scale, unit, bound, grouped=bool(GROUPED.fullmatch(found["number"])))


def _first_word(behind: str) -> str:
    return (behind.lower().split() or [""])[0].rstrip(".")


def _front(text: str, language: str) -> tuple[str, Decimal | None]:
    """Currency and scale of what stands before a number: `US$`, `MEUR`, `EURm`, `$bn`, `TEUR`."""
    if currency := _currency(text, language):
        return currency, None
    if text == "TEUR":
        return "EUR", Decimal(1000)
    for scaled, code in ((text[:1], text[1:]), (text[:2], text[2:])):
        if scaled in ("M", "k", "K", "Md", "bn") and code.isupper() and code in COMMON_CODES:
            return code, Decimal(SCALES[scaled.lower()])
    for length in (1, 2):
        code, scaled = text[:-length].strip(), text[-length:]
        if scaled in ("m", "k", "bn", "mn", "tn") and (currency := _currency(code, language)):
            return currency, Decimal(SCALES[scaled])
    return "", None


def _number(text: str, *, is_point_unsure: bool) -> Decimal:
    if GROUPED.fullmatch(text):
        return Decimal(re.sub("[, ']", "", text))
    if is_point_unsure and THREE_DECIMALS.fullmatch(text):
        raise Refused("is the point a decimal point?", text, text.replace(".", ""))
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return Decimal(text)
    if GROUPED_BY_POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if COMMA_DECIMALS.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if re.fullmatch(r"[0-9]+,[0-9]{3}", text):
        raise Refused("is the comma a decimal point?", text, text.replace(",", "."))
    if GROUPS.fullmatch(text):
        raise Refused("what do its separators mean?", text, _without_separators(text))
    raise Refused("what do its separators mean?")


def _without_separators(text: str) -> str:
    """`1.200.000` is 1200000; `1.200,50` is 1200.50."""
    whole, _, last = re.sub("[, ']", ".", text).rpartition(".")
    return whole.replace(".", "") + (last if len(last) == 3 else f".{last}")


def _behind(text: str, language: str = "") -> tuple[Decimal | None, str, str]:
    """Return scale, unit and bound from what stands behind a number: `+ million euros`."""
    if text[:1] in EAST_ASIAN_SCALES:
        unit, after = _suffixed(text[1:].strip())
        return Decimal(EAST_ASIAN_SCALES[text[0]]), _unit(unit, language), after
    words = SIGNS.sub(r" \g<0> ", text).split()
    if len(words) == 1:
        words = _scaled_code(words[0])
    if words[:2] in (["T", "€"], ["T", "EUR"]):
        if not language.startswith("de"):
            raise Refused("is it thousand or trillion?")
        words[0] = "k"
    if words[:2] in (["G", "€"], ["G", "EUR"]):
        words[0] = "b"
    scale, bound = None, ""
    if words and words[0] == "+":
        words, bound = words[1:], ">="
    for length in (2, 1):
        word = " ".join(words[:length]).lower().rstrip(".")
        if own := _own_scale(words[:length], language):
            scale, words = Decimal(own), words[length:]
            break
        if word in AMBIGUOUS_SCALES:
            raise Refused(AMBIGUOUS_SCALES[word])
        if len(words) >= length and word in SCALES:
            scale, words = Decimal(SCALES[word]), words[length:]
            break
    unit, after = _suffixed(" ".join(words))
    if bound and after:
        raise Refused("it has two bounds")
    return scale, _unit(unit, language), bound or after


def _own_scale(words: list[str], language: str) -> int | None:
    """What a scale means in this language alone; `Bn` is one in French, and `bn` English."""
    own, word = OWN_SCALES.get(language[:2].lower(), {}), " ".join(words).rstrip(".")
    return own.get(word) or own.get(word.lower())


def _scaled_code(word: str) -> list[str]:
    """`MUSD` is M and USD, `TEUR` thousand euros; any other word stays as it is."""
    if word == "TEUR":
        return ["k", "EUR"]
    for length in (1, 2):
        scaled, code = word[:length], word[length:]
        if scaled in ("M", "k", "K", "G", "Md", "Mrd") and code in COMMON_CODES:
            return ["b" if scaled == "G" else scaled, code]
    return [word]


def _suffixed(text: str) -> tuple[str, str]:
    """Take `+`, `or more` or `or less` off a unit, before or behind it."""
    for words, bound in ((OR_MORE, ">="), (OR_LESS, "<=")):
        for word in words:
            if re.match(rf"{re.escape(word)}(?: |$)", text, re.IGNORECASE):
                return text[len(word) :].strip(), bound
            if re.search(rf"(?:^| ){re.escape(word)}$", text, re.IGNORECASE):
                return text[: -len(word)].strip(), bound
    return text, ""


def _unit(text: str, language: str) -> str:
    if not text:
        return ""
    if currency := _currency(text, language):
        return currency
    name = text.lower()
    if name in UNITS:
        return name
    if name in UNIT_NAMES:
        return UNIT_NAMES[name]
    if not is_unit(name):
        raise Refused
    return name


def _currency(text: str, language: str) -> str:
    """Return the code for a symbol, a code or a name. Rare codes are also words: capitals only."""
    if text in CURRENCIES or text.upper() in COMMON_CODES:
        return text.upper()
    if text.rstrip(".").lower() == "rs":
        raise Refused("is it Indian, Pakistani or other rupees?", text, "INR")
    if re.fullmatch(r"(?:¢|cents?)", text, re.IGNORECASE):
        raise Refused("cents of which currency?")
    found = SYMBOLS.get(text.upper().replace(" ", "")) or CURRENCY_NAMES.get(text.lower(), "")
    if not found and text in ("¥", "￥"):
        raise Refused("is it yen or yuan?", text, "JPY ")
    return found or symbols_of(language or "en").get(text.replace(" ", ""), "")


@cache
def symbols_of(language: str) -> dict[str, str]:
    """What CLDR writes for a currency in this language, where it stands for that one alone."""
    locale = babel_locale(language)
    shown = ((locale.currency_symbols.get(code, code), code) for code in CURRENCIES)
    written = [("".join(symbol.split()), code) for symbol, code in shown]
    counts = Counter(symbol for symbol, _ in written)
    return {symbol: code for symbol, code in written if counts[symbol] == 1 and symbol != code}
