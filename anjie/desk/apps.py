from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "anjie.desk"
    label = "desk"
    verbose_name = "案件工作台"

    def ready(self) -> None:
        from anjie.desk import (
            chain,  # noqa: F401  lets the timelines be proved
            hanging,  # noqa: F401  keeps organisations that have cases
        )
