"""Carries notices outside: each claimed before it is sent, tried again later where that helps, never sent twice."""

from __future__ import annotations

import time
from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models import F, Q, QuerySet

from anjie.access.models import Account, WechatBinding
from anjie.foundation import clock
from anjie.foundation.sealed import sealer
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.sms import Accepted, Report, Sms, sms
from anjie.ports.wechat import Subscription, wechat
from anjie.services.notices import outside
from anjie.services.notices.models import Delivery, TemplateIds, WechatCredit
from anjie.services.notices.templates import template_of, wechat_field

log = structlog.get_logger("anjie.notices")

State, Channel = Delivery.State, Delivery.Channel
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=1)
GIVEN_UP_AFTER = timedelta(hours=24)
LOST_AFTER = timedelta(minutes=5)
"""A claim this old has no worker any more: whether it was sent nobody knows."""
LOOKED_UP_AFTER = timedelta(minutes=10)
"""A vendor may take so long to know what he was given."""
FAULTS_IN_A_ROW = 3
"""A vendor who failed so often in a row is left alone until the next minute."""
LONGEST_LOOK, LONGEST_RUN = 60.0, 240.0
"""Seconds one job may take for asking after lost answers, and for carrying."""
NO_CREDIT = "43101"


class NoWay(Never):
    """We ourselves found that this channel is closed to this person."""


def deliver_due() -> int:
    """Carry what is due until nothing is left, a channel whose vendor fails left alone; returns how many.

    The channels take turns: whoever gets a short message does not wait for a storm of WeChat messages.
    """
    began, done, carried = time.monotonic(), 0, True
    faults = dict.fromkeys(Channel, 0)
    while carried and time.monotonic() - began < LONGEST_RUN:
        carried = False
        for channel in [one for one in Channel if faults[one] < FAULTS_IN_A_ROW]:
            delivery = _claim(channel)
            if delivery is None:
                continue
            carried, done = True, done + 1
            if delivery.stale_at <= clock.now() and _is_live(channel):
                _end(delivery, State.FAILED, "已过时限，未发送")
            else:
                faults[channel] = faults[channel] + 1 if _try(delivery) else 0
    return done


def _claim(channel: Delivery.Channel) -> Delivery | None:
    """Take one due delivery for this process, marked before anything goes out."""
    now = clock.now()
    with transaction.atomic():
        delivery = (
            Delivery.objects.select_for_update(skip_locked=True)
            .filter(channel=channel, state=State.QUEUED, due_at__lte=now)
            .order_by("due_at", "id")
            .first()
        )
        if delivery is not None:
            delivery.state, delivery.claimed_at = State.SENDING, now
            delivery.tries += 1
            delivery.save(update_fields=["state", "claimed_at", "tries"])
    return delivery


def _is_live(channel: Delivery.Channel) -> bool:
    """Whether anybody is told by this channel; where it is only recorded, nobody is told too late."""
    return sms().live if channel == Channel.SMS else wechat().live


def _try(delivery: Delivery) -> bool:
    """Send one; true when the vendor is not well."""
    try:
        accepted = _send(delivery)
    except Later as later:
        _again(delivery, later.code)
        return True
    except Unsure as unsure:
        _unsure(delivery, unsure.code)
        return True
    except Never as never:
        _refused(delivery, never)
        return False
    now = clock.now()
    delivery.state = State.RECORDED if accepted.recorded else State.SENT
    delivery.vendor_reference, delivery.reason = accepted.vendor_reference[:80], ""
    delivery.sent_at = delivery.done_at = now
    # A report may have come before we got here: it knows more than we do.
    Delivery.objects.filter(pk=delivery.pk, state=State.SENDING).update(
        state=delivery.state, vendor_reference=delivery.vendor_reference, reason="", sent_at=now, done_at=now
    )
    outside.forget(delivery)
    log.info("notice.sent", delivery=delivery.pk, channel=delivery.channel, state=delivery.state)
    return False


def _send(delivery: Delivery) -> Accepted:
    if delivery.channel == Channel.SMS:
        return sms().send(short_message(delivery))
    return _send_by_wechat(delivery)


