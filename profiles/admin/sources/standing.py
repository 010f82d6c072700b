"""Retracting, correcting and merging a source: each page says first what it would do."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from profiles.admin.display.frame import demand, render_page
from profiles.admin.display.links import change_url, fact_url
from profiles.admin.site import desk_page
from profiles.document.rows import load
from profiles.facts import type_of
from profiles.models import Decision, Source
from profiles.models.sources import SOURCE_RELATIONS
from profiles.provenance.sources.merging import given_up, merge, obstacles
from profiles.provenance.sources.retraction_impact import (
    DependentFact,
    ProfileFacts,
    facts_resting_on,
    retraction_impact,
)
from profiles.provenance.sources.standing import correct, reinstate, retract, twins
from profiles.provenance.sources.witnesses import copies_and_rewrites

MOST_FACTS = 100  # of one profile on a page


@dataclass(frozen=True, slots=True)
class Line:
    """A fact that rests on a source, in words, with the way to it."""

    fact: DependentFact
    name: str
    """Of the record."""

    @property
    def label(self) -> str:
        return type_of(self.fact.record.kind).label_of(self.fact.fact)

    @property
    def value(self) -> str:
        return type_of(self.fact.record.kind).in_words(self.fact.fact, self.fact.value)

    @property
    def url(self) -> str:
        return fact_url(self.fact.record.pk, self.fact.fact)

    @property
    def decision(self) -> str:
        return Decision(self.fact.decision).label if self.fact.decision else "In the text"


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one profile, the first of them with a line each."""

    profile: ProfileFacts
    lines: list[Line]

    @property
    def name(self) -> str:
        return str(self.profile.company or "On no profile")

    @property
    def more(self) -> int:
        return max(0, len(self.profile.facts) - MOST_FACTS)


def groups_of(profiles: tuple[ProfileFacts, ...]) -> list[Group]:
    """First those with facts that readers see."""
    bodies = load(fact.record.pk for profile in profiles for fact in profile.facts[:MOST_FACTS])
    return [
        Group(
            profile,
            [Line(fact, str(bodies[fact.record.pk])) for fact in profile.facts[:MOST_FACTS]],
        )
        for profile in sorted(profiles, key=lambda each: not each.live)
    ]


@dataclass(frozen=True, slots=True)
class StandingAction:
    """What the three pages that set a standing differ in."""

    verb: Any
    title: str
    meaning: str
    button: str
    done: str


ACTIONS = {
    "retract": StandingAction(
        retract,
        "Retract",
        "A retracted source supports nothing, nor does what copies or follows it. It stays listed, "
        "with your note, and its facts are not published again without another source.",
        "Retract this source",
        "is retracted",
    ),
    "correct": StandingAction(
        correct,
        "Mark as corrected",
        "A corrected source supports as before; readers see your note. Look again at the facts "
        "that rest on it.",
        "Mark as corrected",
        "is marked as corrected",
    ),
    "reinstate": StandingAction(
        reinstate,
        "Put back in force",
        "The source supports again what cites it. Your note is kept in the history.",
        "Put back in force",
        "is in force again",
    ),
}


class NoteForm(forms.Form):
    note = forms.CharField(
        label="Why",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence. Readers see it beside a retracted or corrected source.",
    )
    seen = forms.CharField(widget=forms.HiddenInput)


def _standing_page(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    user = demand(request, "change_source")
    source = get_object_or_404(Source, pk=pk)
    action = ACTIONS[name]
    radius = retraction_impact(source) if name == "retract" else None
    resting = radius.profiles if radius else facts_resting_on(source)
    stated = radius.sentence if radius else ""
    form = NoteForm(request.POST or None, initial={"seen": stated or "nothing"})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["seen"] != (stated or "nothing"):
            form.add_error(None, f"This has changed since you opened the page. Now: {stated}")
            data = request.POST.copy()
            data["seen"] = stated
            form.data = data
        elif _done(form, action, source, user):
            messages.success(request, f"{source} {action.done}. {stated}".strip())
            return redirect(change_url(source))
    return render_page(
        request,
        "admin/sources/standing.html",
        title=f"{action.title}: {source}",
        status=409 if form.errors else 200,
        source=source,
        source_url=change_url(source),
        action=action,
        stated=stated,
        groups=groups_of(resting),
        copies_and_rewrites=sorted(copies_and_rewrites(source).values()),
        form=form,
    )


def _done(form: NoteForm, action: StandingAction, source: Source, user: Any) -> bool:
    try:
        action.verb(source=source, by=user, note=form.cleaned_data["note"])
    except ValidationError as refused:
        form.add_error(None, refused.messages)
        return False
    return True


@desk_page("profiles/sources/<int:pk>/retract/", name="profiles_source_retract")
@require_http_methods(["GET", "POST"])
def retract_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _standing_page(request, pk, "retract")


@desk_page("profiles/sources/<int:pk>/correct/", name="profiles_source_correct")
@require_http_methods(["GET", "POST"])
def correct_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _standing_page(request, pk, "correct")


@desk_page("profiles/sources/<int:pk>/reinstate/", name="profiles_source_reinstate")
@require_http_methods(["GET", "POST"])
def reinstate_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _standing_page(request, pk, "reinstate")


@desk_page("profiles/sources/<int:pk>/merge/", name="profiles_source_merge")
@require_http_methods(["GET", "POST"])
def merge_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET `?into=key` says what would move and what forbids it; POST does it."""
    user = demand(request, "delete_source")
    source = get_object_or_404(Source.objects.select_related(*SOURCE_RELATIONS), pk=pk)
    key = request.POST.get("into", "") or request.GET.get("into", "").strip()
    into = Source.objects.filter(key=key).first() if key else None
    if request.method == "POST":
        if into is None:
            raise Http404("There is no such source.")
        try:
            merge(duplicate=source, into=into, by=user)
        except ValidationError as refused:
            messages.error(request, f"Nothing was merged. {' '.join(refused.messages)}")
        else:
            messages.success(request, f"{source.key} is merged into {into.key}.")
            return redirect(change_url(into))
    return render_page(
        request,
        "admin/sources/merge.html",
        title=f"Merge: {source}",
        status=200 if request.method == "GET" else 409,
        source=source,
        source_url=change_url(source),
        into=into,
        into_url=change_url(into) if into else "",
        asked=key,
        obstacles=list(obstacles(source, into)) if into else [],
        given_up=given_up(source, into) if into else [],
        groups=groups_of(facts_resting_on(source)),
        captures=source.captures.count(),
        suggested=twins(source),
        known=Source.objects.exclude(pk=pk).order_by("-pk").only("key", "title")[:500],
    )
