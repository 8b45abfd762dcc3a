from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "anjie.services.people"
    label = "people"

    def ready(self) -> None:
        from anjie.services.people import deeds, sentences, telling  # noqa: F401  declared so that roles and timelines can name them
