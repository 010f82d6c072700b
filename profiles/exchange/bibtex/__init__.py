"""BibTeX, with the dates of BibLaTeX, in EDTF. Imports `statements`.

values        what a field holds: strings, numbers and abbreviations, joined by # -> LaTeX
inheritance   what an entry takes over from the one that its crossref or xdata names
latex         LaTeX <-> text; which of its commands were dropped
names         authors: persons, whole names in braces, and others
dates         date, or year, month and day -> EDTF
reading       a file -> entries and problems
writing       entries -> a file; ours in fields `footnote-…`
"""

from profiles.exchange.bibtex.reading import START, read
from profiles.exchange.bibtex.writing import write

__all__ = ["START", "read", "write"]
