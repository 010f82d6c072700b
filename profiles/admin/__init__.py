"""The editors' desk: Django's admin, one module per idea.

`companies people funding products deals narrative sources captures claims records` register what
editors keep, on top of `base` (any record), which stands on `editing` (any form): locking, history,
deletion. `facts` is the page of one fact, where claims are made and ruled on; `bulk_citing` cites
one source for many facts. `submitting review release preview` take a profile to its readers,
`workbook downloads` to a spreadsheet and back. `source_exchange source_standing fetching` import,
export, retract, merge and fetch sources. `kept_text lapsed_session`: text outlives its session.
"""

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
from profiles.admin.review import frozen_lists, preview, release_page, submission_page, submit_page
from profiles.admin.sources import capture_admin, exchange, source_admin, standing
from profiles.admin.workbook import downloads, import_pages

__all__ = [
    "batches",
    "capture_admin",
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
