"""What vendors report of messages: delivered or not, by SMS report or WeChat event."""

from __future__ import annotations

from typing import Any

from anjie.access import codes
from anjie.access.actors import Actor
from anjie.access.models import WechatBinding
from anjie.ports.sms import Report
from anjie.services.callbacks.actions import on
from anjie.services.notices.delivering import apply_report, delivery_of
from anjie.services.notices.models import Delivery, TemplateIds, WechatCredit


def sms_report(actor: Actor, facts: dict[str, Any]) -> None:
    """A short message arrived or did not: a notice's or a code's."""
    report = Report(**facts)
    delivery = delivery_of(report.vendor_reference, report.reference)
    if delivery is not None:
        apply_report(report, delivery)
    else:
        codes.reported(report)


def wechat_sent(actor: Actor, facts: dict[str, Any]) -> None:
    """A subscription message arrived or did not; one whose answer was lost is known by user and template."""
    report = Report(
        facts["message_id"], "delivered" if facts["delivered"] else "failed", str(facts.get("reason", ""))
    )
    delivery = delivery_of(report.vendor_reference, "")
    if delivery is None:
        account_id = _account_of(facts["openid"])
        codes_of = list(
            TemplateIds.objects.filter(wechat_id=facts["template"]).values_list("code", flat=True)
        )
        delivery = (
            Delivery.objects.select_for_update()
            .filter(
                account_id=account_id or 0,
                template__in=codes_of,
                channel=Delivery.Channel.WECHAT,
                state__in=[Delivery.State.UNSURE, Delivery.State.SENDING],
            )
            .order_by("id")
            .first()
        )
    if delivery is not None:
        apply_report(report, delivery)


def wechat_refused(actor: Actor, facts: dict[str, Any]) -> None:
    """He switched a kind of message off in WeChat: nothing of it is sent until he wants it again."""
    codes_of = TemplateIds.objects.filter(wechat_id=facts["template"]).values_list("code", flat=True)
    WechatCredit.objects.filter(
        account_id=_account_of(facts["openid"]) or 0, template__in=list(codes_of)
    ).update(left=0)


def _account_of(openid: str) -> int | None:
    return WechatBinding.objects.filter(openid=openid).values_list("account_id", flat=True).first()


def register() -> None:
    """Hear what vendors tell of messages."""
    on("sms.report", sms_report)
    on("wechat.sent", wechat_sent)
    on("wechat.refused", wechat_refused)
