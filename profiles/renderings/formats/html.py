"""The pages for people: the profile, and its background where it has one."""

from typing import Any

from django.utils.safestring import mark_safe

from profiles.renderings.anchors import anchors, led_elsewhere
from profiles.renderings.edition import Edition
from profiles.renderings.evidence.shared_marks import SHARED
from profiles.renderings.formats.assets import asset_version
from profiles.renderings.formats.compact import compact
from profiles.renderings.formats.jsonld import lean, script_safe
from profiles.renderings.formats.templating import rendered
from profiles.renderings.page import Page
from profiles.renderings.page_order import compose_background, compose_profile

NOTICE = "<!-- notice -->"
"""Where the view of an old release says that it is old."""


def render_html(edition: Edition) -> str:
    page, background = compose_profile(edition), compose_background(edition)
    data = script_safe(lean(edition, page))
    context = {
        **_context(edition, page, background),
        "structured": mark_safe(data),  # noqa: S308
        "columns": 2 if len(page.facts) in (2, 4) else 3,
    }
    html = rendered("page.html", context)
    return compact(led_elsewhere(html, anchors(background), edition.background_path))


def render_background(edition: Edition) -> str:
    """Nothing where the profile has no background."""
    background = compose_background(edition)
    if not background.parts:
        return ""
    html = rendered("background.html", _context(edition, background, background))
    elsewhere = {edition.document.company.anchor, *anchors(compose_profile(edition))}
    return compact(led_elsewhere(html, elsewhere, edition.path))


def _context(edition: Edition, page: Page, background: Page) -> dict[str, Any]:
    return {
        "edition": edition,
        "site": edition.site,
        "page": page,
        "path": edition.path,
        "background": background.parts,
        "shared": SHARED,
        "notice": mark_safe(NOTICE),  # noqa: S308
        "version": asset_version(),
    }
