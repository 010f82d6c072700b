"""What README.md's tour says to choose stands on the pages that it leads through, in that order."""

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from profiles.admin.display.links import company_url, fact_url, submit_url
from profiles.models import Company, Source
from profiles.models.history import acting
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from profiles.provenance.claims.rulings import accept
from profiles.review.actions import approve, submit
from tests.manual import README

pytestmark = pytest.mark.django_db

STEPS = dict(re.findall(r"^### As an? (\w+)\n(.*?)(?=^##)", README, re.DOTALL | re.MULTILINE))
DESK, COMPANIES = reverse("admin:index"), reverse("admin:profiles_company_changelist")


@pytest.fixture
def people(the_demo) -> dict:
    return {user.username: user for user in get_user_model().objects.all()}


@pytest.fixture
def company(the_demo) -> Company:
    return Company.objects.get(record__key="mistral-ai")


def not_there(who: str, pages: list[str]) -> list[str]:
    names = re.findall(r"\*([^*\n]+)\*", STEPS[who])
    assert len(names) > 2
    return [name for name in names if not any(name in page for page in pages)]


def seen(client, *addresses: str) -> list[str]:
    return [unescape(client.get(address, follow=True).content.decode()) for address in addresses]


def type_over(company: Company, editor) -> None:
    company.work_model = "Remote first"
    with acting(by=editor):
        company.save()


def cite_it(company: Company, editor) -> None:
    with acting(by=editor):
        claim = assert_value(record=company.record, fact="work_model", value=company.work_model)
        cite(claim=claim, source=Source.objects.get(key="startup-profile"))
    accept(claim=claim, by=editor, reason="precise")


def test_as_an_editor(company, people, as_user):
    desk = as_user(people["editor"])
    form = company_url(company.pk)
    pages = seen(desk, DESK, COMPANIES, form, fact_url(company.pk, "total_funding"))
    assert not_there("editor", pages)
    type_over(company, people["editor"])
    drawer = fact_url(company.pk, "work_model") + "?drawer="
    pages += seen(desk, form, drawer, submit_url(company.pk))
    assert not_there("editor", pages) == []


def test_as_a_reviewer(company, people, as_user):
    desk = as_user(people["reviewer"])
    type_over(company, people["editor"])
    cite_it(company, people["editor"])
    submission = submit(company=company, by=people["editor"], note="How they work.")
    review = reverse("admin:profiles_submission_review", args=[submission.pk])
    pages = seen(desk, DESK, review)
    assert review in pages[0]
    assert not_there("reviewer", pages[:1])
    approve(submission=submission, by=people["reviewer"])
    assert not_there("reviewer", [*pages, *seen(desk, review)]) == []


def test_as_a_reader(the_demo, client):
    page = "/companies/mistral-ai"
    assert not_there("reader", seen(client, "/"))
    assert not_there("reader", seen(client, "/", f"{page}/")) == []
    forms = re.findall(r"`(\.\w+)`", STEPS["reader"])
    assert len(forms) == 4
    assert {client.get(page + form).status_code for form in forms} == {200}
