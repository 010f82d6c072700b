"""How long a value counts as current, and that a person looked again."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from profiles.facts import HALF_A_YEAR, Fact
from profiles.models import Confirmation
from profiles.provenance.claims.evidence_state import evidence_for
from profiles.provenance.claims.freshness import confirm, due, known_on, overdue
from profiles.provenance.claims.rulings import RulingRefused
from profiles.review.checks import check
from tests.admin.forms import forms_in
from tests.factories import a_cited_profile, a_claim, a_company, a_source, cited, rule

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


def headcount(source=None, **columns):
    company = cited(a_company(headcount="100"), "headcount", source=source)
    claim = company.record.claims.get()
    type(claim).objects.filter(pk=claim.pk).update(**columns)
    return company


def evidence(company, fact="headcount"):
    company.refresh_from_db()
    return evidence_for(company)[fact]


def test_a_headcount_is_overdue_half_a_year_after_its_own_date():
    company = headcount(as_of="2025-10")
    assert known_on(evidence(company).accepted) == date(2025, 10, 31)
    assert (
        due(evidence(company).fact, evidence(company).accepted) == date(2025, 10, 31) + HALF_A_YEAR
    )
    assert overdue(evidence(company), TODAY)
    assert overdue(evidence(company), date(2025, 12, 1)) is None


def test_without_a_date_of_its_own_the_source_gives_it():
    company = headcount(source=a_source("gazette", published="2025-01-05", updated="2026-05"))
    assert known_on(evidence(company).accepted) == date(2026, 5, 31)
    assert overdue(evidence(company), TODAY) is None


def test_to_have_ruled_on_it_or_seen_its_source_is_no_look_at_the_world():
    company = headcount(source=a_source("undated"))
    assert known_on(evidence(company).accepted) is None
    assert overdue(evidence(company), TODAY) is None


def test_what_stays_true_is_never_overdue():
    company = cited(a_company(founded="1999"), "founded", source=a_source("old", published="1999"))
    assert overdue(evidence(company, "founded"), TODAY) is None
    assert Fact("founded").fresh_for is None


def test_confirming_is_its_own_event(erin):
    company = headcount(as_of="2025-10")
    claim = company.record.claims.get()
    before = claim.history.count()
    confirm(claim=claim, by=erin, note="Asked the press office")
    today = timezone.now().date()
    assert known_on(evidence(company).accepted) == today
    assert overdue(evidence(company), today) is None
    assert overdue(evidence(company), today + HALF_A_YEAR + timedelta(days=1))
    assert claim.history.count() == before
    assert Confirmation.objects.get().by == erin


def test_only_the_value_in_use_can_be_confirmed(erin):
    company = headcount(as_of="2025-10")
    rival = a_claim(company, "headcount", "250")
    with pytest.raises(RulingRefused, match="in use"):
        confirm(claim=rival, by=erin)
    assert not Confirmation.objects.exists()


def test_the_check_names_what_is_overdue():
    company = a_cited_profile(headcount="100")
    cited(company, "headcount", source=a_source("old", published="2020"))
    [finding] = [each for each in check(company) if each.code == "stale"]
    assert (finding.fact, finding.severity) == ("headcount", "warning")
    assert "last known on 31 December 2020" in finding.message


def test_one_gesture_on_the_page_of_the_fact(as_user, erin):
    company = headcount(as_of="2020")
    client = as_user(erin)
    address = reverse("admin:profiles_fact", args=[company.pk, "headcount"])
    page = client.get(address)
    assert "1 source, look again" in page.content.decode()
    form = next(form for form in forms_in(page) if form.get("fact_action") == "confirm")
    answer = client.post(address, form, follow=True).content.decode()
    assert "look again<" not in answer
    assert "Confirmed unchanged by" in answer


def test_a_rejected_value_has_no_such_gesture(as_user, erin):
    company = headcount(as_of="2020")
    rule(a_claim(company, "headcount", "250"), reason="newer")
    actions = [
        form.get("claim")
        for form in forms_in(
            as_user(erin).get(reverse("admin:profiles_fact", args=[company.pk, "headcount"]))
        )
        if form.get("fact_action") == "confirm"
    ]
    assert len(actions) == 1
