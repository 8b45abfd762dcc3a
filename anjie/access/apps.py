from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import autodiscover_modules

from anjie.foundation import sealed
from anjie.ports import meeting as meeting
from anjie.ports import slots
from anjie.ports import sms as sms
from anjie.ports import wechat as wechat


class AccessConfig(AppConfig):
    name = "anjie.access"
    label = "access"
    verbose_name = "账号与权限"

    def ready(self) -> None:
        autodiscover_modules("deeds", "sentences")
        sealed.install(settings.SEALER)
        slots.install(settings.PORTS)
