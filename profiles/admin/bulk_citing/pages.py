"""Citing one source for many facts: choose them, say where it says so, look, then cite them all."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from profiles.admin.bulk_citing.pasted_rows import EXAMPLE, UnreadablePaste, pasted_lines
from profiles.admin.bulk_citing.preview import counted_outcomes, preview_rows
from profiles.admin.bulk_citing.selection import MOST_LISTED, FactSelection
from profiles.admin.bulk_citing.state import FormState
from profiles.admin.display.frame import demand, render_page
from profiles.admin.facts.named_source import named_source
from profiles.admin.facts.quick_citing import recent_sources
from profiles.admin.site import desk_page
from profiles.models import Company, Source
from profiles.provenance.bulk.cite_many import (
    MOST_ROWS,
    CitingRefused,
    PlanOutdated,
    check_can_cite,
    cite_many,
)
from profiles.provenance.bulk.plan import Plan, Row, make_plan
from profiles.provenance.quotes.lookup import SourceTexts

SALT = "profiles.admin.bulk_citing.pages"
HOLDS_FOR = 3600  # seconds from the check to the citing
MOST_SUGGESTED = 500
LEAVABLE: dict[str, Callable[[Row], bool]] = {
    "refused": lambda row: row.effect == "refused",
    "missing": lambda row: row.writes and row.look.is_missing,
}
STEPS = ("Choose the facts", "Say where it says so", "Check, then cite")


@desk_page("profiles/cite/", name="profiles_cite_many")
@require_http_methods(["GET", "HEAD", "POST"])
def cite_page(request: HttpRequest) -> HttpResponse:
    """`?profile=`, `?source=` and `?chosen=kind/key#fact` begin; only `to=commit` writes."""
    demand(request, "change_claim")
    typed = FormState.of(request)
    return PAGES[_wanted(request)](request, typed)


def _wanted(request: HttpRequest) -> str:
    """The button that was pressed: some say what to do on the page that they stand on."""
    if "values" in request.POST:
        return "describe"
    to = request.POST.get("to", "")
    if "leave" in request.POST or (to == "commit" and "drop" in request.POST):
        return "check"  # Enter presses the first button: what is ticked to be left out is not cited
    return to if to in PAGES else "choose"


def begin_with(request: HttpRequest, records: Iterable[Any]) -> HttpResponse:
    """The first page for these rows of a list, every fact of theirs that has a value chosen."""
    demand(request, "change_claim")
    typed = FormState(records=[str(pk) for pk in records])
    typed.choose(FactSelection(typed).names, among=())
    return choose(request, typed)


# --- choose ---------------------------------------------------------------------------------------


def choose(request: HttpRequest, typed: FormState, problem: str = "") -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    choosing = FactSelection(typed)
    ticked = {"all": choosing.names, "uncited": choosing.uncited, "none": []}
    if sent.get("select") in ticked:
        typed.choose(ticked[sent["select"]], among=choosing.names)
    companies = Company.objects.with_profile().select_related("record").order_by("name", "pk")
    return _page(
        request,
        typed,
        "choose",
        problem,
        kept=typed.hidden("profile", "kind", "state"),
        choosing=choosing,
        groups=list(choosing.groups()),
        listed=" ".join(choosing.names),
        companies=companies[:MOST_SUGGESTED],
        most=MOST_LISTED,
    )


# --- describe -------------------------------------------------------------------------------------


def describe(
    request: HttpRequest, typed: FormState, problem: str = "", *, mend: str = "source"
) -> HttpResponse:
    """`mend`: the id of the field that the problem is about."""
    if len(typed.lines) > MOST_ROWS:
        return choose(
            request,
            typed,
            f"{len(typed.lines)} facts are chosen; at most {MOST_ROWS} go at once. "
            "Filter them, and cite the rest afterwards.",
        )
    plan = make_plan(typed.asked, SourceTexts.of(Source()))
    recent = _recent(typed, plan)
    if not typed.source and not typed.recent and recent:
        typed.recent = recent[0].key
    return _page(
        request,
        typed,
        "describe",
        problem,
        kept=typed.hidden("source", "recent", "paste", "cells"),
        rows=preview_rows(plan, typed.lines),
        recent=recent,
        known_sources=Source.objects.order_by("-pk").only("key", "title")[:MOST_SUGGESTED],
        example=EXAMPLE,
        mend=mend,
    )


def _recent(typed: FormState, plan: Plan) -> list[Source]:
    """Of the profile that the facts belong to, or of the first one's."""
    company = FactSelection(typed).company
    record = company.record if company else None
    first = next((row.body.record for row in plan.rows if row.body), record)
    return recent_sources(first) if first else []


# --- check ----------------------------------------------------------------------------------------


