from django.apps import AppConfig


class LinkageConfig(AppConfig):
    name = "anjie.linkage"
    label = "linkage"
    verbose_name = "催调衔接"

    def ready(self) -> None:
        from anjie.linkage import wiring

        wiring.register()
