"""The same page in fewer bytes: no spaces, quotes and end tags that HTML can do without."""

import minify_html


def compact(html: str) -> str:
    """Still what the HTML standard calls valid. Comments stay: one marks a place for a notice."""
    return minify_html.minify(html, keep_comments=True, keep_html_and_head_opening_tags=True)
