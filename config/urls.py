"""Root URLs: the public site at the root, the editors' desk under /admin/."""

from django.contrib import admin
from django.urls import include, path

from profiles.admin.session.password_reset import password_reset_urls

urlpatterns = [
    *password_reset_urls,
    path("admin/", admin.site.urls),
    path("", include("profiles.public.urls")),
]

handler400 = "config.refusals.refused"
handler403 = "config.refusals.forbidden"
handler404 = "config.refusals.not_found"
handler500 = "config.refusals.failed"
