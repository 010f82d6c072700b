"""Upload, preview, confirm: nothing is written before the last step, and then exactly that."""

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from profiles.admin.file_import import SALT
from profiles.admin.workbook.import_pages import ROWS_SHOWN
from profiles.models import Claim, Company, Decision, Source, Upload
from profiles.review.actions import approve, submit
from profiles.review.policies import Refused
from tests.admin.workbook.workbooks import (
    a_move,
    a_sheet,
    confirm,
    messages_of,
    only_upload,
    preview,
    text_of,
    token_at,
    upload,
)
from tests.factories import a_cited_profile, edit, rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    return a_cited_profile()


@pytest.fixture
def editor(as_user, erin):
    return as_user(erin)


def headquarters():
    return Company.objects.get(record__key="acme").headquarters


def open_claims():
    return list(Claim.objects.filter(decision=Decision.OPEN).values_list("fact", "value"))


class TestUpload:
    def test_the_form(self, editor):
        text = text_of(editor.get("/admin/profiles/workbook/"))
        assert "Nothing is written before you confirm." in text
        assert 'href="/admin/profiles/workbook/template.ods"' in text

    @pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
    def test_every_format_leads_to_a_preview(self, editor, company, form):
        response = upload(editor, a_move(), form=form)
        stored = only_upload()
        address = reverse("admin:profiles_workbook_preview", args=[stored.pk])
        assert response.headers["Location"] == f"{address}?mode=propose&source="
        assert stored.filename == f"acme.{form}"

    @pytest.mark.parametrize(
        ("body", "name", "message"),
        [
            (b"hello", "acme.xlsx", "is no workbook"),
            (b"PK\x03\x04 broken", "acme.xlsx", "acme.xlsx"),
            (b"key,name\n", "acme.pdf", "is no workbook"),
        ],
    )
    def test_what_cannot_be_read_says_why_and_is_not_kept(self, editor, body, name, message):
        response = upload(editor, body, name=name)
        assert response.status_code == 422
        assert message in text_of(response)
        assert not Upload.objects.exists()

    def test_what_is_too_large_is_refused(self, editor, settings):
        settings.WORKBOOK_MAX_BYTES = 100
        response = upload(editor, a_move())
        assert response.status_code == 422
        assert "at most 100" in text_of(response)
        assert not Upload.objects.exists()

    def test_nothing_chosen(self, editor):
        response = editor.post("/admin/profiles/workbook/", {"mode": "propose"})
        assert response.status_code == 422
        assert "This field is required." in text_of(response)

    def test_old_uploads_are_thrown_away_with_the_next(self, editor, company, emil):
        old = Upload.objects.create(user=emil, filename="old.xlsx", body=b"x")
        Upload.objects.update(created_at=timezone.now() - timedelta(hours=2))
        upload(editor, a_move())
        assert not Upload.objects.filter(pk=old.pk).exists()

    @pytest.mark.parametrize("name", ["rita", "paul", "vic"])
    def test_only_who_may_import(self, as_user, name, request):
        client = as_user(request.getfixturevalue(name))
        assert client.get("/admin/profiles/workbook/").status_code == 403
        assert upload(client, a_move()).status_code == 403
        assert not Upload.objects.exists()

    def test_a_visitor_is_asked_to_log_in(self, client):
        assert client.get("/admin/profiles/workbook/").status_code == 302
        assert upload(client, a_move()).status_code == 302
        assert not Upload.objects.exists()


