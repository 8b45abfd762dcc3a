from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "anjie.services.sheets"
    label = "sheets"
    verbose_name = "工作簿"

    def ready(self) -> None:
        from anjie.services.sheets import sentences  # noqa: F401  registers how its verbs are told
