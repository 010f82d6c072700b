"""The page for people."""

import re

from django.utils.safestring import mark_safe

from profiles.renderings.assets import asset_version
from profiles.renderings.edition import Edition
from profiles.renderings.jsonld import script_safe, structured
from profiles.renderings.layout import compose
from profiles.renderings.templating import rendered

LINE_END = re.compile(r"\s*\n\s*")  # the templates' own blank lines; no text is preformatted
NOTICE = "<!-- notice -->"
"""Where the view of an old release says that it is old."""


def render_html(edition: Edition) -> str:
    page = compose(edition)
    data = script_safe(structured(edition, page))
    context = {
        "edition": edition,
        "site": edition.site,
        "page": page,
        "notice": mark_safe(NOTICE),  # noqa: S308
        "version": asset_version(),
        "structured": mark_safe(data),  # noqa: S308
        "columns": 2 if len(page.facts) in (2, 4) else 3,
    }
    return LINE_END.sub("\n", rendered("page.html", context))
