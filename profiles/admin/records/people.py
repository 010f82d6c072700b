"""People and their roles."""

from django.contrib import admin

from profiles.admin.display.columns import column
from profiles.admin.editing.filters import EvidenceFilter
from profiles.admin.editing.inlines import NameInline
from profiles.admin.editing.panels import PanelSpec
from profiles.admin.editing.record_admin import RecordAdmin
from profiles.models import Investment, Person, Role


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = ("name", "previously", "key")
    search_fields = ("name", "record__names__name", "record__key")
    inlines = (NameInline,)
    panels = (
        PanelSpec(Role, "person", ("company", "title", "group", "started", "ended")),
        PanelSpec(Investment, "investor", ("round", "part", "amount")),
    )


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    list_display = (
        "person",
        "title",
        "company",
        "group",
        column(Role, "started"),
        column(Role, "ended"),
    )
    list_display_links = ("person", "title")
    list_filter = ("group", EvidenceFilter)
    search_fields = ("person__name", "title", "company__name", "record__key")
    list_select_related = ("record", "company", "person")
