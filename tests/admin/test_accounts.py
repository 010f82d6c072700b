"""Who manages accounts cannot approve with them. Amir administers, and is no superuser."""

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.urls import reverse

from profiles.models import AccountChange
from profiles.publishing.actions import publish
from profiles.review.actions import approve
from profiles.review.policies import Refused
from tests.admin.session.test_password_reset import ask, choose, link_in
from tests.factories import PASSWORD, a_submission, person

pytestmark = pytest.mark.django_db

CHOSEN = "a harbour full of clocks"


@pytest.fixture
def amir(db):
    user = User.objects.create_user("amir", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Administrator"))
    return user


def page_of(user):
    return reverse("admin:auth_user_change", args=[user.pk])


def password_page_of(user):
    return reverse("admin:auth_user_password_change", args=[user.pk])


def fields(client, user):
    """What the page of this account lets one type."""
    form = client.get(page_of(user)).context["adminform"].form
    return set(form.fields)


def sent(client, user, **changes):
    """The page of this account, sent with these changes."""
    form = client.get(page_of(user)).context["adminform"].form
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    data = {name: value for name, value in data.items() if value not in (None, False)}
    for name in ("last_login", "date_joined"):
        moment = data.pop(name, None)
        if moment:
            data |= {f"{name}_0": f"{moment:%Y-%m-%d}", f"{name}_1": f"{moment:%H:%M:%S}"}
    data["groups"] = [group.pk for group in data.get("groups", [])]
    return client.post(page_of(user), {**data, **changes})


def set_password(client, user, password=CHOSEN):
    form = {"password1": password, "password2": password, "usable_password": "true"}
    return client.post(password_page_of(user), form, follow=True)


class TestAnAdministrator:
    def test_makes_nobody_a_superuser(self, as_user, amir, erin):
        assert "is_superuser" not in fields(as_user(amir), erin)
        sent(as_user(amir), erin, is_superuser="on", first_name="Erin")
        assert not User.objects.get(pk=erin.pk).is_superuser

    def test_does_not_widen_their_own_rights(self, as_user, amir):
        offered = fields(as_user(amir), amir)
        assert not offered & {"is_superuser", "groups", "user_permissions", "is_active"}
        superusers = Group.objects.get(name="Publisher")
        sent(as_user(amir), amir, is_superuser="on", groups=[superusers.pk])
        amir = User.objects.get(pk=amir.pk)
        assert not amir.is_superuser
        assert [group.name for group in amir.groups.all()] == ["Administrator"]

    @pytest.mark.parametrize("name", ["rita", "paul"])
    def test_sets_no_password_of_somebody_who_decides(self, as_user, amir, name):
        page = set_password(as_user(amir), person(name))
        assert "nobody else sets this password" in page.content.decode()
        assert User.objects.get(username=name).check_password(PASSWORD)

    def test_nor_the_address_to_which_a_new_one_would_go(self, as_user, amir, rita):
        assert not fields(as_user(amir), rita) & {"email", "username"}
        sent(as_user(amir), rita, email="amir@example.org")
        assert User.objects.get(pk=rita.pk).email == ""

    def test_does_not_touch_a_superuser(self, as_user, amir, ada):
        assert sent_to(as_user(amir), ada).status_code == 403

    def test_the_control_sets_that_of_an_editor(self, as_user, amir, erin):
        set_password(as_user(amir), erin)
        assert User.objects.get(pk=erin.pk).check_password(CHOSEN)


def sent_to(client, user):
    return client.post(page_of(user), {"username": user.username})


def test_not_even_a_superuser_sets_the_password_of_somebody_who_decides(as_user, ada, rita):
    page = set_password(as_user(ada), rita)
    assert "nobody else sets this password" in page.content.decode()
    assert User.objects.get(pk=rita.pk).check_password(PASSWORD)


class TestAPasswordThatSomebodyElseChose:
    @pytest.fixture
    def emil(self, as_user, amir, emil):
        """An editor whose password Amir set, and who became a reviewer afterwards."""
        set_password(as_user(amir), emil)
        sent(as_user(amir), emil, groups=[Group.objects.get(name="Reviewer").pk])
        return User.objects.get(pk=emil.pk)

    def test_decides_nothing(self, emil):
        submission = a_submission()
        with pytest.raises(Refused, match="amir set your password"):
            approve(submission=submission, by=emil)
        assert not submission.reviews.exists()

    def test_decides_once_its_owner_chose_another(self, as_user, emil):
        form = {"old_password": CHOSEN, "new_password1": "of my own", "new_password2": "of my own"}
        form |= dict.fromkeys(("new_password1", "new_password2"), "a field of my own")
        client = as_user(emil)
        client.force_login(emil)
        assert client.post(reverse("admin:password_change"), form).status_code == 302
        approve(submission=a_submission(), by=emil)

    def test_decides_once_its_owner_chose_another_by_mail(self, client, emil):
        User.objects.filter(pk=emil.pk).update(email="emil@example.org")
        ask(client, "emil@example.org")
        choose(client, link_in(mail.outbox[0]), "a field of my own")
        approve(submission=a_submission(), by=emil)

    def test_does_not_publish_either(self, as_user, amir, emil):
        emil.groups.add(Group.objects.get(name="Publisher"))
        submission = a_submission(state="approved")
        with pytest.raises(Refused, match="set your password"):
            publish(submission=submission, by=User.objects.get(pk=emil.pk))


def test_an_account_made_with_a_password_decides_nothing_with_it(client, as_user, amir):
    client = as_user(amir)
    form = {"username": "puppet", "password1": CHOSEN, "password2": CHOSEN}
    form["usable_password"] = "true"
    client.post(reverse("admin:auth_user_add"), form)
    puppet = User.objects.get(username="puppet")
    puppet.groups.add(Group.objects.get(name="Reviewer"))
    with pytest.raises(Refused, match="amir set your password"):
        approve(submission=a_submission(), by=User.objects.get(pk=puppet.pk))


def test_changes_are_kept_and_shown_to_whom_they_concern(as_user, amir, erin, emil):
    set_password(as_user(amir), erin)
    sent(as_user(amir), erin, groups=[Group.objects.get(name="Reviewer").pk])
    told = {str(change) for change in AccountChange.objects.filter(account=erin)}
    assert told >= {
        "Rights changed by amir: groups; groups Editor → Reviewer",
        "Password set by amir",
    }
    client = as_user(erin)
    client.force_login(User.objects.get(pk=erin.pk))
    desk = client.get(reverse("admin:index")).content.decode()
    assert "Others changed your account" in desk
    assert "groups Editor → Reviewer" in desk
    assert (
        "Others changed your account"
        not in as_user(emil).get(reverse("admin:index")).content.decode()
    )
