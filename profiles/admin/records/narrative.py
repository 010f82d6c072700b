"""Sections and questions, which cite in their text; statements and comparisons, line by line."""

from django.contrib import admin

from profiles.admin.editing.filters import EvidenceFilter
from profiles.admin.editing.inlines import CellInline
from profiles.admin.editing.record_admin import RecordAdmin
from profiles.models import Cell, Comparison, Faq, Section, Statement


@admin.register(Section)
class SectionAdmin(RecordAdmin):
    list_display = ("heading", "company", "order", "key")
    list_filter = ()
    search_fields = ("heading", "company__name", "record__key")
    list_select_related = ("record", "company")


@admin.register(Faq)
class FaqAdmin(RecordAdmin):
    list_display = ("question", "company", "order", "key")
    list_filter = ()
    search_fields = ("question", "company__name", "record__key")
    list_select_related = ("record", "company")


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    list_display = ("text", "topic", "company", "attributed_to")
    list_filter = ("topic", EvidenceFilter)
    search_fields = ("text", "attributed_to", "company__name", "record__key")
    list_select_related = ("record", "company")


@admin.register(Comparison)
class ComparisonAdmin(RecordAdmin):
    list_display = ("title", "company", "order", "key")
    search_fields = ("title", "company__name", "record__key")
    list_select_related = ("record", "company")
    inlines = (CellInline,)


@admin.register(Cell)
class CellAdmin(RecordAdmin):
    list_display = ("text", "row", "column", "comparison")
    search_fields = ("text", "row", "column", "comparison__title", "record__key")
    list_select_related = ("record", "comparison__company")
