"""Reminds of the last day on which a court may be asked to confirm an agreement, once at each step."""

from __future__ import annotations

from datetime import timedelta

from anjie.access.actors import Actor
from anjie.desk.public import Party, accounts_of
from anjie.foundation import clock
from anjie.lines.mediation import telling
from anjie.lines.mediation.closing.models import Closing
from anjie.lines.mediation.closing.rules import REMIND_BEFORE, reminder_due
from anjie.services.notices.actions import tell
from anjie.services.notices.templates import Template, declare

DUE = "mediation.court_due"
MOST = 1_000

declare(
    Template(
        DUE,
        "司法确认期限提醒",
        "司法确认期限将到",
        "{no} 的调解协议可在 {until} 前由双方共同向人民法院申请司法确认，还剩 {left} 天。",
        wechat=(("thing1", "kind"), ("thing2", "state"), ("time3", "until")),
        page="party/case?id={case_id}",
        sms="parties",
        sms_params=("no", "until"),
        stale_after="until",
    )
)


def remind_all(actor: Actor) -> int:
    """Remind of every agreement whose last day comes near and that no court was asked to confirm; returns how many."""
    today = clock.today()
    near = Closing.objects.filter(
        state=Closing.State.APPROVED,
        filed_on__isnull=True,
        court_until__gte=today,
        court_until__lte=today + timedelta(days=max(REMIND_BEFORE)),
        case__closed_at__isnull=True,
    ).select_related("case__dispute__kind")
    reminded = 0
    for closing in near.order_by("court_until")[:MOST]:
        reminded += _remind(actor, closing)
    return reminded


def _remind(actor: Actor, closing: Closing) -> bool:
    assert closing.court_until is not None
    step = reminder_due(closing.court_until, clock.today())
    if step is None:
        return False
    case, left = closing.case, (closing.court_until - clock.today()).days
    key = f"court:{closing.pk}:{step}"
    told = tell(
        actor,
        accounts_of(case.pk, Party.Part.APPLICANT, Party.Part.RESPONDENT),
        DUE,
        {
            "no": case.no,
            "kind": case.dispute.kind.label,
            "state": "可申请司法确认",
            "until": closing.court_until,
            "left": left,
        },
        key=key,
        case_id=case.pk,
    )
    members = [case.holder_id] if case.holder_id else []
    told += len(
        telling.tell_members(
            actor, case, members, "court.due", "司法确认期限将到",
            f"{case.no} {case.title}：司法确认须在 {closing.court_until} 前申请，还剩 {left} 天。", key=key,
        )
    )  # fmt: skip
    return told > 0
