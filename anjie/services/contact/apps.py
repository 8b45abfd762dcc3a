from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "anjie.services.contact"
    label = "contact"

    def ready(self) -> None:
        from anjie.services.contact import deeds  # noqa: F401  declares its deeds, so that roles can name them
