"""Addresses of the public site, at its root."""

from django.urls import path

from profiles.public import directory, log, machines, proof, views
from profiles.public.health import health
from profiles.renderings import ALTERNATES

app_name = "public"

urlpatterns = [
    path("", directory.directory, name="directory"),
    path("companies/<slug:slug>/", views.company, name="company"),
    *(
        path(
            f"companies/<slug:slug>.{each.suffix}", views.alternate, {"name": each.name}, each.name
        )
        for each in ALTERNATES
    ),
    path("companies/<slug:slug>/background/", views.background, name="background"),
    path("companies/<slug:slug>/sources/", views.sources, name="sources"),
    path("companies/<slug:slug>/history/", views.history, name="history"),
    path("companies/<slug:slug>/releases/<int:number>/", views.release, name="release"),
    path(
        "companies/<slug:slug>/releases/<int:number>/background/",
        views.release,
        {"name": "background"},
        "release-background",
    ),
    path("companies/<slug:slug>/releases/<int:number>/proof/", proof.proof, name="proof"),
    path(
        "companies/<slug:slug>/releases/<int:number>/proof/proof.json",
        proof.proof_file,
        name="proof-file",
    ),
    path("log/checkpoint", log.checkpoint, name="log"),
    path("log/entries/<int:index>", log.entry, name="log-entry"),
    path("log/inclusion/<int:index>", log.inclusion, name="log-inclusion"),
    path("log/consistency/<int:size>", log.consistency, name="log-consistency"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("llms.txt", machines.llms, name="llms"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", health, name="health"),
]
