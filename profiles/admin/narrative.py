"""Sections and questions: prose that cites its sources in the text."""

from django.contrib import admin

from profiles.admin.base import RecordAdmin
from profiles.models import Faq, Section


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
