"""Who bears a name already: said before it is saved, as soon as the field is left or on saving."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from profiles.admin.display.frame import demand
from profiles.admin.display.links import change_url
from profiles.admin.editing.locking import LockedForm
from profiles.admin.site import desk_page
from profiles.models import Body
from profiles.models.namesakes import NAMED, bearers_of

BY_KIND = {model.kind: model for model in NAMED}
LONGEST = 200


def notice(kind: str, name: str, *, but: str = "") -> SafeString | str:
    """With the way to each, and the box that says this is another; empty where nobody bears it."""
    others = [each for each in bearers_of(name, BY_KIND[kind]) if str(each.pk) != but]
    if not others:
        return ""
    links = [(change_url(each), each, each.record.key) for each in others]
    return render_to_string(
        "admin/editing/_partials/namesakes.html", {"kind": kind, "links": links}
    )


@desk_page("profiles/namesakes/", name="profiles_namesakes")
@require_safe
def namesakes_page(request: HttpRequest) -> HttpResponse:
    """`?kind=company&name=Acme`: the notice that a form shows beside the name, without a frame."""
    kind = request.GET.get("kind", "")
    if kind not in BY_KIND:
        raise Http404("Names of this kind are not compared.")
    demand(request, f"view_{kind}")
    name = request.GET.get("name", "")[:LONGEST]
    return HttpResponse(notice(kind, name, but=request.GET.get("but", "")))


class NamesakeForm(LockedForm):
    """The first save of a name that somebody bears is held back, until the box is ticked."""

    another_one = forms.BooleanField(required=False)
    namesakes: SafeString | str = ""

    @property
    def namesakes_url(self) -> str:
        """Where the notice for this form is; empty where names are not compared."""
        body: Body = self.instance
        if type(body) not in NAMED or "name" not in self.fields:
            return ""
        but = "" if body._state.adding else str(body.pk)
        return f"{reverse('admin:profiles_namesakes')}?kind={body.kind}&but={but}"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        body: Body = self.instance
        if not self.namesakes_url or "name" not in self.changed_data or not cleaned.get("name"):
            return cleaned
        but = "" if body._state.adding else str(body.pk)
        found = notice(body.kind, cleaned["name"], but=but)
        if found and not cleaned.get("another_one"):
            self.namesakes = found
            self.add_error("name", "Somebody bears this name. Nothing was saved: see above.")
        return cleaned
