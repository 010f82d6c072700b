"""Filters of the lists."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from profiles.models import Claim, Decision


class EvidenceFilter(admin.SimpleListFilter):
    title = "evidence"
    parameter_name = "evidence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("open", "Rivals open"), ("cited", "Something cited"), ("bare", "Nothing cited")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        claims = Claim.objects.filter(record=OuterRef("pk"))
        match self.value():
            case "open":
                return queryset.filter(Exists(claims.filter(decision=Decision.OPEN)))
            case "cited":
                return queryset.filter(Exists(claims))
            case "bare":
                return queryset.filter(~Exists(claims))
        return queryset


class ProfileFilter(admin.SimpleListFilter):
    """Companies that a profile hangs on, or that are only named, e.g. as investors."""

    title = "profile"
    parameter_name = "profile"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("yes", "Has a profile"), ("no", "Only named")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        profiles = queryset.model.objects.with_profile().values("pk")
        match self.value():
            case "yes":
                return queryset.filter(pk__in=profiles)
            case "no":
                return queryset.exclude(pk__in=profiles)
        return queryset
