from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "anjie.services.files"
    label = "files"
