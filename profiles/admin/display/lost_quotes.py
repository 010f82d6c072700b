"""The message that names the facts whose quote a new capture holds no longer."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from profiles.admin.display.links import fact_url
from profiles.facts import type_of
from profiles.models import Citation
from profiles.provenance.captures.archiving import CaptureResult

MOST_NAMED = 50


def lost_quotes_message(done: CaptureResult) -> SafeString:
    """Which facts have lost their quote, with the way to each."""
    named = [_way_to(citation) for citation in done.drifted[:MOST_NAMED]]
    links = format_html_join(", ", '<a href="{}">{}</a>', named)
    more = len(done.drifted) - len(named)
    return format_html(
        "{} no longer found in it, for these facts: {}{}. Look at them again.",
        count_of_lost_quotes(done),
        links,
        f" and {more} more" if more else "",
    )


def count_of_lost_quotes(done: CaptureResult) -> str:
    lost = len(done.drifted)
    return "One quote is" if lost == 1 else f"{lost} quotes are"


def _way_to(citation: Citation) -> tuple[str, str]:
    claim = citation.claim
    label = type_of(claim.record).label_of(claim.fact)
    return fact_url(claim.record_id, claim.fact), f"{label} of {claim.record.ref}"
