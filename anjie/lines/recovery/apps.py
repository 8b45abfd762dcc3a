from django.apps import AppConfig


class RecoveryConfig(AppConfig):
    name = "anjie.lines.recovery"
    label = "recovery"
    verbose_name = "催收"

    def ready(self) -> None:
        from anjie.lines.recovery import line  # noqa: F401  registers the line, its moves and what it listens for
