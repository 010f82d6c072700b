"""The pages for people: the profile, and its background where it has one."""

from typing import Any

from django.utils.safestring import mark_safe

from profiles.renderings.anchors import anchors, led_elsewhere
from profiles.renderings.evidence.shared_marks import SHARED
from profiles.renderings.formats.assets import asset_version
from profiles.renderings.formats.compact import compact
from profiles.renderings.formats.jsonld import lean, script_safe
from profiles.renderings.formats.templating import rendered
from profiles.renderings.page import Page
from profiles.renderings.page_order import Pages

NOTICE = "<!-- notice -->"
"""Where the view of an old release says that it is old."""


def render_html(pages: Pages) -> str:
    edition, page = pages.edition, pages.profile
    data = script_safe(lean(edition, page))
    context = {
        **_context(pages, page),
        "structured": mark_safe(data),  # noqa: S308
        "columns": 2 if len(page.facts) in (2, 4) else 3,
    }
    html = rendered("page.html", context)
    return compact(led_elsewhere(html, anchors(pages.background), edition.background_path))


def render_background(pages: Pages) -> str:
    """Nothing where the profile has no background."""
    edition = pages.edition
    if not pages.background.parts:
        return ""
    html = rendered("background.html", _context(pages, pages.background))
    elsewhere = {edition.document.company.anchor, *anchors(pages.profile)}
    return compact(led_elsewhere(html, elsewhere, edition.path))


def _context(pages: Pages, page: Page) -> dict[str, Any]:
    edition = pages.edition
    return {
        "edition": edition,
        "site": edition.site,
        "page": page,
        "path": edition.path,
        "background": pages.background.parts,
        "shared": SHARED,
        "notice": mark_safe(NOTICE),  # noqa: S308
        "version": asset_version(),
    }
