"""Tells the right people of what happened to a dispute: staff by what they may decide, parties by their account."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership
from anjie.desk.public import Case, Event, last_seq, who_may
from anjie.lines.mediation.deeds import ApplicationDeed, ReviewDeed
from anjie.services.notices.actions import notify


def tell_staff(
    actor: Actor, case: Case, deed: Deed, verb: str, title: str, text: str, *, key: str = ""
) -> list[int]:
    """Tell everybody who may decide on this case now; returns who was told."""
    return notify(
        actor,
        who_may(deed, case),
        verb,
        title,
        text,
        key=key or _key(case, verb),
        case_id=case.pk,
    )


def tell_members(
    actor: Actor, case: Case, memberships: list[int], verb: str, title: str, text: str, *, key: str = ""
) -> list[int]:
    """Tell named colleagues: the mediators, who asked."""
    return notify(actor, memberships, verb, title, text, key=key or _key(case, verb), case_id=case.pk)


def tell_reviewed(actor: Actor, case: Case, code: str, reason: str) -> None:
    """What a reviewer decided reaches who has to act next."""
    if code == "review.approve":
        tell_staff(
            actor, case, ReviewDeed.CONSENT, "consent.due", "待确认双方调解意愿", f"{case.no} {case.title}"
        )
    if code == "review.send_back":
        tell_members(
            actor,
            case,
            _who_handed_in(case),
            "application.sent_back",
            "您登记的申请被退回修改",
            f"{case.no} {case.title}：{reason}。请打开案件，按备注修改后重新提交。",
        )


def _who_handed_in(case: Case) -> list[int]:
    """The colleague who took the application down, where one did and may still amend it."""
    handed_in = Event.objects.filter(case_id=case.pk, verb="application.submit").order_by("-seq")
    who = handed_in.values_list("actor", flat=True).first() or ""
    may = Membership.objects.filter(pk__in=who_may(ApplicationDeed.ENTER, case))
    return [pk for pk, account in may.values_list("pk", "account_id") if who == f"account:{account}"]


def _key(case: Case, verb: str) -> str:
    """One notice for one event: the same verb on the same case may come again after the case has moved on."""
    return f"{verb}:{case.pk}:{last_seq(case.pk)}"
