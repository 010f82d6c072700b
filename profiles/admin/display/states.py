"""Where a profile or a submission stands, in words and a tone."""

from dataclasses import dataclass

from profiles.models import Submission
from profiles.models.submissions import SubmissionStatus

TONES = {
    SubmissionStatus.WAITING: "amber",
    SubmissionStatus.RETURNED: "bad",
    SubmissionStatus.WITHDRAWN: "quiet",
    SubmissionStatus.UNPUBLISHED: "bad",
    SubmissionStatus.APPROVED: "good",
    SubmissionStatus.PUBLISHED: "good",
}


@dataclass(frozen=True, slots=True)
class State:
    words: str
    tone: str


DRAFT = State("Draft", "quiet")


def state_of(submission: Submission | None) -> State:
    """Of a submission, or of a profile whose latest submission this is."""
    if submission is None:
        return DRAFT
    status = submission.status
    words = "approved, ready to publish" if status == SubmissionStatus.APPROVED else str(status)
    return State(words.capitalize(), TONES[status])
