from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ProfilesConfig(AppConfig):
    name = "profiles"
    verbose_name = "Company profiles"

    def ready(self) -> None:
        from profiles.models.guards import make_guards
        from profiles.models.limits import guard_texts

        guard_texts(self.get_models())
        post_migrate.connect(make_guards, sender=self, dispatch_uid="guards")
