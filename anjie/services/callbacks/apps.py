from django.apps import AppConfig


class CallbacksConfig(AppConfig):
    name = "anjie.services.callbacks"
    label = "callbacks"
