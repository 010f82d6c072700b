"""Deals and their parties, events and who was there, quotations and certifications."""

from django.contrib import admin

from profiles.admin.display.columns import column
from profiles.admin.editing.filters import EvidenceFilter
from profiles.admin.editing.inlines import ParticipantInline, PartyInline
from profiles.admin.editing.record_admin import RecordAdmin
from profiles.models import Certification, Deal, Event, Participant, Party, Quotation


@admin.register(Deal)
class DealAdmin(RecordAdmin):
    list_display = ("title", "company", "form", column(Deal, "date"), column(Deal, "amount"))
    list_filter = ("form", EvidenceFilter)
    date_hierarchy = "date_sort"
    search_fields = ("title", "company__name", "record__key")
    list_select_related = ("record", "company")
    inlines = (PartyInline,)


@admin.register(Party)
class PartyAdmin(RecordAdmin):
    list_display = ("who", "deal", "part")
    list_filter = ("part", EvidenceFilter)
    search_fields = ("who__company__name", "who__person__name", "deal__title", "record__key")
    list_select_related = ("record", "deal__company", "who__company", "who__person")


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ("title", "company", "form", column(Event, "date"), column(Event, "look_again"))
    list_filter = ("form", EvidenceFilter)
    date_hierarchy = "date_sort"
    search_fields = ("title", "company__name", "record__key")
    list_select_related = ("record", "company")
    inlines = (ParticipantInline,)


@admin.register(Participant)
class ParticipantAdmin(RecordAdmin):
    list_display = ("who", "event", "part")
    search_fields = ("who__company__name", "who__person__name", "event__title", "record__key")
    list_select_related = ("record", "event__company", "who__company", "who__person")


@admin.register(Quotation)
class QuotationAdmin(RecordAdmin):
    list_display = ("words", "company", "speaker", column(Quotation, "date"), "medium")
    list_filter = ("extent", EvidenceFilter)
    search_fields = ("words", "speaker__name", "company__name", "record__key")
    list_select_related = ("record", "company", "speaker")


@admin.register(Certification)
class CertificationAdmin(RecordAdmin):
    list_display = ("name", "company", "form", "scope")
    list_filter = ("form", EvidenceFilter)
    search_fields = ("name", "company__name", "record__key")
    list_select_related = ("record", "company")
