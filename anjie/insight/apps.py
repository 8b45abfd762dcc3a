from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "anjie.insight"
    label = "insight"

    def ready(self) -> None:
        from anjie.insight import exporting

        exporting.register()
