"""RIS: one tag a line. Imports `statements`.

lines     a file -> its entries as tags with what stands behind each; what stands oddly
dates     DA, PY and Y1 -> EDTF
reading   a file -> entries and problems
writing   entries -> a file; ours as JSON in C1, behind `footnote:`
"""

from profiles.exchange.ris.lines import BEGINS
from profiles.exchange.ris.reading import read
from profiles.exchange.ris.writing import write

__all__ = ["BEGINS", "read", "write"]
