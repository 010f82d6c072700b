"""Search as editors type: without accents and capitals, each word somewhere in the row."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from profiles.values.names import folded


def matching(rows: QuerySet[Any], columns: Iterable[str], term: str) -> QuerySet[Any]:
    """The rows in whose columns, taken together, every word of the term occurs.

    Databases fold only plain letters, so the comparison is made here, on the named columns alone.
    """
    words = folded(term).split()
    if not words:
        return rows
    texts: dict[Any, str] = defaultdict(str)
    for pk, *values in rows.order_by().values_list("pk", *columns):
        texts[pk] += " ".join(["", *(folded(str(value)) for value in values if value)])
    found = [pk for pk, text in texts.items() if all(word in text for word in words)]
    return rows.filter(pk__in=found)
