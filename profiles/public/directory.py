"""All published companies, and a search that needs no script."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from profiles.models.releases import Release
from profiles.public.pages import page, read_only
from profiles.values.names import LETTERS, search_words

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
    return sorted(map(dict, rows), key=lambda row: search_words(row["summary"]["name"]))


def _matches(summary: dict[str, Any], query: str) -> bool:
    """Every word is somewhere in the name, the other names or the tagline; signs find nothing."""
    words = search_words(query).split()
    found_by = summary["found_by"].translate(LETTERS)  # summaries of old releases have them still
    return not query or (bool(words) and all(word in found_by for word in words))
