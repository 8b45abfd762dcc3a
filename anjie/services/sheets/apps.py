from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "anjie.services.sheets"
    label = "sheets"
