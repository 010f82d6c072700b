"""The one grammar of dates as sources print them: words -> tokens -> moments -> ranges.

Imports no other wing. A text becomes tokens, each a letter for its kind and a value; from there on
languages and spellings no longer matter.

    names        months and weekdays of many languages, by Unicode's CLDR
    vocabulary   words of English, French and German, and what they stand for
    notations    what is not words: times of day, eras, EDTF's sets
    tokens       text -> tokens
    nouns        a noun and its number -> one token: the third quarter, the 19th century
    moments      tokens that are one date -> canonical text
    numbers      tokens that are numbers: what they can mean
    spans        early, mid and late of a year, a month, a decade: which years, months, days
    marks        about and perhaps
    ranges       from .. to, either .. or
    open_ends    since, until, before, after
    expressions  all of these: tokens -> canonical text
    questions    what can mean two things, and the choices
    phrases      the words that a date is shown in
"""
