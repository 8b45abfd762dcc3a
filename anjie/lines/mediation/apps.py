from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "anjie.lines.mediation"
    label = "mediation"
    verbose_name = "调解"

    def ready(self) -> None:
        from anjie.lines.mediation import line  # noqa: F401  registers the line, its moves and what it listens for
