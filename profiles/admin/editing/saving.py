"""What every editing form of the desk does: locks, signs, and writes only what was changed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from profiles.admin.display.last_change import last_change
from profiles.admin.editing.history import SafeHistoryAdmin
from profiles.admin.editing.locking import LockedForm
from profiles.admin.editing.search import matching
from profiles.models.history import acting


class EditForm(LockedForm):
    edit_reason = forms.CharField(
        required=False,
        max_length=200,
        label="Why this edit?",
        help_text="Optional. Kept in the history, never published.",
    )


class EditingAdmin(SafeHistoryAdmin):
    form = EditForm
    change_form_template = "admin/editing/change_form.html"
    save_on_top = False
    list_per_page = 50
    show_full_result_count = False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """As stock, but every history row carries the editor and their reason."""
        reason = request.POST.get("edit_reason", "").strip()[:200]
        with acting(by=request.user, reason=reason):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """As stock, under the row's own name, with what its form shows beside the fields."""
        if obj:
            context |= {"title": str(obj), "subtitle": None, **self.beside_fields(request, obj)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def beside_fields(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """What the template of the change form needs beyond the form."""
        return {}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A save that changes nothing writes nothing: no row, no version, no history."""
        if not change or form.changed_data:
            obj.save()

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        return matching(queryset, self.get_search_fields(request), search_term), False

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """As stock; what came to rest on the row while its confirmation was open keeps it."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except (ProtectedError, RestrictedError) as error:
            messages.error(request, f"Nothing was deleted. {error.args[0]}")
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return HttpResponseRedirect(reverse(name, args=[object_id]))

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """Somebody followed an old link, or saved what another editor has deleted meanwhile."""
        try:
            touch = last_change(self.model, object_id)
        except (TypeError, ValueError, ValidationError):
            raise Http404("There is no such row.") from None
        name = str(opts.verbose_name)
        messages.warning(request, f"This {name} is gone, and nothing was saved. {touch}.")
        listed = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        return HttpResponseRedirect(self.opener_url(request) or listed)

    def opener_url(self, request: HttpRequest) -> str:
        """The form that this one was opened from, where there can be one."""
        return ""
