"""Which site the admin uses."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "profiles.admin.site.the_desk"
