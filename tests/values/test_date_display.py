"""Dates in words: no digit that the value does not have, and what is shown is read back."""

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profiles.values.date_parts import is_canonical
from profiles.values.dates import PartialDate
from tests.fuzz import fuzzed

SHOWN = [
    ("2023", "en", "2023"),
    ("0999", "en", "0999"),
    ("2023-04", "en", "April 2023"),
    ("0999-04-03", "en", "3 April 0999"),
    ("2026-07-04", "en", "4 July 2026"),
    ("2026-07-04", "en-us", "July 4, 2026"),
    ("2026-07-04", "en-gb", "4 July 2026"),
    ("2026-07-04", "de", "4. Juli 2026"),
    ("2026-07-04", "fr", "4 juillet 2026"),
    ("2026-07-04", "es", "4 de julio de 2026"),
    # about and perhaps
    ("2023-12~", "en", "about December 2023"),
    ("2023-12~", "de", "etwa Dezember 2023"),
    ("2023-12~", "fr", "vers décembre 2023"),
    ("2023-12-03~", "fr", "vers le 3 décembre 2023"),
    ("2023-12%", "en", "about December 2023 (uncertain)"),
    ("2023?", "en", "2023 (uncertain)"),
    ("2023?", "fr", "2023 (incertain)"),
    ("2023?", "de", "2023 (unsicher)"),
    # parts of a year, of a month
    ("2026-37", "en", "early 2026"),
    ("2026-37", "fr", "début 2026"),
    ("2026-38", "en", "mid-2026"),
    ("2026-38", "de", "Mitte 2026"),
    ("2025-39", "en", "late 2025"),
    ("2026-22", "en", "summer 2026"),
    ("2026-22", "fr", "été 2026"),
    ("2023-24/2023-24", "en", "winter 2023"),
    ("2025-35", "en", "Q3 2025"),
    ("2025-35", "fr", "3e trimestre 2025"),
    ("2025-35", "de", "3. Quartal 2025"),
    ("2026-40", "en", "H1 2026"),
    ("2026-40", "fr", "1er semestre 2026"),
    ("2026-07-01/2026-07-10", "en", "early July 2026"),
    ("2026-07-01/2026-07-10", "fr", "début juillet 2026"),
    ("2026-07-11/2026-07-20", "en", "mid-July 2026"),
    ("2026-02-21/2026-02-28", "de", "Ende Februar 2026"),
    ("2024-02-21/2024-02-28", "en", "21 February 2024–28 February 2024"),
    # decades and centuries
    ("202X", "en", "2020s"),
    ("202X", "fr", "années 2020"),
    ("202X", "de", "2020er Jahre"),
    ("190X", "en", "1900s decade"),
    ("190X", "fr", "décennie 1900"),
    ("190X", "de", "Jahrzehnt 1900"),
    ("19XX", "en", "20th century"),
    ("19XX", "fr", "XXe siècle"),
    ("19XX", "de", "20. Jahrhundert"),
    ("1994~/1996~", "en", "mid-1990s"),
    ("1994~/1996~", "fr", "milieu des années 1990"),
    ("1994~/1996~", "de", "Mitte der 1990er Jahre"),
    ("1800/1833~", "en", "early 19th century"),
    ("1800/1833~", "fr", "début du XIXe siècle"),
    # of a year that is unknown
    ("202X-12", "en", "December of a year in the 2020s"),
    ("202X-12", "fr", "décembre d’une année des années 2020"),
    ("202X-12", "de", "Dezember eines Jahres der 2020er Jahre"),
    ("156X-12-25", "en", "25 December of a year in the 1560s"),
    ("156X-12-25", "en-us", "December 25 of a year in the 1560s"),
    ("20XX-04", "en", "April of a year in the 21st century"),
    ("20XX-04", "fr", "avril d’une année du XXIe siècle"),
    ("199X-22", "de", "Sommer eines Jahres der 1990er Jahre"),
    ("199X-37", "en", "early part of a year in the 1990s"),
    # ranges
    ("2026/2027", "en", "2026–2027"),
    ("2026~/2027~", "en", "about 2026–2027"),
    ("2026~/2027", "en", "from about 2026 to 2027"),
    ("2026/2027?", "en", "from 2026 to perhaps 2027"),
    ("2026~/2027", "de", "von etwa 2026 bis 2027"),
    ("2023/..", "en", "since 2023"),
    ("2023-05-03/..", "de", "seit dem 3. Mai 2023"),
    ("../2024-06", "en", "until June 2024"),
    ("../2024-06-03", "fr", "jusqu’au 3 juin 2024"),
]


@pytest.mark.parametrize(("text", "locale", "words"), SHOWN)
def test_display(text, locale, words):
    assert PartialDate(text).display(locale) == words


def test_an_unknown_locale_reads_english():
    assert PartialDate("2023-04").display("xx-nowhere") == "April 2023"


# --- any date ----------------------------------------------------------------------------------

LANGUAGES = ("en", "en-us", "fr", "de")
our_years = st.integers(1900, 2099).map("{:04}".format)
any_years = st.integers(1, 9999).map("{:04}".format)
decades = st.integers(0, 999).map("{:03}X".format)
centuries = st.integers(0, 99).map("{:02}XX".format)
years = our_years | any_years | decades | centuries
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.builds("{}-{:02}".format, months, st.integers(1, 31)) | st.dates().map(date.isoformat)
marked = st.builds("{}{}".format, years | months | days, st.sampled_from(["", "~", "?", "%"]))
seasons = st.builds("{}-{}".format, years, st.sampled_from([*range(21, 25), *range(33, 42)]))
ends = marked | st.just("..")
values = marked | seasons | seasons.map("{0}/{0}".format) | st.builds("{}/{}".format, ends, ends)


@given(values)
@fuzzed(200)
def test_every_date_is_read_back_from_its_words_and_from_its_text(text):
    assume(is_canonical(text))
    value = PartialDate(text)
    assert PartialDate.read(text) == text
    for locale in LANGUAGES:
        assert PartialDate.read(value.display(locale)) == text, value.display(locale)


@given(values)
@fuzzed(60)
def test_every_date_is_shown_in_any_locale(text):
    assume(is_canonical(text))
    value = PartialDate(text)
    assert value.earliest <= value.latest
    assert value.agrees_with(value)
    for locale in ("ar", "ja", "es", "??"):
        assert value.display(locale)


@given(years, st.sampled_from(["", "-02", "-02-29", "-12-25", "-22", "-35", "-38"]))
@fuzzed(60)
def test_no_year_is_shown_of_one_that_is_unknown(year, rest):
    assume(is_canonical(year + rest) and "X" in year)
    for locale in LANGUAGES:
        shown = re.findall("[0-9]{4}", PartialDate(year + rest).display(locale))
        assert shown == ([] if year.endswith("XX") else [f"{year[:3]}0"])  # the decade's name
