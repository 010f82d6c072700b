"""The rows, one file per idea; import them from here.

`bodies` has what each kind of record states; what these modules import of each other::

    accounts           -> immutable
    uploads            -> nothing
    releases           -> immutable, log, records, submissions
    log                -> immutable
    submissions        -> immutable, records
    evidence           -> claims, sources
    claims             -> fields, history, records, sources
    sources            -> fields, history, immutable, limits
    namesakes          -> bodies, records
    bodies             -> fields, history, limits, records
    records            -> history
    fields             -> limits
    guards, history, immutable, limits -> nothing
"""

from profiles.models.accounts import AccountChange
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
from profiles.models.log import Checkpoint, LogEnd, LogEntry
from profiles.models.records import Body, Record, StaleRecord
from profiles.models.releases import Release, Rendering, Unpublishing
from profiles.models.sources import Capture, Source
from profiles.models.submissions import Review, Submission, Withdrawal
from profiles.models.uploads import Upload

__all__ = [
    "AccountChange",
    "Body",
    "Capture",
    "Cell",
    "Certification",
    "Checkpoint",
    "Citation",
    "Claim",
    "Company",
    "Comparison",
    "Confirmation",
    "Deal",
    "Decision",
    "Event",
    "Faq",
    "FundingRound",
    "Investment",
    "Link",
    "LogEnd",
    "LogEntry",
    "Metric",
    "Name",
    "Participant",
    "Party",
    "Person",
    "Product",
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
    "Unpublishing",
    "Upload",
    "Valuation",
    "Withdrawal",
]
