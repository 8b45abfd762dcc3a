"""What one may do about what leaves the house."""

from __future__ import annotations

from anjie.access.deeds import Deed


class NoticeDeed(Deed):
    """The log of deliveries and what the vendors call our templates."""

    LOG_SEE = "notices.log_see", "查看通知记录"
    LOG_RESEND = "notices.log_resend", "重发通知"
    TEMPLATES_MANAGE = "notices.templates_manage", "管理通知模板编号"
