from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "anjie.office"
    label = "office"
