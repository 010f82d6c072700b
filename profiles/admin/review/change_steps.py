"""What a reviewer does with one change: seen, accept, query. And what is said of a query."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from profiles.admin.display.frame import demand
from profiles.admin.review.review_view import review_of
from profiles.admin.review.submission_page import submission_for_review
from profiles.admin.site import desk_page
from profiles.models import Look, Query, Submission
from profiles.review.changed_facts import changes_of
from profiles.review.looks import look_at
from profiles.review.policies import Refused
from profiles.review.queries import answer, ask, close

OUTCOMES = {"seen": Look.Outcome.SEEN, "accept": Look.Outcome.ACCEPTED}


@desk_page("profiles/submission/<int:pk>/change/<int:number>/", name="profiles_submission_change")
@require_POST
def change_step(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take one step and go on to the next change of the same list."""
    user = demand(request, "view_submission")
    submission = submission_for_review(pk)
    try:
        _take(request.POST, submission, by=user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(_place(pk, number, request.POST))
    return redirect(_place(pk, _next(submission, user, number, request.POST), request.POST))


def _take(form: QueryDict, submission: Submission, *, by: User) -> None:
    step, change = form.get("step", ""), form.get("change", "")
    if step == "query":
        ask(submission=submission, change=change, text=form.get("text", ""), by=by)
        step = "seen"
    if step not in OUTCOMES:
        raise Refused("Choose whether the change is seen, accepted or queried.")
    look_at(submission=submission, change=change, outcome=OUTCOMES[step], by=by)


def _next(submission: Submission, user: User, number: int, form: QueryDict) -> int:
    """The next change in the list from which this one was opened; at its end, the same."""
    lines = review_of(submission, user, show=form.get("show", "")).changes
    following = (line.number for line in lines.shown if line.number > number)
    return next(following, number)


def _place(pk: int, number: int, form: QueryDict) -> str:
    asked = QueryDict(mutable=True)
    asked["change"] = str(number)
    if show := form.get("show"):
        asked["show"] = show
    page = reverse("admin:profiles_submission_review", args=[pk])
    return f"{page}?{asked.urlencode()}#c{number}"


@desk_page("profiles/query/<int:pk>/", name="profiles_query")
@require_http_methods(["GET", "POST"])
def query_step(request: HttpRequest, pk: int) -> HttpResponse:
    """GET leads to the change that is asked about; POST answers or closes the query."""
    user = demand(request, "view_submission")
    query = get_object_or_404(Query.objects.select_related("submission"), pk=pk)
    if request.method == "GET":
        return redirect(_at_its_change(query))
    try:
        match request.POST.get("step"):
            case "answer":
                answer(query=query, text=request.POST.get("text", ""), by=user)
            case "close":
                close(query=query, by=user)
            case _:
                raise Refused("Choose whether to answer or to close the query.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(_back(request, query))


def _at_its_change(query: Query) -> str:
    asked = (each.number for each in changes_of(query.submission) if each.hash == query.change)
    page = reverse("admin:profiles_submission_review", args=[query.submission_id])
    return f"{page}?change={next(asked, 1)}#query-{query.pk}"


def _back(request: HttpRequest, query: Query) -> str:
    back = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return back
    return reverse("admin:profiles_submission_review", args=[query.submission_id])
