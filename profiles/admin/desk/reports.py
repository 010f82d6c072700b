"""Which facts are in trouble: by trouble and by profile, on a page and as a table to take away.

Both show reports that are kept; the page says so where it has not counted every profile yet.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from profiles.admin.bulk_citing.state import fact_reference
from profiles.admin.display.frame import demand, render_page
from profiles.admin.display.links import fact_url
from profiles.admin.site import desk_page
from profiles.models import Company
from profiles.review.cached_reports import Rows, cached_reports
from profiles.review.reports import Row, Trouble
from profiles.workbook.exporting.writer import CONTENT_TYPES, as_bytes
from profiles.workbook.formats import sheets
from profiles.workbook.formats.csv_text import write_csv

PAGE_SIZE = 100
AT_ONCE = 25  # profiles that one request for the page counts, at about a sixth of a second each
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
    """One link of a filter, with how many rows it leads to, in words."""

    label: str
    count: str
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TroubleCounts:
    """Every profile, and the rows of those that are counted by now."""

    companies: list[Company]
    reports: Mapping[Company, Rows]

    @property
    def rows(self) -> list[Row]:
        return [row for rows in self.reports.values() for row in rows]

    @property
    def is_part(self) -> bool:
        return len(self.reports) < len(self.companies)

    def in_words(self, count: int, profile: str = "") -> str:
        """Of the rows of one profile or of all: a part never reads as the whole."""
        if not profile:
            return f"{count} so far" if self.is_part else str(count)
        asked = [each for each in self.companies if each.key == profile]
        return str(count) if all(each in self.reports for each in asked) else "not counted yet"


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

    def troubles(self, counted: TroubleCounts) -> list[Choice]:
        """Each trouble, counted within the chosen profile."""
        found = [str(row.trouble) for row in counted.rows if self.profile in ("", row.profile)]
        named = {"": "Every trouble", **dict(Trouble.choices)}
        return [
            Choice(
                label,
                counted.in_words(number, self.profile),
                Filter(each, self.profile).query,
                each == self.trouble,
            )
            for each, label, number in _numbered(named, found)
        ]

    def profiles(self, counted: TroubleCounts) -> list[Choice]:
        """Each profile, counted within the chosen trouble."""
        found = [row.profile for row in counted.rows if self.trouble in ("", row.trouble)]
        named = {"": "Every profile", **{each.key: each.name for each in counted.companies}}
        return [
            Choice(
                label,
                counted.in_words(number, each),
                Filter(self.trouble, each).query,
                each == self.profile,
            )
            for each, label, number in _numbered(named, found)
        ]


def _numbered(named: dict[str, str], found: list[str]) -> list[tuple[str, str, int]]:
    """(value, label, how many were found) of each; "" stands for all of them."""
    counts = Counter({"": len(found)}) + Counter(found)
    return [(each, label, counts[each]) for each, label in named.items()]


@desk_page("profiles/reports/", name="profiles_reports")
@require_GET
def reports_page(request: HttpRequest) -> HttpResponse:
    """`?trouble=` and `?profile=` filter; `?page=` pages. The first requests count a part each."""
    demand(request, "view_company")
    asked = Filter.of(request)
    counted = _counted(asked)
    found = [row for row in counted.rows if asked.lets_through(row)]
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render_page(
        request,
        "admin/desk/reports.html",
        title="Reports",
        page=page,
        rows=[_linked(row) for row in page],
        can_cite=request.user.has_perm("profiles.change_claim"),
        troubles=asked.troubles(counted),
        profiles=asked.profiles(counted),
        counted=counted,
        is_part=counted.is_part and not asked.profile,
        query=asked.query,
        exports=[(form, reverse("admin:profiles_reports_export", args=[form])) for form in WRITERS],
    )


def _counted(asked: Filter) -> TroubleCounts:
    """As far as one request goes, the profile that is asked for before the others."""
    companies = _companies()
    first = sorted(companies, key=lambda each: each.key != asked.profile)
    found = cached_reports(first, at_most=AT_ONCE)
    return TroubleCounts(companies, {each: found[each] for each in companies if each in found})


def _linked(row: Row) -> tuple[Row, str, str]:
    """With the way to its fact, and with the name by which that is chosen for citing."""
    return row, fact_url(row.record_id, row.fact), fact_reference(row.ref, row.fact)


@desk_page("profiles/reports/report.<str:form>", name="profiles_reports_export")
@require_GET
def export_report(request: HttpRequest, form: str) -> HttpResponse:
    """The rows that the page would show with the same filter, all of them, as `csv` or `xlsx`."""
    demand(request, "view_company")
    if form not in WRITERS:
        raise Http404
    asked = Filter.of(request)
    companies = [each for each in _companies() if asked.profile in ("", each.key)]
    whole = TroubleCounts(companies, cached_reports(companies))
    rows = [row for row in whole.rows if asked.lets_through(row)]
    write, content_type = WRITERS[form]
    response = HttpResponse(write(_sheet(rows)), content_type=content_type)
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