def short_message(delivery: Delivery) -> Sms:
    """The short message of a delivery, to the number its account has now."""
    number, secret = _addressee(delivery)
    template = template_of(delivery.template)
    vendor_template = _ids(delivery.template).sms_id
    if sms().live and not vendor_template:
        raise NoWay("no_template", "未填写短信模板编号")
    return Sms(
        reference=delivery.reference,
        number=number,
        template=delivery.template,
        params=tuple((name, str((delivery.facts | secret).get(name, ""))) for name in template.sms_params),
        vendor_template=vendor_template,
    )


def _addressee(delivery: Delivery) -> tuple[str, dict[str, str]]:
    """The number a short message goes to, and the facts that are for its reader's eyes only."""
    if delivery.outside_id is not None:
        return outside.opened(delivery.outside_id)
    account = Account.objects.get(pk=delivery.account_id or 0)
    if account.mobile_sealed is None or not account.is_active:
        raise NoWay("no_mobile", "账号没有手机号或已停用")
    return sealer().open(account.mobile_sealed, "access_account.mobile_sealed", account.pk), {}


def _send_by_wechat(delivery: Delivery) -> Accepted:
    bound = WechatBinding.objects.filter(account_id=delivery.account_id or 0, account__is_active=True).first()
    if bound is None:
        raise NoWay("not_bound", "账号已解绑微信或已停用")
    template = template_of(delivery.template)
    vendor_template = _ids(delivery.template).wechat_id
    if wechat().live and not vendor_template:
        raise NoWay("no_template", "未填写微信模板编号")
    if not _credit(delivery).filter(left__gt=0).update(left=F("left") - 1):
        raise NoWay(NO_CREDIT, "用户未再订阅此类消息")
    message = Subscription(
        reference=delivery.reference,
        openid=bound.openid,
        vendor_template=vendor_template,
        fields=tuple(
            (key, wechat_field(key, str(delivery.facts.get(name, "")))) for key, name in template.wechat
        ),
        page=template.page_for(delivery.facts.get("case_id")),
    )
    try:
        return wechat().send(message)
    except Later:
        _credit(delivery).update(left=F("left") + 1)
        raise
    except Never as never:
        if never.code == NO_CREDIT:
            _credit(delivery).update(left=0)
        raise


def _credit(delivery: Delivery) -> QuerySet[WechatCredit]:
    return WechatCredit.objects.filter(account_id=delivery.account_id or 0, template=delivery.template)


def _ids(code: str) -> TemplateIds:
    return TemplateIds.objects.filter(pk=code).first() or TemplateIds(code=code)


def _again(delivery: Delivery, code: str) -> None:
    """Not done: later, and later still; after a day it is given up."""
    now = clock.now()
    if now - delivery.made_at > GIVEN_UP_AFTER:
        _end(delivery, State.FAILED, f"服务商一天内均未受理（{code}）")
        return
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(delivery.tries - 1, 10))
    Delivery.objects.filter(pk=delivery.pk, state=State.SENDING).update(
        state=State.QUEUED, due_at=now + wait, reason=f"服务商暂不受理（{code}），稍后重试"
    )
    log.warning("notice.later", delivery=delivery.pk, channel=delivery.channel, code=code)


def _unsure(delivery: Delivery, code: str) -> None:
    Delivery.objects.filter(pk=delivery.pk, state=State.SENDING).update(
        state=State.UNSURE,
        due_at=clock.now() + LOOKED_UP_AFTER,
        reason=f"已发出请求但没有收到应答（{code}），先查询结果，不直接重发",
    )
    log.warning("notice.unsure", delivery=delivery.pk, channel=delivery.channel, code=code)


def _refused(delivery: Delivery, never: Never) -> None:
    said = never.said if isinstance(never, NoWay) else f"服务商拒绝（{never.code}）"
    _end(delivery, State.FAILED, said)
    template = template_of(delivery.template)
    closed = isinstance(never, NoWay) or never.code == NO_CREDIT
    party = delivery.notice is not None and delivery.notice.account_id is not None
    if (
        delivery.channel == Channel.WECHAT
        and closed
        and (template.sms == "everyone" or (template.sms == "parties" and party))
    ):
        now = clock.now()
        Delivery.objects.bulk_create(
            [
                Delivery(
                    notice_id=delivery.notice_id, account_id=delivery.account_id, template=delivery.template,
                    channel=Channel.SMS, facts=delivery.facts, made_at=now, due_at=now, stale_at=delivery.stale_at,
                )
            ],
            ignore_conflicts=True,
        )  # fmt: skip


