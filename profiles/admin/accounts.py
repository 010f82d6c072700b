"""Django's own pages of users, and what they refuse to people who manage accounts."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from profiles.review.accounts import Kind, check_can_set_password, may_decide, note_change
from profiles.review.policies import Refused

RIGHTS = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")
ONLY_SUPERUSERS_GIVE = ("is_superuser", "user_permissions")
PASSWORDS = ("password1", "password2", "usable_password")
WAYS_TO_THE_PASSWORD = ("username", "email")

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A superuser's account is for superusers."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or _is_superuser(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fixed = set(super().get_readonly_fields(request, obj))
        if not _is_superuser(request):
            fixed.update(ONLY_SUPERUSERS_GIVE)
            if obj is not None and obj.pk == request.user.pk:
                fixed.update(RIGHTS)
        if obj is not None and obj.pk != request.user.pk and may_decide(obj):
            fixed.update(WAYS_TO_THE_PASSWORD)
        return tuple(sorted(fixed))

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002 - Django's name for it
        form_url: str = "",
    ) -> HttpResponse:
        account, me = self.get_object(request, id), request.user
        if account is None or not isinstance(me, User):
            return super().user_change_password(request, id, form_url)
        try:
            check_can_set_password(account=account, by=me)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("admin:auth_user_change", account.pk)
        before = account.password
        response = super().user_change_password(request, id, form_url)
        account.refresh_from_db()
        if account.password != before:
            note_change(account=account, kind=Kind.PASSWORD, by=me)
        return response

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        account, by = form.instance, request.user
        assert isinstance(by, User)  # noqa: S101 - the admin lets nobody else in
        before = _groups(account)
        super().save_related(request, form, formsets, change)
        if not change:
            note_change(account=account, kind=Kind.PASSWORD, by=by, detail="with the account")
        rights = [name for name in form.changed_data if name in RIGHTS]
        if rights:
            groups = f"groups {before or 'none'} → {_groups(account) or 'none'}"
            detail = f"{_words(rights)}; {groups}" if "groups" in rights else _words(rights)
            note_change(account=account, kind=Kind.RIGHTS, by=by, detail=detail)
        others = [name for name in form.changed_data if name not in (*RIGHTS, *PASSWORDS)]
        if change and others:
            note_change(account=account, kind=Kind.DETAILS, by=by, detail=_words(others))


def _is_superuser(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_superuser


def _groups(account: User) -> str:
    return ", ".join(account.groups.order_by("name").values_list("name", flat=True))


def _words(columns: list[str]) -> str:
    labels = {field.name: str(field.verbose_name) for field in User._meta.fields}
    return ", ".join(labels.get(name, name.replace("_", " ")) for name in columns)
