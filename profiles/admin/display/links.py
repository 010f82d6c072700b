"""Addresses of the desk's pages."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse


def fact_url(record_id: Any, fact: str) -> str:
    return reverse("admin:profiles_fact", args=[record_id, fact])


def company_url(company_id: Any) -> str:
    return reverse("admin:profiles_company_change", args=[company_id])


def submit_url(company_id: Any) -> str:
    return reverse("admin:profiles_submission_new", args=[company_id])


def cite_url(**begin: str) -> str:
    """The page that cites many facts; `profile`, `source`: keys to begin with."""
    return f"{reverse('admin:profiles_cite_many')}?{urlencode(begin)}"


def standing_url(source_id: Any, action: str) -> str:
    """The page that says what a action on a source would do: retract, correct, reinstate, merge."""
    return reverse(f"admin:profiles_source_{action}", args=[source_id])


def change_url(row: Model) -> str:
    """The form of any row that has one."""
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])
