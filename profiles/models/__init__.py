"""The rows, one file per idea; import them from here.

`bodies` has what each kind of record states; what these modules import of each other::

    uploads            -> nothing
    releases           -> immutable, records, submissions
    review_notes       -> immutable, submissions
    submissions        -> immutable, records
    evidence           -> claims, sources
    claims             -> fields, history, records, sources
    sources            -> fields, history, immutable, limits
    namesakes          -> bodies, records
    bodies             -> fields, history, limits, records
    records            -> history
    fields             -> limits
    history, immutable, limits -> nothing
"""

from profiles.models.bodies.companies import Company, Link, Name
from profiles.models.bodies.comparisons import Cell, Comparison
from profiles.models.bodies.deals import Deal, Party
from profiles.models.bodies.events import Certification, Event, Participant, Quotation
from profiles.models.bodies.funding import FundingRound, Investment, Metric, Valuation
from profiles.models.bodies.narrative import Faq, Section, Statement
from profiles.models.bodies.people import Person, Role
from profiles.models.bodies.products import Product
from profiles.models.claims import Citation, Claim, Decision, Reason, Stance, Status
from profiles.models.evidence import Confirmation, QuoteCheck
from profiles.models.records import Body, Record, StaleRecord
from profiles.models.releases import Release, Rendering
from profiles.models.review_notes import Answer, Closing, CoveringNote, Look, Nature, Query
from profiles.models.sources import Capture, Source
from profiles.models.submissions import Review, Submission
from profiles.models.uploads import Upload

__all__ = [
    "Answer",
    "Body",
    "Capture",
    "Cell",
    "Certification",
    "Citation",
    "Claim",
    "Closing",
    "Company",
    "Comparison",
    "Confirmation",
    "CoveringNote",
    "Deal",
    "Decision",
    "Event",
    "Faq",
    "FundingRound",
    "Investment",
    "Link",
    "Look",
    "Metric",
    "Name",
    "Nature",
    "Participant",
    "Party",
    "Person",
    "Product",
    "Query",
    "Quotation",
    "QuoteCheck",
    "Reason",
    "Record",
    "Release",
    "Rendering",
    "Review",
    "Role",
    "Section",
    "Source",
    "StaleRecord",
    "Stance",
    "Statement",
    "Status",
    "Submission",
    "Upload",
    "Valuation",
]
