"""The demo, loaded once for each worker and rolled back: the tests see plain values only."""

from dataclasses import dataclass

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from profiles.management.commands.demo import MAIN, PROFILES
from profiles.models import Company, Release
from profiles.review.checks import check
from profiles.review.findings import Finding
from profiles.workbook.exporting.profiles import export_profiles
from tests.coverage.published import Published, published
from tests.loaded_demo import Kept, restore, rolled_back

QUERIES = ("a16z", "andreessen horowitz", "NVIDIA", "nvidia", "mistral", "vibe")


@dataclass(frozen=True)
class Demo:
    profiles: dict[str, Published]
    findings: list[Finding]
    """What the checks say of Mistral AI."""
    exported: dict[str, list[dict[str, str]]]
    """Sheet -> rows, of a workbook with every organisation."""
    found: dict[str, list[str]]
    """Query -> slugs that the directory lists."""


@pytest.fixture(scope="session")
def demo(kept_demo: Kept, django_db_blocker: DjangoDbBlocker) -> Demo:
    with rolled_back(django_db_blocker):
        restore(kept_demo)
        return _read()


@pytest.fixture(scope="session")
def mistral(demo: Demo) -> Published:
    return demo.profiles[MAIN]


def _read() -> Demo:
    releases = Release.objects.select_related("submission")
    return Demo(
        profiles={each.slug: published(each) for each in releases},
        findings=check(Company.objects.get(record__key=MAIN)),
        exported=_rows(),
        found={query: _slugs(query) for query in QUERIES},
    )


def _rows() -> dict[str, list[dict[str, str]]]:
    slugs = Company.objects.values_list("record__key", flat=True)
    return {
        sheet.name: [
            {column: str(cell) for column, cell in row.cells.items()} for row in sheet.rows
        ]
        for sheet in export_profiles(slugs)
    }


def _slugs(query: str) -> list[str]:
    page = Client().get("/", {"q": query}).content.decode()
    return [slug for slug in PROFILES if f'href="/companies/{slug}/"' in page]
