from django.apps import AppConfig


class SigningConfig(AppConfig):
    name = "anjie.services.signing"
    label = "signing"

    def ready(self) -> None:
        from anjie.services.signing import deeds, sentences  # noqa: F401  declared so that roles and timelines can name them
