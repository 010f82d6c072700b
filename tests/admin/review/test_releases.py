"""Releases and submissions in the admin: to be read, and nothing else."""

import pytest
from django.db import connection
from django.urls import reverse

from profiles.models import Release, Submission
from profiles.models.guards import lifted
from tests.factories import a_cited_profile, a_release, a_submission, restate

pytestmark = pytest.mark.django_db


def address(release):
    return reverse("admin:profiles_release_page", args=[release.pk])


def text_of(response):
    return " ".join(response.content.decode().split())


class TestReleasePage:
    def test_it_shows_the_chain_and_the_way_to_the_public_page(self, as_user, rita):
        first = a_release()
        restate(first.profile.company, "headquarters", "Lyon, France")
        second = a_release(first.profile.company, note="Moved.")
        text = text_of(as_user(rita).get(address(second)))
        for part in (second.sha256, second.submission.sha256, first.sha256):
            assert part in text
        assert "recomputed just now: holds" in text
        assert 'href="/companies/acme/"' in text
        assert "What changed since release 1" in text
        assert "Lyon, France" in text

    def test_an_old_release_leads_to_the_one_that_replaced_it(self, as_user, rita):
        first = a_release()
        restate(first.profile.company, "headquarters", "Lyon, France")
        second = a_release(first.profile.company, note="Moved.")
        assert f'href="{address(second)}"' in text_of(as_user(rita).get(address(first)))

    def test_tampering_is_announced(self, as_user, rita):
        release = a_release()
        with lifted(), connection.cursor() as cursor:
            cursor.execute("UPDATE profiles_release SET sha256 = %s", ["0" * 64])
        text = text_of(as_user(rita).get(address(release)))
        assert "This release is not what was approved." in text
        assert "The envelope was changed after publication." in text

    def test_it_is_not_for_everybody(self, as_user, vic, client):
        page = address(a_release())
        assert as_user(vic).get(page).status_code == 403
        assert client.get(page).status_code == 302

    def test_only_get(self, as_user, ada):
        assert as_user(ada).post(address(a_release())).status_code == 405


@pytest.mark.parametrize("model", ["release", "submission"])
class TestStockPages:
    """The admin's own forms refuse, superusers included."""

    def row(self, model):
        release = a_release()
        return release if model == "release" else release.submission

    def url(self, model, page, *args):
        return reverse(f"admin:profiles_{model}_{page}", args=args)

    def test_the_list_leads_to_our_page(self, as_user, ada, model):
        row = self.row(model)
        client = as_user(ada)
        assert client.get(self.url(model, "changelist")).status_code == 200
        response = client.get(self.url(model, "change", row.pk), follow=True)
        assert response.request["PATH_INFO"] == f"/admin/profiles/{model}/{row.pk}/"
        assert response.status_code == 200

    def test_nothing_can_be_added(self, as_user, ada, model):
        client = as_user(ada)
        assert client.get(self.url(model, "add")).status_code == 403
        assert client.post(self.url(model, "add"), {}).status_code == 403

    def test_nothing_can_be_changed_or_deleted(self, as_user, ada, model):
        row = self.row(model)
        client = as_user(ada)
        form = {"note": "Forged", "slug": "forged", "post": "yes"}
        assert client.post(self.url(model, "change", row.pk), form).status_code == 403
        assert client.get(self.url(model, "delete", row.pk)).status_code == 403
        assert client.post(self.url(model, "delete", row.pk), form).status_code == 403
        assert Release.objects.count() == Submission.objects.count() == 1
        assert Submission.objects.get().note == "First profile."

    def test_no_action_deletes_many(self, as_user, ada, model):
        row = self.row(model)
        form = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        as_user(ada).post(self.url(model, "changelist"), form)
        assert Release.objects.count() == Submission.objects.count() == 1

    def test_who_may_not_look_sees_no_list(self, as_user, vic, model):
        assert as_user(vic).get(self.url(model, "changelist")).status_code == 403

    def test_a_search_finds_by_key_note_and_hash(self, as_user, ada, model):
        row = self.row(model)
        a_submission(a_cited_profile("other"), note="Something else.")
        client = as_user(ada)
        for words in ("acme", "First profile", row.sha256):
            found = client.get(self.url(model, "changelist"), {"q": words})
            assert found.context["cl"].result_count == 1


def test_a_company_with_a_release_is_not_deleted_in_the_admin(as_user, ada):
    release = a_release()
    page = reverse("admin:profiles_company_delete", args=[release.profile_id])
    as_user(ada).post(page, {"post": "yes"})
    assert Release.objects.filter(pk=release.pk).exists()
