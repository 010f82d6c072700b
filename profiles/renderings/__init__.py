"""From a release to bytes: pure functions that see the document and nothing else.

edition     what is rendered: document, envelope, site
page        the shape of a page; `layout` composes it, `parts` has its sections
composing   facts -> values; `wording`, `rulings` and `reasons` put them in words
founding    which facts rest on one source; `witnesses` tells which sources are one
checks      whether the quotations were found; `looks` tells when a value is due again
numbering   values -> footnotes; `sharing` spares what would be repeated
html        both pages for people, with `inline`, `prose`, `chart` and the templates;
            `compact` leaves out bytes, `anchors` leads from one page to the other
markdown, text   with `writer`, which they share
sources     what rests on each source: its `passages`, with the words of the source
json, jsonld
summary     what the directory shows
assets      hashes: a changed `build()` means that stored bytes are out of date
"""

from profiles.renderings.edition import Edition, Site
from profiles.renderings.formats.assets import build
from profiles.renderings.formats.formats import ALTERNATES, FORMATS, Format, render, render_each
from profiles.renderings.summary import summarise

__all__ = [
    "ALTERNATES",
    "FORMATS",
    "Edition",
    "Format",
    "Site",
    "build",
    "render",
    "render_each",
    "summarise",
]
