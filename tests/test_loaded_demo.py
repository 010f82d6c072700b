"""What the tests share of the demo is what its command wrote."""

import pytest

from tests.loaded_demo import taken_down

pytestmark = pytest.mark.django_db


def test_the_rows_are_those_that_the_command_wrote(kept_demo, the_demo):
    rows = taken_down()
    assert rows == kept_demo.rows
    assert len(rows["profiles_claim"]) > 800
    assert len(rows["profiles_historicalclaim"]) > 800


def test_its_people_can_log_in_with_their_groups(the_demo, client):
    client.post("/admin/login/", {"username": "reviewer", "password": "footnote-demo"})
    page = client.get("/admin/")
    assert page.status_code == 200
    assert set(page.wsgi_request.user.groups.values_list("name", flat=True)) == {
        "Reviewer",
        "Publisher",
    }
