from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "anjie.services.contact"
    label = "contact"

    def ready(self) -> None:
        from anjie.services.contact import deeds, sentences  # noqa: F401  declared so that roles and timelines can name them
