"""The page for people."""

from django.utils.safestring import mark_safe

from profiles.renderings.assets import asset_version
from profiles.renderings.compact import compact
from profiles.renderings.edition import Edition
from profiles.renderings.jsonld import lean, script_safe
from profiles.renderings.layout import compose
from profiles.renderings.sharing import SHARED
from profiles.renderings.templating import rendered

NOTICE = "<!-- notice -->"
"""Where the view of an old release says that it is old."""


def render_html(edition: Edition) -> str:
    page = compose(edition)
    data = script_safe(lean(edition, page))
    context = {
        "edition": edition,
        "site": edition.site,
        "page": page,
        "shared": SHARED,
        "notice": mark_safe(NOTICE),  # noqa: S308
        "version": asset_version(),
        "structured": mark_safe(data),  # noqa: S308
        "columns": 2 if len(page.facts) in (2, 4) else 3,
    }
    return compact(rendered("page.html", context))
