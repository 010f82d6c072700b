"""From a release to bytes: pure functions that see the document and nothing else.

edition     what is rendered: document, envelope, site
page        the shape of a page; `layout` composes it, `parts` has its sections
composing   facts -> values; `footnotes` numbers them, `wording` puts them in words
html        with `inline`, `prose`, `chart` and the templates
markdown, text   with `writer`, which they share
json, jsonld, sources
summary     what the directory shows
assets      hashes: a changed `build()` means that stored bytes are out of date
"""

from profiles.renderings.assets import build
from profiles.renderings.edition import Edition, Site
from profiles.renderings.formats import ALTERNATES, FORMATS, Format, render
from profiles.renderings.summary import summarise

__all__ = ["ALTERNATES", "FORMATS", "Edition", "Format", "Site", "build", "render", "summarise"]
