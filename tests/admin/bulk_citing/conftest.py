"""Somebody at the desk, and a company to cite."""

import pytest

from tests.admin.bulk_citing.pages import TEXT
from tests.factories import a_company, a_source, cited


@pytest.fixture
def acme(erin):
    company = a_company(
        "acme", founded="2019-04", headcount="100", headquarters="Paris", tagline="Anvils"
    )
    return cited(company, "name", source=a_source("gazette", text=TEXT))


@pytest.fixture
def client(as_user, erin):
    return as_user(erin)