class TestPreview:
    def test_it_shows_each_change_and_writes_nothing(self, editor, company):
        address, token = preview(editor, a_move())
        text = text_of(editor.get(address))
        assert "Lyon, France" in text
        assert '<span class="badge amber">rival</span>' in text
        assert token
        assert headquarters() == "Paris, France"
        assert not Source.objects.filter(key="herald").exists()

    def test_problems_have_a_place_and_a_remedy_and_no_button(self, editor, company):
        sheets = a_move()
        sheets[1].rows[0].cells["headqarters"] = "Nice"
        sheets[1].header.append("headqarters")
        address, token = preview(editor, sheets)
        text = text_of(editor.get(address))
        assert "1 problem: nothing can be imported yet." in text
        assert "Did you mean “headquarters”?" in text
        assert token == ""
        assert "Import exactly this" not in text

    def test_a_workbook_that_changes_nothing_says_so(self, editor, company):
        address, _ = preview(editor, [a_sheet("companies", {"key": "acme"})])
        text = text_of(editor.get(address))
        assert "Nothing to do" in text
        assert "disabled" in text

    def test_a_long_sheet_is_cut_and_counted(self, editor, company):
        names = ({"key": f"firm-{n}", "name": f"Firm {n}"} for n in range(ROWS_SHOWN + 5))
        address, _ = preview(editor, [a_sheet("companies", *names)])
        text = text_of(editor.get(address))
        assert "firm-3" in text
        assert f"firm-{ROWS_SHOWN + 4}" not in text
        assert "and 5 more" in text

    def test_a_long_list_of_problems_is_cut_and_counted(self, editor, company):
        rows = ({"key": f"f-{n}", "name": "F", "founded": "soon"} for n in range(ROWS_SHOWN + 5))
        address, _ = preview(editor, [a_sheet("companies", *rows)])
        assert "and 5 more" in text_of(editor.get(address))

    def test_cells_are_escaped(self, editor, company):
        address, _ = preview(editor, a_move("<script>alert(1)</script>"))
        assert "<script>alert" not in text_of(editor.get(address))

    def test_it_is_its_uploaders_alone(self, editor, as_user, emil, ada, company):
        address, token = preview(editor, a_move())
        for other in (emil, ada):
            client = as_user(other)
            assert client.get(address).status_code == 404
            assert confirm(client, address, token).status_code == 404
        assert open_claims() == []

    def test_it_is_gone_after_an_hour(self, editor, company):
        address, token = preview(editor, a_move())
        Upload.objects.update(created_at=timezone.now() - timedelta(minutes=61))
        assert editor.get(address).status_code == 404
        assert confirm(editor, address, token).status_code == 404
        assert open_claims() == []

    def test_an_unknown_mode_proposes(self, editor, company):
        address, _ = preview(editor, a_move())
        response = editor.get(address.replace("mode=propose", "mode=overwrite"))
        assert response.context["plan"].mode == "propose"


class TestConfirm:
    def test_proposing_makes_a_rival_and_keeps_the_value(self, editor, company):
        response = confirm(editor, *preview(editor, a_move()))
        assert response.headers["Location"] == "/admin/"
        assert "Imported acme.xlsx" in messages_of(response)[0]
        assert open_claims() == [("headquarters", "Lyon, France")]
        assert headquarters() == "Paris, France"

    def test_accepting_changes_the_value(self, editor, company):
        confirm(editor, *preview(editor, a_move(), mode="accept"))
        assert headquarters() == "Lyon, France"
        assert open_claims() == []

    def test_a_default_source_stands_behind_what_names_none(self, editor, company):
        sheets = [a_sheet("companies", {"key": "acme", "tagline": "Better"})]
        confirm(editor, *preview(editor, sheets, source="gazette"))
        claim = Claim.objects.get(fact="tagline")
        assert claim.citations.get().capture.source.key == "gazette"

    def test_it_is_signed_by_who_confirmed_and_four_eyes_knows(self, as_user, ada, erin, company):
        client = as_user(ada)
        confirm(client, *preview(client, a_move(), mode="accept"))
        row = company.history.first()
        assert row.history_user == ada
        company.refresh_from_db()
        submission = submit(company=company, by=erin, note="First profile.")
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submission, by=ada)

    def test_the_upload_is_used_once(self, editor, company):
        address, token = preview(editor, a_move())
        confirm(editor, address, token)
        assert not Upload.objects.exists()
        assert confirm(editor, address, token).status_code == 404

    def test_only_who_may_still_import(self, editor, erin, company):
        address, token = preview(editor, a_move())
        erin.groups.clear()
        assert confirm(editor, address, token).status_code == 403
        assert open_claims() == []


