"""The lists of the desk are grouped by what they are about, in the sidebar as on the first page."""

import pytest
from django.contrib import admin

from profiles.admin.record_groups import GROUPS, INSIDE_OTHERS

pytestmark = pytest.mark.django_db


def groups_of(client, name="app_list"):
    shown = client.get("/admin/").context[name]
    return {
        group["name"]: [model["object_name"].lower() for model in group["models"]]
        for group in shown
    }


def test_every_list_of_the_desk_is_in_one_group_or_inside_a_record():
    named = [name for group in GROUPS for name in group.lists] + list(INSIDE_OTHERS)
    assert sorted(named) == sorted(set(named))
    ours = {model._meta.model_name for model in admin.site._registry}
    assert ours == set(named)


def test_lists_are_grouped_each_with_what_it_holds(as_user, erin):
    groups = groups_of(as_user(erin))
    assert list(groups)[:5] == ["Organisations", "Money", "Products", "Story", "Evidence"]
    assert groups["Money"] == ["fundinground", "investment", "valuation", "metric", "deal"]
    page = as_user(erin).get("/admin/").content.decode()
    assert "Lines of a list: a strategy, a risk, an opinion, and whose it is" in page


def test_rows_inside_other_records_are_not_on_the_first_screen(as_user, ada):
    client = as_user(ada)
    for name in ("app_list", "available_apps"):
        shown = [model for models in groups_of(client, name).values() for model in models]
        assert not set(shown) & set(INSIDE_OTHERS)
    every = client.get("/admin/profiles/")
    assert "Cells" in every.content.decode()


def test_what_somebody_may_not_see_is_not_listed(as_user, vic, ada):
    assert "Accounts" not in groups_of(as_user(vic))
    assert "Accounts" in groups_of(as_user(ada))


def test_the_sidebar_says_which_list_is_open(as_user, erin):
    page = as_user(erin).get("/admin/profiles/role/").content.decode()
    assert page.count('aria-current="page"') == 1
    assert "/admin/profiles/cell/" not in page
