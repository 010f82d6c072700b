"""Reports of many profiles: each is kept until something that it rests on changes.

Nothing has to be thrown away by hand: beside the rows stands the stamp (`report_stamps`) of the
moment before they were made, and rows with another stamp than the present one are made anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from profiles.models import Company, Source
from profiles.review.report_stamps import report_stamps
from profiles.review.reports import ProfileEvidence, Row, troubles_of

A_DAY = 24 * 60 * 60

Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CachedReport:
    stamp: str
    rows: Rows
    unknown: frozenset[str]
    """The footnotes that name no source: the rows hold until one of them does."""


def cached_reports(
    companies: Iterable[Company], *, at_most: int | None = None
) -> dict[Company, Rows]:
    """The troubles of each of these profiles, in their order.

    `at_most`: so many are made now; those that remain are left out, and the next call goes on.
    Each is kept as it is made, so that nothing is lost where a request is broken off. Where all
    are kept it takes a fixed number of queries.
    """
    wanted = list(companies)
    stamps = report_stamps(company.pk for company in wanted)
    found = _known(stamps)
    missing = [company for company in wanted if company.pk not in found]
    for company in missing[:at_most]:
        found[company.pk] = _made(company, stamps.get(company.pk, ""))
    return {company: found[company.pk] for company in wanted if company.pk in found}


def _known(stamps: Mapping[Any, str]) -> dict[Any, Rows]:
    """Id of the company -> the rows that are kept and hold."""
    kept: dict[str, CachedReport] = cache.get_many([_key(pk) for pk in stamps])
    found = {
        pk: each
        for pk, stamp in stamps.items()
        if (each := kept.get(_key(pk))) and each.stamp == stamp
    }
    new = _sources_among({key for each in found.values() for key in each.unknown})
    return {pk: each.rows for pk, each in found.items() if not each.unknown & new}


def _sources_among(keys: set[str]) -> set[str]:
    return set(Source.objects.filter(key__in=keys).values_list("key", flat=True))


def _made(company: Company, stamp: str) -> Rows:
    ground = ProfileEvidence(company)
    kept = CachedReport(stamp, tuple(troubles_of(ground)), ground.unknown_footnotes)
    cache.set(_key(company.pk), kept, A_DAY)
    return kept.rows


def _key(pk: Any) -> str:
    return f"report:{pk}"
