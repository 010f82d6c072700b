"""The rows, one file per idea; import them from here.

`records` is what every record has, `bodies` what each kind states; `claims` and `evidence` say who
says so and whether it was found, in `sources`; `submissions` and `releases` are frozen. `fields`,
`history`, `immutable` and `limits` hold for columns and rows of any of them; `namesakes` are those
of one name, found by `name_keys`; `free_keys` makes keys, `uploads` are files on their way in.
`log` seals what is public, `guards` are the database's own; `accounts` tells what others did.

What these modules import of each other::

    accounts           -> immutable
    uploads            -> nothing
    releases           -> immutable, log, records, submissions
    log                -> immutable
    review_notes       -> immutable, submissions
    submissions        -> immutable, records
    evidence           -> claims, sources
    claims             -> fields, history, records, sources
    sources            -> fields, history, immutable, limits
    namesakes          -> bodies, records
    bodies             -> fields, history, limits, name_keys, records
    records            -> free_keys, history, name_keys
    fields             -> limits, name_keys
    free_keys, guards, history, immutable, limits, name_keys -> nothing
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
from profiles.models.review_notes import Answer, Closing, CoveringNote, Look, Nature, Query
from profiles.models.sources import Capture, Source
from profiles.models.submissions import Review, Submission, Withdrawal
from profiles.models.uploads import Upload

__all__ = [
    "AccountChange",
    "Answer",
    "Body",
    "Capture",
    "Cell",
    "Certification",
    "Checkpoint",
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
    "LogEnd",
    "LogEntry",
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
    "Unpublishing",
    "Upload",
    "Valuation",
    "Withdrawal",
]
