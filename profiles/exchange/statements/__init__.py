"""What every format says in much the same way. Imports no other wing.

names        who wrote it: one line of text <-> persons, whole names, and others
dates        EDTF, words and seasons by number -> canonical EDTF; which of two is more exact
month_words  what stands in a field for the month: days, ranges, seasons -> a whole date
addresses    web addresses in a text; that of a DOI
languages    what files call a language -> its code
"""
