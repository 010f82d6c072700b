"""The editors' desk: Django's admin and pages of our own, registered with `site`.

The wings, and which others each may import::

    accounts     -> site
    records      -> editing, display, site
    sources      -> editing, facts, display, file_import, site
    editing      -> bulk_citing, display, site
    desk         -> bulk_citing, display, site
    bulk_citing  -> facts, display, site
    facts        -> display, site
    review       -> display, site
    workbook     -> display, file_import, site
    display      -> nothing
    file_import  -> nothing
    site         -> record_groups, session
    record_groups -> nothing
    session      -> nothing
"""

from profiles.admin import accounts
from profiles.admin.bulk_citing import batches, pages
from profiles.admin.desk import first_page, reports
from profiles.admin.facts import fetching, page
from profiles.admin.records import (
    claims,
    companies,
    deals,
    funding,
    lookup,
    narrative,
    people,
    products,
)
from profiles.admin.review import (
    change_steps,
    frozen_lists,
    preview,
    release_page,
    submission_page,
    submit_page,
)
from profiles.admin.sources import capture_admin, exchange, source_admin, standing
from profiles.admin.workbook import downloads, import_pages

__all__ = [
    "accounts",
    "batches",
    "capture_admin",
    "change_steps",
    "claims",
    "companies",
    "deals",
    "downloads",
    "exchange",
    "fetching",
    "first_page",
    "frozen_lists",
    "funding",
    "import_pages",
    "lookup",
    "narrative",
    "page",
    "pages",
    "people",
    "preview",
    "products",
    "release_page",
    "reports",
    "source_admin",
    "standing",
    "submission_page",
    "submit_page",
]
