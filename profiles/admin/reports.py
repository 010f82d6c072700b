"""Which facts are in trouble: by trouble and by profile, on a page and as a table to take away."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from profiles.admin.bulk_typed import name_of_fact
from profiles.admin.frame import demand, render_page
from profiles.admin.links import fact_url
from profiles.admin.site import desk_page
from profiles.models import Company
from profiles.review.reports import Row, Trouble, report
from profiles.workbook import sheets
from profiles.workbook.csv_text import write_csv
from profiles.workbook.writer import CONTENT_TYPES, as_bytes

PAGE_SIZE = 100
COLUMNS: dict[str, Callable[[Row], str]] = {
    "Trouble": lambda row: row.trouble.label,
    "Profile": lambda row: row.profile,
    "Record": lambda row: row.ref,
    "Name": lambda row: row.name,
    "Fact": lambda row: row.fact,
    "Value": lambda row: row.value,
    "Why": lambda row: row.why,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One link of a filter, with how many rows it leads to."""

    label: str
    count: int
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for: a trouble, a profile, both or neither."""

    trouble: str = ""
    profile: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Filter":
        """What is no trouble asks for none in particular; an unknown profile has no rows."""
        trouble = request.GET.get("trouble", "")
        return cls(trouble if trouble in Trouble.values else "", request.GET.get("profile", ""))

    @property
    def query(self) -> str:
        asked = {"trouble": self.trouble, "profile": self.profile}
        return urlencode({name: value for name, value in asked.items() if value})

    def lets_through(self, row: Row) -> bool:
        return self.trouble in ("", row.trouble) and self.profile in ("", row.profile)

    def troubles(self, rows: Iterable[Row]) -> list[Choice]:
        """Each trouble, counted within the chosen profile."""
        counts = Counter(str(row.trouble) for row in rows if self.profile in ("", row.profile))
        named = {"": "Every trouble", **dict(Trouble.choices)}
        return _choices(named, counts, self.trouble, lambda each: Filter(each, self.profile))

    def profiles(self, rows: Iterable[Row], companies: Iterable[Company]) -> list[Choice]:
        """Each profile, counted within the chosen trouble."""
        counts = Counter(row.profile for row in rows if self.trouble in ("", row.trouble))
        named = {"": "Every profile", **{company.key: company.name for company in companies}}
        return _choices(named, counts, self.profile, lambda each: Filter(self.trouble, each))


def _choices(
    named: dict[str, str], counts: Counter[str], chosen: str, to: Callable[[str], Filter]
) -> list[Choice]:
    counts[""] = counts.total()
    return [
        Choice(label, counts[each], to(each).query, each == chosen) for each, label in named.items()
    ]


@desk_page("profiles/reports/", name="profiles_reports")
@require_GET
def reports_page(request: HttpRequest) -> HttpResponse:
    """`?trouble=` and `?profile=` filter; `?page=` pages."""
    demand(request, "view_company")
    asked, companies = Filter.of(request), _companies()
    rows = list(report(companies))
    found = [row for row in rows if asked.lets_through(row)]
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render_page(
        request,
        "admin/reports/page.html",
        title="Reports",
        page=page,
        rows=[_linked(row) for row in page],
        can_cite=request.user.has_perm("profiles.change_claim"),
        troubles=asked.troubles(rows),
        profiles=asked.profiles(rows, companies),
        query=asked.query,
        exports=[(form, reverse("admin:profiles_reports_export", args=[form])) for form in WRITERS],
    )


def _linked(row: Row) -> tuple[Row, str, str]:
    """With the way to its fact, and with the name by which that is chosen for citing."""
    return row, fact_url(row.record_id, row.fact), name_of_fact(row.ref, row.fact)


@desk_page("profiles/reports/report.<str:form>", name="profiles_reports_export")
@require_GET
def export_report(request: HttpRequest, form: str) -> HttpResponse:
    """The rows that the page would show with the same filter, all of them, as `csv` or `xlsx`."""
    demand(request, "view_company")
    if form not in WRITERS:
        raise Http404
    asked = Filter.of(request)
    troubles = [Trouble(asked.trouble)] if asked.trouble else None
    companies = [each for each in _companies() if asked.profile in ("", each.key)]
    write, content_type = WRITERS[form]
    response = HttpResponse(write(_sheet(report(companies, troubles))), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="report.{form}"'
    return response


def _companies() -> list[Company]:
    return list(Company.objects.with_profile().select_related("record").order_by("name", "pk"))


def _sheet(rows: Iterable[Row]) -> sheets.Sheet:
    numbered = enumerate(rows, start=2)
    return sheets.Sheet("report", list(COLUMNS), [_line(number, row) for number, row in numbered])


def _line(number: int, row: Row) -> sheets.Row:
    return sheets.Row(number, {name: sheets.tidy(cell(row)) for name, cell in COLUMNS.items()})


WRITERS: dict[str, tuple[Callable[[sheets.Sheet], bytes], str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (lambda sheet: as_bytes([sheet], "xlsx"), CONTENT_TYPES["xlsx"]),
}
