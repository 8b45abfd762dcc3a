"""Where everything answers: the API, health, metrics, and the two faces."""

from django.urls import path, re_path

from config import faces, health, webhooks
from config.api import api
from config.live import live

urlpatterns = [
    path("api/live", live),
    path("api/webhooks/wechat", webhooks.wechat),
    path("api/webhooks/tencent-meeting", webhooks.tencent_meeting),
    path("api/webhooks/tencent-sms/<str:key>", webhooks.tencent_sms),
    path("api/webhooks/aliyun-sms/<str:key>", webhooks.aliyun_sms),
    path("api/webhooks/robot", webhooks.robot),
    path("api/", api.urls),
    path("api/<path:rest>", health.no_such_route),
    path("openapi.json", health.openapi),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    re_path(r"^m(?:/(?P<path>.*))?$", faces.miniapp),
    re_path(r"^(?P<path>(?!api/|m/|static/).*)$", faces.console),
]
