from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "anjie.services.notices"
    label = "notices"
