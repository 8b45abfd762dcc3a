from django.apps import AppConfig


class SigningConfig(AppConfig):
    name = "anjie.services.signing"
    label = "signing"

    def ready(self) -> None:
        from anjie.services.signing import (  # noqa: F401  declared so that roles, timelines and the worker can name them
            by_sms,
            deeds,
            sentences,
        )
