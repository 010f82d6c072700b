"""Root URLs: the public site at the root, the editors' desk under /admin/."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("profiles.public.urls")),
]

handler400 = "config.refusals.refused"
