"""What the desk says of the demo is in people's words: no keys, no stored texts, no ISO dates."""

import re
from html import unescape

import pytest
from django.urls import reverse

from profiles.facts import RECORD_TYPES
from profiles.models import Company, Source, Submission

pytestmark = pytest.mark.django_db

KINDS = "|".join(record_type.kind for record_type in RECORD_TYPES)
STORED = {
    "a key": re.compile(rf"\b(?:{KINDS})/[a-z0-9-]+"),
    "an amount": re.compile(r"\b(?:EUR|USD|GBP) \d{4,}"),
    "a date": re.compile(r"(?<![\w/-])\d{4}-\d\d(?:-\d\d)?(?![\w-])"),
    "another form of date": re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b"),
}
UNREAD = re.compile(r"(?s)<(script|style|textarea|option)\b.*?</\1>|<[^>]+>")
QUOTED = re.compile("“[^”]*”|<blockquote>.*?</blockquote>", re.DOTALL)


def said_on(page):
    """The texts that a person reads on a page, without what is quoted from elsewhere."""
    return unescape(UNREAD.sub("\n", QUOTED.sub("", page)))


def stored_in(text):
    return {f"{name}: {found}" for name, form in STORED.items() for found in form.findall(text)}


@pytest.mark.parametrize(
    "text", ["role/acme-ceo", "USD 15500000", "as of 2023-04", "Nov. 26, 2026, 4:32 p.m."]
)
def test_a_stored_form_is_recognised(text):
    assert stored_in(said_on(f"<p>{text}</p>"))


def pages():
    made_up = Company.objects.get(record__key="ebbwright")
    submission = Submission.objects.get(profile=made_up.record)
    return {
        "the first page": reverse("admin:index"),
        "checks and submission": reverse("admin:profiles_submission_new", args=[made_up.pk]),
        "review": reverse("admin:profiles_submission_review", args=[submission.pk]),
        "release": reverse("admin:profiles_release_page", args=[submission.release.pk]),
        "reports": f"{reverse('admin:profiles_reports')}?profile=ebbwright",
        "claims": reverse("admin:profiles_claim_changelist"),
        "submissions": reverse("admin:profiles_submission_changelist"),
        "releases": reverse("admin:profiles_release_changelist"),
        "events": reverse("admin:profiles_event_changelist"),
        "retraction": reverse(
            "admin:profiles_source_retract", args=[Source.objects.filter(standing="in-force")[0].pk]
        ),
    }


def test_names_values_and_dates_are_those_that_people_read(the_demo, as_user, ada):
    client = as_user(ada)
    shown = {
        name: stored_in(said_on(client.get(url).content.decode())) for name, url in pages().items()
    }
    assert {name: found for name, found in shown.items() if found} == {}


def test_checks_name_people_and_money_as_they_are_spoken_of(the_demo, as_user, ada):
    made_up = Company.objects.get(record__key="ebbwright")
    page = as_user(ada).get(reverse("admin:profiles_submission_new", args=[made_up.pk]))
    text = " ".join(page.content.decode().split())
    assert "<strong>Morwenna Tarn</strong>: Education" in text
    assert "€7M" in text
