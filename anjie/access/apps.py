from django.apps import AppConfig
from django.conf import settings

from anjie.foundation import sealed


class AccessConfig(AppConfig):
    name = "anjie.access"
    label = "access"
    verbose_name = "账号与权限"

    def ready(self) -> None:
        sealed.install(settings.SEALER)
