"""Workbooks to take away: one profile, or the empty template."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from profiles.admin.display.frame import demand
from profiles.admin.site import desk_page
from profiles.models import Company
from profiles.workbook.exporting.writer import CONTENT_TYPES, as_bytes, export_profiles, template
from profiles.workbook.formats.sheets import Sheet


@desk_page("profiles/workbook/export/<uuid:company_id>/", name="profiles_workbook_export")
@require_GET
def export_company(request: HttpRequest, company_id: Any) -> HttpResponse:
    """`?as=ods` or `?as=zip` for another format than .xlsx."""
    demand(request, "export_workbook")
    company = get_object_or_404(Company.objects.select_related("record"), pk=company_id)
    form = request.GET.get("as", "xlsx")
    return _download(lambda: export_profiles([company.key]), form, company.key)


@desk_page("profiles/workbook/template.<str:form>", name="profiles_workbook_template")
@require_GET
def empty_workbook(request: HttpRequest, form: str) -> HttpResponse:
    demand(request, "export_workbook")
    return _download(template, form, "workbook")


def _download(make: Any, form: str, stem: str) -> HttpResponse:
    if form not in CONTENT_TYPES:
        raise Http404
    sheets: Iterable[Sheet] = make()
    response = HttpResponse(as_bytes(sheets, form), content_type=CONTENT_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{stem}.{form}"'
    return response
