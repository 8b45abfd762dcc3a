from django.apps import AppConfig


class TermsConfig(AppConfig):
    name = "anjie.services.terms"
    label = "terms"

    def ready(self) -> None:
        from anjie.services.terms import sentences  # noqa: F401  declared so that timelines can name them
