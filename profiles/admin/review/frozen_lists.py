"""Lists of what is written once: submissions and releases. Nothing here can be added or changed."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString

from profiles.admin.display.states import state_of
from profiles.models import Release, Submission


class FrozenAdmin(admin.ModelAdmin):
    """A list that leads to our own page of each row; every stock form refuses."""

    page: str
    actions = None
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        if request.method != "GET" or not self.has_view_permission(request):
            raise PermissionDenied
        return redirect(self.page, object_id)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return self.change_view(request, object_id)


@admin.register(Submission)
class SubmissionAdmin(FrozenAdmin):
    page = "admin:profiles_submission_review"
    list_display = ["company", "state", "note", "submitted_by", "submitted_at"]
    search_fields = ["profile__key", "profile__company__name", "note", "sha256"]
    date_hierarchy = "submitted_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        return Submission.objects.for_desk()

    @admin.display(description="Profile", ordering="profile__key")
    def company(self, submission: Submission) -> str:
        return str(submission.profile.company)

    @admin.display(description="State")
    def state(self, submission: Submission) -> SafeString:
        state = state_of(submission)
        return format_html('<span class="badge {}">{}</span>', state.tone, state.words)


@admin.register(Release)
class ReleaseAdmin(FrozenAdmin):
    page = "admin:profiles_release_page"
    list_display = ["slug", "number", "note", "published_by", "published_at", "short_hash"]
    search_fields = ["slug", "submission__note", "sha256"]
    date_hierarchy = "published_at"
    list_select_related = ["submission", "published_by"]

    @admin.display(description="Note")
    def note(self, release: Release) -> str:
        return release.submission.note

    @admin.display(description="SHA-256")
    def short_hash(self, release: Release) -> SafeString:
        return format_html('<span class="mono">{}…</span>', release.sha256[:12])
