"""Values that say how exact they are: partial dates and bounded quantities.

Pure Python: no Django here. Each value is a `str` whose text is canonical, so JSON, databases,
history and comparison need nothing special. Reading is generous, storing is strict.

    errors            the one error, a sentence for an editor
    canonical         the base of both: a str that is canonical by construction
    typography        what pasted text has to lose before anything reads it
    decoding          bytes -> text
    locales           Babel locales from Django's language codes
    date_parts        canonical EDTF text -> first and last day
    date_language     the words and the grammar of dates, in several languages
    date_reading      what editors paste -> canonical EDTF text
    date_display      EDTF -> words of a locale
    quantity_parts    canonical text <-> bounds and unit
    quantity_language the words and the grammar of amounts, in several languages
    quantity_reading  what editors paste -> canonical text
    quantity_display  bounds and unit -> words of a locale
    dates, quantities the two classes
    sums             what several quantities add up to
    addresses         whether two web addresses are one document's
    names             names as people search and compare them
    counting          numbers of things, in words
    countries         countries by their ISO 3166 code
    footnotes         the marks `[^source-key]` in prose

Which module may import which others of this room; the two languages are folders::

    dates             -> canonical, date_parts, date_reading, date_display, errors
    date_reading      -> date_language, date_parts, errors, typography
    date_display      -> date_language, date_parts, locales
    date_language     -> date_parts
    date_parts        -> errors
    sums              -> quantities, quantity_parts
    quantities        -> canonical, quantity_parts, quantity_reading, quantity_display
    quantity_reading  -> quantity_language, quantity_parts, typography
    quantity_language -> locales
    quantity_display  -> quantity_parts, locales
    quantity_parts    -> quantity_language, errors
    addresses, canonical, counting, countries, decoding, errors, footnotes, locales -> nothing
    names, typography -> nothing
"""

from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue
from profiles.values.quantities import Quantity

__all__ = ["PartialDate", "Quantity", "UnreadableValue"]
