from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "anjie.services.approvals"
    label = "approvals"

    def ready(self) -> None:
        from anjie.services.approvals import sentences  # noqa: F401  registers how its verbs are told
