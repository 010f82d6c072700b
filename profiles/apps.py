from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "profiles"
    verbose_name = "Company profiles"

    def ready(self) -> None:
        from profiles.models.limits import guard_texts

        guard_texts(self.get_models())
