from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "anjie.desk"
    label = "desk"
    verbose_name = "案件工作台"

    def ready(self) -> None:
        from anjie.desk import (  # noqa: F401
            chain,  # lets the timelines be proved
            sentences,  # says how the desk's verbs are told
        )
