"""The log of what left the house, what the vendors call our templates, and what people still want to hear."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.models import Count

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import WechatBinding
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.ports.sms import sms
from anjie.ports.wechat import wechat
from anjie.services.notices import outside
from anjie.services.notices.actions import call_for_delivery
from anjie.services.notices.deeds import NoticeDeed
from anjie.services.notices.models import Delivery, TemplateIds
from anjie.services.notices.templates import Template, in_labels, label_of, template_of, templates

State, Channel = Delivery.State, Delivery.Channel
_CONSENT = """
INSERT INTO notices_wechatcredit AS held (account_id, template, "left")
SELECT %s, code, 1 FROM unnest(%s::text[]) AS wanted(code)
ON CONFLICT (account_id, template) DO UPDATE SET "left" = least(held."left" + 1, 100)
"""


def deliveries(
    actor: Actor, *, channel: str = "", state: str = "", template: str = "", offset: int = 0, limit: int = 50
) -> dict[str, Any]:
    """What left the house or should, newest first, with how many are in each state."""
    actor.require(NoticeDeed.LOG_SEE)
    found = Delivery.objects.all()
    if channel:
        found = found.filter(channel=channel)
    if template:
        found = found.filter(template=template)
    states = {row["state"]: row["n"] for row in found.order_by().values("state").annotate(n=Count("id"))}
    if state:
        found = found.filter(state=state)
    rows = found.select_related("notice", "account", "outside")[offset : offset + limit]
    return {
        "rows": [_row(row) for row in rows],
        "count": states.get(state, 0) if state else sum(states.values()),
        "totals": {str(one): states.get(one, 0) for one in State.values},
        "live": {"sms": sms().live, "wechat": wechat().live},
    }


@transaction.atomic
def resend(actor: Actor, delivery_id: int) -> dict[str, Any]:
    """Queue a failed or only recorded delivery once more, while what it says is still true."""
    actor.require(NoticeDeed.LOG_RESEND)
    delivery = Delivery.objects.select_for_update(of=("self",)).filter(pk=delivery_id).first()
    if delivery is None:
        raise NotFound("通知记录")
    why_not = _why_not(delivery)
    if why_not:
        raise Refusal("notices.no_resend", why_not, state=delivery.state)
    now = clock.now()
    delivery.state, delivery.due_at, delivery.made_at, delivery.reason = State.QUEUED, now, now, ""
    delivery.done_at = delivery.sent_at = None
    delivery.tries, delivery.vendor_reference = 0, ""
    delivery.save()
    trail.record(actor, "notices.resent", delivery=delivery.pk, channel=delivery.channel)
    call_for_delivery()
    return _row(delivery)


def template_rows(actor: Actor) -> list[dict[str, Any]]:
    """Every template with what it shows and what the vendors call it."""
    actor.require(NoticeDeed.LOG_SEE)
    held = {row.code: row for row in TemplateIds.objects.all()}
    return [_template(one, held.get(one.code)) for one in templates()]


@transaction.atomic
def name_template(actor: Actor, code: str, *, wechat_id: str, sms_id: str) -> dict[str, Any]:
    """Enter what the vendors call a template."""
    actor.require(NoticeDeed.TEMPLATES_MANAGE)
    if code not in {one.code for one in templates()}:
        raise NotFound("通知模板")
    ids = {"wechat_id": wechat_id.strip(), "sms_id": sms_id.strip(), "changed_at": clock.now()}
    row, _ = TemplateIds.objects.update_or_create(code=code, defaults=ids)
    trail.record(actor, "notices.template_named", template=code)
    return _template(template_of(code), row)


def wanted_templates(actor: Actor) -> list[dict[str, str]]:
    """The WeChat templates a phone may ask consent for: our code and the vendor's id."""
    ids = TemplateIds.objects.exclude(wechat_id="").values_list("code", "wechat_id")
    known = {one.code: one for one in templates() if one.wechat}
    return [
        {"code": code, "wechat_id": wechat_id, "label": known[code].label}
        for code, wechat_id in ids
        if code in known
    ]


@transaction.atomic
def consent(actor: Actor, accepted: list[str]) -> int:
    """Count one message more for each template the owner of a bound account just accepted; returns how many."""
    if not WechatBinding.objects.filter(account_id=actor.own_account_id).exists():
        raise Refusal("wechat.not_bound", "账号尚未绑定微信，不能订阅微信消息。请先绑定微信。")
    codes = sorted(TemplateIds.objects.filter(wechat_id__in=accepted).values_list("code", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(_CONSENT, [actor.own_account_id, codes])
    return len(codes)


def _row(row: Delivery) -> dict[str, Any]:
    return {
        "id": row.pk,
        "at": row.made_at,
        "channel": row.channel,
        "channel_label": Channel(row.channel).label,
        "template": row.template,
        **_about(row),
        "state": row.state,
        "state_label": State(row.state).label,
        "reason": row.reason,
        "tries": row.tries,
        "sent_at": row.sent_at,
        "done_at": row.done_at,
        "next_at": row.due_at if row.state in (State.QUEUED, State.UNSURE) else None,
        "may_resend": not _why_not(row),
    }


def _about(row: Delivery) -> dict[str, Any]:
    """What a delivery is about, and whom it goes to."""
    if row.outside is not None:
        title = template_of(row.template).title
        mobile = row.outside.number_mask
        return {"title": title, "case_id": row.outside.case_id, "to": row.outside.name, "mobile": mobile}
    assert row.notice is not None and row.account is not None
    mobile = row.account.mobile_mask if row.channel == Channel.SMS else ""
    return {
        "title": row.notice.title,
        "case_id": row.notice.case_id,
        "to": row.account.name,
        "mobile": mobile,
    }


def _why_not(row: Delivery) -> str:
    """Why this delivery may not go out again, or nothing."""
    if row.state not in (State.FAILED, State.RECORDED):
        return f"该通知当前为“{State(row.state).label}”，不能重发。请等待结果。"
    if row.stale_at <= clock.now():
        return "该通知所说的时限已过，重发会误导当事人。请直接联系当事人。"
    if row.outside is not None and row.outside.secret_sealed is None and outside.has_secret(row.template):
        return "该短信中的一次性链接已不再保存。请在签署页“重新发送短信”，会生成新链接。"
    live = sms().live if row.channel == Channel.SMS else wechat().live
    if row.state == State.RECORDED and not live:
        return "该渠道尚未配置服务商，重发仍只会记录。请先配置服务商。"
    return ""


def _template(one: Template, ids: TemplateIds | None) -> dict[str, Any]:
    return {
        "code": one.code,
        "label": one.label,
        "title": one.title,
        "text": in_labels(one.text),
        "wechat_fields": [f"{key} {label_of(fact)}" for key, fact in one.wechat],
        "sms_params": [label_of(fact) for fact in one.sms_params],
        "sms": one.sms,
        "wechat_id": ids.wechat_id if ids else "",
        "sms_id": ids.sms_id if ids else "",
    }
