"""All published companies, and a search that needs no script."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from profiles.models.releases import Release
from profiles.public.pages import page, read_only
from profiles.renderings.summary import folded

LONGEST_QUERY = 100


@read_only
def directory(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    everything = companies()
    found = [each for each in everything if _matches(each["summary"], query)]
    context = {"companies": found, "total": len(everything), "query": query}
    response = page("public/directory.html", context)
    if request.GET:
        response["X-Robots-Tag"] = "noindex"
    return response


def companies() -> list[dict[str, Any]]:
    """The newest release of every profile by name: slug, number, summary, published_at."""
    rows = Release.objects.live().values("slug", "number", "summary", "published_at")
    return sorted(map(dict, rows), key=lambda row: folded(row["summary"]["name"]))


def _matches(summary: dict[str, Any], query: str) -> bool:
    """Every word is somewhere in the name, the other names or the tagline; signs find nothing."""
    words = folded(query).split()
    return not query or (bool(words) and all(word in summary["found_by"] for word in words))
