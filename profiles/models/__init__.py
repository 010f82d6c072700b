"""The rows, one file per idea; import them from here."""

from profiles.models.claims import Citation, Claim, Decision, Reason, Stance, Status
from profiles.models.companies import Company, Link, Name
from profiles.models.comparisons import Cell, Comparison
from profiles.models.deals import Deal, Party
from profiles.models.events import Certification, Event, Participant, Quotation
from profiles.models.evidence import Confirmation, QuoteCheck
from profiles.models.funding import FundingRound, Investment, Metric, Valuation
from profiles.models.narrative import Faq, Section, Statement
from profiles.models.people import Person, Role
from profiles.models.products import Product
from profiles.models.records import Body, Record, StaleRecord
from profiles.models.releases import Release, Rendering
from profiles.models.sources import Capture, Source
from profiles.models.submissions import Review, Submission
from profiles.models.uploads import Upload

__all__ = [
    "Body",
    "Capture",
    "Cell",
    "Certification",
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
    "Upload",
    "Valuation",
]
