"""A new password by e-mail: Django's own views under the desk's address, in the desk's look."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from axes.utils import reset
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import path, reverse_lazy

from profiles.review.accounts import note_own_password

ONE_MAIL_IN = 300  # seconds, an account: nobody's mailbox is filled by others


class ResetForm(PasswordResetForm):
    def get_users(self, email: str) -> Iterator[User]:
        """Who has this address and has got no mail just now."""
        for user in super().get_users(email):
            if cache.add(f"password-reset-{user.pk}", True, ONE_MAIL_IN):
                yield user

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The link leads to this site's own address, whatever host the request named."""
        site = urlsplit(settings.SITE_URL)
        secure = site.scheme == "https"
        super().save(*args, **{**kwargs, "domain_override": site.netloc, "use_https": secure})


class InTheDesksLook:
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        frame = admin.site.each_context(self.request)  # type: ignore[attr-defined]
        frame["is_nav_sidebar_enabled"] = False
        return {**frame, **super().get_context_data(**kwargs)}  # type: ignore[misc]


class Ask(InTheDesksLook, views.PasswordResetView):
    form_class = ResetForm
    email_template_name = "admin/session/password_reset_email.txt"
    subject_template_name = "admin/session/password_reset_subject.txt"
    success_url = reverse_lazy("password_reset_done")
    extra_email_context = {"site": settings.SITE_NAME}


class Asked(InTheDesksLook, views.PasswordResetDoneView):
    """Says the same whether or not anybody has the address."""


class Choose(InTheDesksLook, views.PasswordResetConfirmView):
    success_url = reverse_lazy("password_reset_complete")

    def form_valid(self, form: Any) -> HttpResponse:
        """Who has the mail and a new password is locked out no longer."""
        response = super().form_valid(form)
        reset(username=form.user.get_username())
        note_own_password(form.user)
        return response


class Chosen(InTheDesksLook, views.PasswordResetCompleteView):
    pass


password_reset_urls = (
    [
        path("admin/password-reset/", Ask.as_view(), name="admin_password_reset"),
        path("admin/password-reset/sent/", Asked.as_view(), name="password_reset_done"),
        path(
            "admin/password-reset/<uidb64>/<token>/",
            Choose.as_view(),
            name="password_reset_confirm",
        ),
        path("admin/password-reset/done/", Chosen.as_view(), name="password_reset_complete"),
    ]
    if settings.EMAIL_IS_SENT
    else []
)
"""None where no mail can be sent: the login page then has no link that leads nowhere."""