class TestRefusedConfirmations:
    """Each leaves everything as it was and says what to do."""

    def refused(self, client, address, token, message):
        response = confirm(client, address, token)
        assert response.status_code == 302
        assert message in messages_of(response)[0]
        assert open_claims() == []
        assert headquarters() == "Paris, France"
        assert not Source.objects.filter(key="herald").exists()
        return response

    @pytest.mark.parametrize("token", ["", "nonsense", "a:b:c"])
    def test_no_token(self, editor, company, token):
        address, _ = preview(editor, a_move())
        self.refused(editor, address, token, "This confirmation is damaged")

    def test_a_tampered_token(self, editor, company):
        address, token = preview(editor, a_move())
        self.refused(editor, address, f"{token[:-1]}{'A' if token[-1] != 'A' else 'B'}", "damaged")

    def test_a_token_signed_for_something_else(self, editor, company):
        address, token = preview(editor, a_move())
        content = signing.loads(token, salt=SALT)
        self.refused(editor, address, signing.dumps(content, salt="else"), "damaged")
        self.refused(editor, address, signing.dumps({"user": 1}, salt=SALT), "damaged")

    def test_an_expired_token(self, editor, company, monkeypatch):
        address, token = preview(editor, a_move())
        later = timezone.now().timestamp() + 3601
        monkeypatch.setattr("django.core.signing.time.time", lambda: later)
        self.refused(editor, address, token, "more than an hour old")

    def test_the_control_just_within_the_hour(self, editor, company, monkeypatch):
        address, token = preview(editor, a_move())
        soon = timezone.now().timestamp() + 3500
        monkeypatch.setattr("django.core.signing.time.time", lambda: soon)
        confirm(editor, address, token)
        assert open_claims() == [("headquarters", "Lyon, France")]

    def test_the_token_of_another_preview(self, editor, company):
        first, _ = preview(editor, a_move())
        _, token = preview(editor, a_move("Nice, France"))
        self.refused(editor, first, token, "belongs to another preview")

    def test_the_token_of_another_user(self, editor, as_user, emil, company):
        _, token = preview(editor, a_move())
        other = as_user(emil)
        mine, _ = preview(other, a_move())
        self.refused(other, mine, token, "belongs to another preview")

    def test_bytes_that_were_exchanged(self, editor, company):
        address, token = preview(editor, a_move())
        stored = only_upload()
        stored.body = b"other"
        stored.save()
        self.refused(editor, address, token, "belongs to another preview")

    def test_a_base_that_moved(self, editor, company):
        address, token = preview(editor, a_move())
        edit(company, tagline="Better")
        response = self.refused(editor, address, token, "has changed")
        assert response.headers["Location"] == address, "it leads back to a new preview"
        confirm(editor, address, token_at(editor, address))
        assert open_claims() == [("headquarters", "Lyon, France")]

    def test_a_ruling_made_meanwhile(self, editor, company):
        address, token = preview(editor, a_move())
        claim = Claim.objects.get(fact="headquarters")
        rule(claim, reason="primary")
        self.refused(editor, address, token, "has changed")

    def test_another_mode_than_the_one_previewed(self, editor, company):
        """The mode is in the token; the address of the form says nothing."""
        address, token = preview(editor, a_move())
        confirm(editor, address.replace("propose", "accept"), token)
        assert headquarters() == "Paris, France"
        assert open_claims() == [("headquarters", "Lyon, France")]

    def test_problems_that_arose_meanwhile(self, editor, company):
        sheets = [a_sheet("companies", {"key": "acme", "tagline": "Better"})]
        address, token = preview(editor, sheets, source="gazette")
        Source.objects.filter(key="gazette").update(key="renamed")
        response = confirm(editor, address, token)
        assert response.status_code == 302
        assert messages_of(response)
        assert not Claim.objects.filter(fact="tagline").exists()
