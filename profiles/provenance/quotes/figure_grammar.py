"""Where a figure begins and ends in prose, and what may stand beside it.

Only finds the run of text that belongs to a figure; what that says is read by `values.Quantity`.
"""

import re
from collections.abc import Iterable
from functools import cache
from re import Pattern

from profiles.values.quantity_language.vocabulary import (
    COMMON_CODES,
    COUNTED,
    CURRENCIES,
    CURRENCY_NAMES,
    EAST_ASIAN_SCALES,
    NOT_UNITS,
    OR_LESS,
    OR_MORE,
    SCALES,
    SYMBOLS,
    UNIT_NAMES,
)

QUALIFIERS = (
    "at least|no less than|not less than|no fewer than|just over|just under|more than|"
    "greater than|upwards of|exceeding|above|over|at most|up to|no more than|not more than|"
    "less than|fewer than|under|below|about|around|approximately|roughly|some|nearly|almost|"
    "close to|circa|an estimated|estimated|rund|etwa|environ|"
    "surpass|surpasses|surpassed|surpassing|exceeds|exceeded|topped|tops|topping"
)
PEOPLE = frozenset(
    {
        *("researchers", "engineers", "scientists", "designers", "founders", "co-founders"),
        *("cofounders", "colleagues", "hires", "specialists", "staffers"),
        *("developers", "employee", "team members"),
    }
)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# Codes that are also words, or nearly: no figure beside one is read.
WORDLIKE = frozenset(
    {"ALL", "TOP", "CUP", "PEN", "MOP", "SOS", "TRY", "GEL", "MAD", "RON", "BAM", "BAN", "XXX"}
)
CODES = _any((set(CURRENCIES) | COMMON_CODES) - WORDLIKE)
SYMBOL = _any(SYMBOLS)
LETTERED = "|".join(rf"{scale}[ ]?" for scale in ("Mrd", "Md", "bn", "mn", "tn", "[MmkKGT]"))
FRONT = rf"""(?: (?<![^\W_])(?:(?i:{SYMBOL})|[¥￥]|\b(?:{LETTERED})?(?:{CODES})|\bTEUR
                                      |(?i:\b(?:eur|usd|gbp|chf)))
                 (?:[ ]?(?:mn|bn|tn|m|k)\b)? )"""
DIGITS = "[0-9]+(?:[.,'][0-9]+|[ ][0-9]{3}(?![0-9]))*[½¼¾]?|[½¼¾]"
SCALE = rf"""[ -]? (?i:{_any(scale for scale in SCALES if len(scale) > 1)}|bio|bi|mil|tril)
             (?![^\W\d_]) \.? (?:[ ](?:crore|million|millions|mille)\b)?"""
BEHIND = rf"""(?: [ ]?[{"".join(EAST_ASIAN_SCALES)}]
               | {SCALE}
               | [ ]?[KMBTkmbt](?![^\W\d_]) )?"""
CODED = rf"[ ]?(?:{LETTERED})?(?:{CODES}|[€$£])(?![^\W_])"
CURRENCY = _any({*CURRENCY_NAMES} - {""})
NO_ADJECTIVES = NOT_UNITS | {
    *("fewer", "other", "additional", "further", "extra", "gross", "dozen", "hundred", "score"),
    *("crore", "lakh", "percentage", "million", "thousand", "billion"),
}
# What may stand between a figure and what it counts; any other word there may be a scale.
ADJECTIVES = (
    "ex-[a-z]+|(?:[a-z]+-)?(?:[a-z]{2,}(?:al|ive|ed|ing|ic|ary|able|ible|ese|ish|ous|ful|ian|ean|can)|time|"
    "new|paid|paying|free|key|core|lead|senior|junior|top|elite|human|remote|local|direct|daily|"
    "weekly|monthly|yearly|unique|open|closed|large|small|big|major|minor|main|former|current|"
    "french|german|dutch|swiss|british|us|uk|eu|american|chinese|young|early|software|research|"
    "ai|tech|data|sales|product|engineering|enterprise|business|company|startup|staff|sector)"
)
# What may follow a figure without a unit: any other word may be what it counts.
FOLLOWING = NOT_UNITS | {
    *("after", "before", "but", "last", "this", "so", "when", "which", "who", "while", "into"),
    *("through", "within", "during", "again", "already", "round", "rounds", "funding", "deal"),
    *("investment", "valuation", "seed", "series", "raised", "have", "has", "will", "would", "its"),
    *("strong", "today", "now", "worldwide", "globally", "total", "altogether", "fund", "raise"),
    *("financing", "loan", "equity", "debt", "via", "led", "de", "en", "auf", "und", "et", "à"),
    *("im", "bei", "dans", "he", "she", "they", "we", "then", "year", "years", "quote", "says"),
    *("according", "because", "among", "across", "against", "despite", "including", "plus"),
}

