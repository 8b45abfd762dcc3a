"""A debt of 秦海涛 on its way to mediation and to the end of it, walked by the product's own actions."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event, Party, move_case
from anjie.foundation import clock
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.consent.actions import take_down as answered
from anjie.lines.mediation.mediators import actions as mediators
from anjie.linkage import actions
from anjie.linkage.actions import Referral
from anjie.linkage.models import CaseLink
from anjie.services.bookings.actions import book_online
from anjie.services.contact.gate import ask_for, weigh
from anjie.services.notices.models import Notice
from anjie.services.papers import actions as papers
from tests.cases import place
from tests.http import Browser
from tests.lines.mediation.closings import template
from tests.papers import word
from tests.people import World

SECRET = "对方私下表示最多只肯还三千元"
ANSWERS = {"referral_no": "移2026-017", "agent_name": "王内勤"}
PHONE = "13491230002"


def debt(centre: World, **told: Any) -> Case:
    return place(centre, **({"name": "秦海涛", "amount": "8600.00", "mobile": PHONE} | told))


def referral(centre: World, **told: Any) -> Referral:
    given: dict[str, Any] = {
        "kind": "neighbour",
        "institution_id": centre.units["调解"].pk,
        "reason": "债务人愿意调解",
        "answers": ANSWERS,
        "phone": "13491230009",
    }
    return Referral(**(given | told))


def sent(centre: World, case: Case | None = None, who: str = "孙内勤", **told: Any) -> CaseLink:
    return actions.send(centre[who], (case or debt(centre)).pk, referral(centre, **told))


def again(link: CaseLink) -> CaseLink:
    return CaseLink.objects.select_related("case", "mediation").get(pk=link.pk)


def gate(case: Case) -> Any:
    return weigh(ask_for(Case.objects.get(pk=case.pk), "call", number=PHONE))


def told(centre: World, name: str, verb: str) -> list[str]:
    found = Notice.objects.filter(membership_id=centre[name].membership_id, verb=verb)
    return list(found.order_by("id").values_list("text", flat=True))


def verbs(case: Case, *among: str) -> list[str]:
    found = Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True)
    return [verb for verb in found if verb.startswith(among or ("linkage.",))]


def filed(centre: World, link: CaseLink) -> None:
    """Approved, both sides willing, filed."""
    move_case(centre["何审核"], link.mediation_id, "review.approve")
    for party in Party.objects.filter(case_id=link.mediation_id, part__in=("applicant", "respondent")):
        answered(
            centre["何审核"], link.mediation_id, party.pk, said="willing", way="meeting", note="到场答复"
        )
    move_case(centre["许分配"], link.mediation_id, "filing.accept")


def agreement(link: CaseLink, *terms: tuple[str, date]) -> Agreed:
    """秦海涛 pays the bank these sums by these days."""
    side = {one.part: one.pk for one in Party.objects.filter(case_id=link.mediation_id)}
    pays = {"kind": "pay", "payer_id": side["respondent"], "payee_id": side["applicant"]}
    return Agreed(
        outcome="agreed",
        points=SECRET,
        amount=sum((Decimal(amount) for amount, _ in terms), Decimal(0)),
        performance="银行转账",
        terms=[{**pays, "amount": Decimal(amount), "due_on": day} for amount, day in terms],
    )


TWO = (("3000.00", date(2026, 10, 1)), ("2000.00", date(2026, 11, 1)))


def ended(centre: World, link: CaseLink, agreed: Agreed | None = None) -> CaseLink:
    """Mediated by 吕调解 to a signed end: two instalments unless told otherwise."""
    filed(centre, link)
    case = mediators.appoint(centre["许分配"], link.mediation_id, [centre["吕调解"].own_membership_id])
    mediators.accept(centre["吕调解"], case.pk)
    begin = (clock.now() + timedelta(hours=20)).replace(minute=0, second=0, microsecond=0)
    book_online(centre["吕调解"], case.pk, begin, begin + timedelta(hours=1))
    closing.request(centre["吕调解"], case.pk, agreed or agreement(link, *TWO))
    # One paper that nobody signs: how papers are signed is told elsewhere.
    template("ending", "结案告知书", ["agreed", "failed"], False, word("{{案件编号}}"))
    for paper in closing.approve(centre["许分配"], case.pk):
        papers.finalise(centre["吕调解"], paper.pk)
    closing.complete(centre["吕调解"], case.pk)
    return again(link)


def failed(centre: World, link: CaseLink) -> CaseLink:
    return ended(centre, link, Agreed("failed", note=SECRET))


def sent_back(centre: World, link: CaseLink) -> None:
    remarks = {"description": "请写明逾期从何时开始"}
    move_case(
        centre["何审核"], link.mediation_id, "review.send_back", reason="材料不齐", facts={"remarks": remarks}
    )


def paused(case: Case, reason: str = "") -> Case:
    facts = {"pause_reason": reason} if reason else {}
    return move_case(Actor.job("test"), case.pk, "placement.pause", reason="债务人住院", facts=facts)


def seen_in_recovery(centre: World, case: Case) -> str:
    """Everything recovery's people are told of the case: its page, its timeline, its promises, their notices."""
    browser = Browser(centre["孙内勤"])
    paths = (f"desk/cases/{case.pk}", f"linkage/cases/{case.pk}", f"desk/cases/{case.pk}/events")
    parts = [browser.get(f"/api/{path}").content.decode() for path in paths]
    parts += [str(one) for one in Event.objects.filter(case_id=case.pk).values_list("facts", flat=True)]
    parts += Notice.objects.filter(case_id=case.pk).values_list("text", flat=True)
    return "\n".join(parts)
