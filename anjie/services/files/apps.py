from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "anjie.services.files"
    label = "files"

    def ready(self) -> None:
        from anjie.services.files import sentences  # noqa: F401  says how files' verbs are told
