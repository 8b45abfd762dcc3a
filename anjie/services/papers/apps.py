from django.apps import AppConfig
from django.conf import settings


class PapersConfig(AppConfig):
    name = "anjie.services.papers"
    label = "papers"

    def ready(self) -> None:
        from anjie.ports import documents
        from anjie.services.files.actions import keep_while
        from anjie.services.papers import deeds, sentences  # noqa: F401  declared so that roles and timelines can name them
        from anjie.services.papers.scans import needed

        documents.install(settings.PDF_CONVERTER)
        keep_while(needed)
