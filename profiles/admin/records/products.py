"""What companies make."""

from django.contrib import admin

from profiles.admin.display.columns import column
from profiles.admin.editing.filters import EvidenceFilter
from profiles.admin.editing.inlines import NameInline
from profiles.admin.editing.panels import PanelSpec
from profiles.admin.editing.record_admin import RecordAdmin
from profiles.models import Product


@admin.register(Product)
class ProductAdmin(RecordAdmin):
    list_display = ("name", "company", "form", column(Product, "released"), "licence")
    list_filter = ("form", EvidenceFilter)
    search_fields = ("name", "record__names__name", "company__name", "record__key")
    list_select_related = ("record", "company")
    inlines = (NameInline,)
    panels = (PanelSpec(Product, "parent", ("name", "form", "released"), "Parts", hide_empty=True),)
