"""From a release to bytes: pure functions that see the document and nothing else.

The wings, and which others each may import::

    formats     -> page_order, evidence, anchors, edition, page, wording
    summary     -> parts, edition, wording
    page_order  -> parts, composing, evidence, edition, page, wording
    parts       -> phrasing, composing, edition, page, chart, wording
    phrasing    -> composing, page, wording
    composing   -> evidence, edition, page, wording
    evidence    -> page, wording
    anchors     -> page
    wording     -> page
    edition     -> nothing
    page        -> chart
    chart       -> nothing

An `edition` is a release of one profile and the site it appears on. `composing` gathers values with
their citations, `parts` are the sections of the `page`, `page_order` puts them one after another,
and each of the `formats` writes the page down. `wording` puts canonical text in words; `anchors`
leads from one page to another; `summary` is what the directory shows.
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