def check(request: HttpRequest, typed: FormState) -> HttpResponse:
    """Computes what citing would do; writes nothing."""
    try:
        typed.lines += pasted_lines(typed.paste) if typed.paste else []
        typed.paste = ""
        source = _source(request, typed)
    except UnreadablePaste as refusal:
        return describe(request, typed, str(refusal), mend="paste")
    except ValidationError as refusal:
        return describe(request, typed, " ".join(refusal.messages))
    typed.leave_out(int(place) for place in request.POST.getlist("drop") if place.isdecimal())
    if not typed.lines:
        return describe(request, typed, "Choose facts first, or paste rows below.", mend="paste")
    if len(typed.lines) > MOST_ROWS:
        return describe(request, typed)
    plan = make_plan(typed.asked, SourceTexts.of(source))
    if (leave := LEAVABLE.get(request.POST.get("leave", ""))) and any(map(leave, plan.rows)):
        typed.leave_out(place for place, row in enumerate(plan.rows) if leave(row))
        return check(request, typed)
    return _checked(request, typed, plan)


def _source(request: HttpRequest, typed: FormState) -> Source:
    """By key or address; a new address is a source that is not saved yet.

    What was typed counts before what was picked. Raises `ValidationError`.
    """
    text = typed.source or typed.recent
    if not text:
        raise ValidationError("Name the source: pick one, or enter its key or address.")
    return named_source(text, by=request.user, or_twin=True)


def _checked(
    request: HttpRequest,
    typed: FormState,
    plan: Plan,
    problem: str = "",
    *,
    news: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    return _page(
        request,
        typed,
        "check",
        problem,
        status=status,
        kept=typed.hidden(),
        plan=plan,
        is_new_source=plan.source._state.adding,
        counts=list(counted_outcomes(plan)),
        rows=preview_rows(plan, typed.lines, news),
        obstacle=_obstacle(plan),
        token=signing.dumps([request.user.pk, plan.seen], salt=SALT, compress=True),
        with_missing=request.POST.get("missing") == "on",
    )


def _obstacle(plan: Plan) -> str:
    """Why there is no button; a missing quote only asks for a tick."""
    try:
        check_can_cite(plan, seen=None, with_missing=True)
    except CitingRefused as refusal:
        return refusal.messages[0]
    return ""


# --- commit ---------------------------------------------------------------------------------------


def commit(request: HttpRequest, typed: FormState) -> HttpResponse:
    """Cite what was checked, or show what it would be now and say why nothing was written."""
    user: Any = request.user
    try:
        source = _source(request, typed)
        seen = _seen(request)
        missing = request.POST.get("missing") == "on"
        citations = cite_many(
            asked=typed.asked, source=source, by=user, seen=seen, with_missing=missing
        )
    except PlanOutdated as outdated:
        first, *news = outdated.news
        problem = f"{outdated} {first or 'The rows marked below are not as they were.'}"
        return _checked(request, typed, outdated.plan, problem, news=news, status=409)
    except ValidationError as refusal:
        return _refused(request, typed, " ".join(refusal.messages))
    first_row = type(citations[0]).history.filter(id=citations[0].pk).earliest()
    return HttpResponseRedirect(reverse("admin:profiles_citing_batch", args=[first_row.pk]))


def _seen(request: HttpRequest) -> list[str]:
    """What this person saw checked. Raises `CitingRefused`."""
    try:
        user, seen = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=HOLDS_FOR)
    except signing.SignatureExpired:
        raise CitingRefused(
            "It was checked more than an hour ago. Nothing was written: this is the check of now."
        ) from None
    except (signing.BadSignature, TypeError, ValueError):
        user, seen = None, []
    if user != request.user.pk:
        raise CitingRefused("This is not the check that you saw. Nothing was written: look again.")
    return list(seen)


def _refused(request: HttpRequest, typed: FormState, problem: str) -> HttpResponse:
    try:
        source = _source(request, typed)
    except ValidationError as refusal:
        return describe(request, typed, " ".join(refusal.messages))
    plan = make_plan(typed.asked, SourceTexts.of(source))
    return _checked(request, typed, plan, problem, status=422)


PAGES: dict[str, Callable[[HttpRequest, FormState], HttpResponse]] = {
    "choose": choose,
    "describe": describe,
    "check": check,
    "commit": commit,
}


def _page(
    request: HttpRequest,
    typed: FormState,
    step: str,
    problem: str = "",
    *,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    place = ["choose", "describe", "check"].index(step)
    return render_page(
        request,
        f"admin/bulk_citing/{step}.html",
        title="Cite many facts from one source",
        status=status or (422 if problem else 200),
        typed=typed,
        problem=problem,
        steps=[(name, number == place) for number, name in enumerate(STEPS)],
        **context,
    )
