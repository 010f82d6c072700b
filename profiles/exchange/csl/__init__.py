"""CSL-JSON, version 1.0.2 of its schema: a list of items. Imports `statements`.

dates     `issued` in each of its shapes <-> EDTF
names     persons and literal names
markup    the few tags that CSL has within a text -> plain text
reading   a file -> entries and problems
writing   entries -> a file; ours in `custom.footnote`
"""

from profiles.exchange.csl.reading import read
from profiles.exchange.csl.writing import write

__all__ = ["read", "write"]
