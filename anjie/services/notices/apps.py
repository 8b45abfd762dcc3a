from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "anjie.services.notices"
    label = "notices"

    def ready(self) -> None:
        from anjie.services.notices import hearing

        hearing.register()