def _end(delivery: Delivery, state: Delivery.State, reason: str) -> None:
    Delivery.objects.filter(pk=delivery.pk, state=State.SENDING).update(
        state=state, reason=reason[:200], done_at=clock.now()
    )
    outside.forget(delivery)
    log.info("notice.ended", delivery=delivery.pk, channel=delivery.channel, state=state)


def settle_unsure() -> int:
    """Find out what became of deliveries whose answer was lost; only one the vendor never had goes out again."""
    now = clock.now()
    Delivery.objects.filter(state=State.SENDING, claimed_at__lt=now - LOST_AFTER).update(
        state=State.UNSURE, due_at=now + LOOKED_UP_AFTER, reason="发送进程中断，先查询结果，不直接重发"
    )
    began, settled, faults = time.monotonic(), 0, 0
    while faults < FAULTS_IN_A_ROW and time.monotonic() - began < LONGEST_LOOK:
        with transaction.atomic():
            delivery = (
                Delivery.objects.select_for_update(skip_locked=True)
                .filter(state=State.UNSURE, due_at__lte=clock.now())
                .order_by("due_at", "id")
                .first()
            )
            if delivery is None:
                break
            try:
                _settle(delivery)
                settled += 1
            except Never as never:
                _keep_unsure(delivery, never.code)
            except (Later, Unsure) as failure:
                _keep_unsure(delivery, failure.code)
                faults += 1
    return settled


def _settle(delivery: Delivery) -> None:
    if delivery.channel == Channel.WECHAT:
        # WeChat tells the outcome by an event or not at all; the notice itself stands in the product.
        _keep_unsure(delivery, "no_answer")
        return
    report = sms().look_up(short_message(delivery), delivery.claimed_at or delivery.made_at)
    if report is not None:
        apply_report(report, delivery)
        return
    delivery.state, delivery.due_at = State.QUEUED, clock.now()
    delivery.reason = "服务商没有收到，重新发送"
    delivery.save(update_fields=["state", "due_at", "reason"])


def _keep_unsure(delivery: Delivery, code: str) -> None:
    now = clock.now()
    if now - delivery.made_at > GIVEN_UP_AFTER:
        delivery.state, delivery.done_at = State.FAILED, now
        delivery.reason = f"一天内未能查到结果（{code}），为避免重复没有重发"
        outside.forget(delivery)
    else:
        delivery.due_at = now + LONGEST_WAIT
    delivery.save(update_fields=["state", "done_at", "due_at", "reason"])


def apply_report(report: Report, delivery: Delivery) -> bool:
    """Put what the vendor reports on a delivery; a late or repeated report never moves it back."""
    if delivery.state in (State.DELIVERED, State.RECORDED):
        return False
    if delivery.state == State.FAILED and report.state != "delivered":
        return False
    now = clock.now()
    delivery.state = {"sent": State.SENT, "delivered": State.DELIVERED, "failed": State.FAILED}[report.state]
    delivery.vendor_reference = report.vendor_reference[:80] or delivery.vendor_reference
    delivery.reason = f"运营商未送达（{report.reason}）"[:200] if report.state == "failed" else ""
    delivery.sent_at, delivery.done_at = delivery.sent_at or now, now
    delivery.save(update_fields=["state", "vendor_reference", "reason", "sent_at", "done_at"])
    outside.forget(delivery)
    return True


def delivery_of(report_reference: str, our_reference: str) -> Delivery | None:
    """The delivery a report is about, locked, by the vendor's reference or by ours."""
    ours = our_reference.removeprefix("anjie-")
    about = Q(vendor_reference=report_reference) if report_reference else Q(pk__in=[])
    if ours.isdigit() and our_reference.startswith("anjie-"):
        about |= Q(pk=int(ours))
    return Delivery.objects.select_for_update().filter(about).order_by("-id").first()