# After a figure these say more about it than the grammar knows; any name of a currency does, too.
MORE_WORDS = (
    # currencies, and whose
    "dollars?|francs?|franken|pounds?|pesos?|rupees?|rupien|yen|yuan|won|rand|krona|kronor|kroner|"
    "krone|crowns?|kronen|rubles?|roubles?|rubel|liras?|dinars?|dirhams?|riyals?|reais|real|"
    "shillings?|baht|ringgit|zloty|złoty|forint|koruna|euros?|cents?|pence|pennies|"
    "canadian|australian|singaporean|singapore|hong kong|taiwan|taiwanese|new zealand|jamaican|"
    "namibian|mexican|american|chinese|japanese|swiss|swedish|norwegian|danish|brazilian|indian|"
    "pakistani|turkish|kr|fr|rs|inr|aud|cad|sgd|hkd|nzd|twd|dkk|sek|nok|"
    # scales and fractions
    "crores?|lakhs?|lacs?|millions?|billions?|trillions?|thousands?|hundreds?|dozens?|"
    "thousandths?|hundredths?|millionths?|millionen|milliarden?|tausend|hundert|milliards?|mille|"
    "millones|mil|miliardi|milioni|milhões|bilhões|mio|mrd|tsd|mld|bio|percentage points?|"
    "points?|basis|bps|pp|percentile|times|fold|and a half|"
    # what makes it less, or a rate
    "or so less|per|pro|each|apiece|je|par|short|shy|fewer|less|minus"
).replace(" ", "[ ]")
SIGNS = "$€£¥￥₽₹₩₪₺₴₫₱₦฿"
SAYS_MORE = re.compile(
    rf"""[ ]?[(]?(?: [%‰‱°¢²³½¼¾×/] | :(?=[0-9]) | x(?![^\W\d_]) | [{SIGNS}](?![ ]?[0-9])
        | (?i:{MORE_WORDS})(?![^\W_]) )""",
    re.VERBOSE,
)
# Before a figure these turn it into another one.
TURNING_WORDS = (
    "not|never|no|nor|without|isn't|wasn't|weren't|aren't|don't|than|than the|nicht|kein|keine|pas|"
    "ne|minus|times|rs\\.?|kr\\.?|fr\\.?|half of|third of|quarter of|quarters of|thirds of|"
    "fraction of|unter|über|mehr als|weniger als|bis zu|plus de|moins de|mindestens|höchstens|"
    "au moins|jusqu'à|short of|shy of|versus|hundreds?|thousands?|dozens?|millions?|billions?|"
    "double|twice|triple"
)
TURNING_WORDS_SPACED = TURNING_WORDS.replace(" ", "[ ]")
LAST_WORDS = frozenset(
    re.split(r"[ ']", phrase.removesuffix("\\.?").replace("s?", ending))[-1]
    for phrase in (*TURNING_WORDS.split("|"), *map(str.lower, WORDLIKE))
    for ending in ("", "s")
)
LAST_WORD = re.compile(r"([^\W\d_]+) ?$")
_TURNS = re.compile(
    rf"""(?: (?<![^\W_])(?i:{TURNING_WORDS_SPACED})[ ]? | (?<![^\W_])(?:{_any(WORDLIKE)})[ ]?
          | [{SIGNS}×][ ]? | [#/^] | \w- | [0-9][ ]? | [0-9][:.,'] | \w\$ )$""",
    re.VERBOSE,
)


def is_turned(before: str) -> bool:
    """Whether what stands before a figure turns it into another one."""
    word = LAST_WORD.search(before)
    if word and word[1].lower() not in LAST_WORDS:
        return False
    return bool(_TURNS.search(before))


@cache
def figure(unit: str) -> Pattern[str]:
    """One figure or range of two; groups: qualifier, one, two. `unit`: one more to know."""
    own = {unit, unit.removesuffix("s")} if unit.islower() else set()
    people = PEOPLE if unit == "people" else set()
    counted = _any({*UNIT_NAMES, *COUNTED, *own, *people} - {""})
    qualifiers = QUALIFIERS.replace(" ", "[ ]")
    more = _any({*OR_MORE, *OR_LESS} - {"+"})
    adjective = rf"[ ](?!(?:{_any(NO_ADJECTIVES)})\b)(?i:{ADJECTIVES})[ ]"

    def amount(place: str) -> str:
        return rf"""(?:(?P<front{place}>{FRONT})[ ]?)?(?P<sign{place}>[-~](?=[0-9.$]))?
            (?P<number{place}>(?<![0-9]){DIGITS})(?P<plus{place}>[+])?
            (?P<scale{place}>{BEHIND})(?P<also{place}>[+])?
            (?P<unit{place}> {CODED}
                | (?P<dash{place}>[ -]?)(?i:{CURRENCY})(?![^\W_])
                | (?:[ -]?|(?P<adjective{place}>{adjective}))(?P<counted{place}>(?i:{counted}))
                  (?![^\W_]) )?
            (?P<more{place}>[+]|[ -](?i:{more})\b)?"""

    return re.compile(
        rf"""(?!(?<=[^\W\d_])[^\W\d_])  # inside a word none begins: most places are passed
             (?P<qualifier> (?: (?:~|[<>]=?|\b(?i:{qualifiers})\b) [ ]? ){{1,2}} )?
             (?P<between>\b(?i:between)[ ])?
             (?P<one>{amount("")})
             (?: (?: [ ]?(?:-|\.\.)[ ]? | [ ]to[ ] | (?(between)[ ]and[ ]|(?!)) )
                 (?P<second>(?i:over|more[ ]than)[ ])? (?P<two>{amount("2")}) )?""",
        re.VERBOSE,
    )
