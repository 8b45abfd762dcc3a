"""Debts of the demo world that were sent to mediation: one waits, one is sent back, three came to an end."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from anjie.access.actors import Actor
from anjie.desk.contacts import add_contact_point
from anjie.desk.public import Case, DeskDeed, Event, cases_for
from anjie.foundation import clock
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.sides import sides_of
from anjie.lines.recovery.payment.actions import enter_repayment
from anjie.lines.recovery.work import jobs
from anjie.linkage import actions as linkage
from anjie.linkage.actions import Referral
from demo.mediation_closings import close
from demo.mediation_way import Centre, Way
from demo.story import Story, moment

ENDS = ("kept", "broken", "failed", "sent_back", "waiting")
GUARANTEED = ("kept", "waiting")
"""Those whose debt somebody guarantees: he goes along as a further respondent."""
BEGAN = 45
"""How many days ago the first were sent; what came of them lies between then and now."""


def link(story: Story, centre: Centre) -> None:
    """Send some debts and let each come to its end, by the product's own actions."""
    for number, (end, case) in enumerate(zip(ENDS, _quiet(story), strict=False)):
        recent = end in ("sent_back", "waiting")
        way = Way(story, centre, story.today - timedelta(days=6 if recent else BEGAN))
        referral = Referral(
            kind="finance",
            institution_id=centre.institution.pk,
            reason="债务人愿意协商，委托方同意调解。",
            answers={"referral_no": f"委移〔2026〕{number + 11} 号", "agent_name": "孙晓岚"},
            phone="13492300001",
        )
        if end in GUARANTEED:
            _guaranteed(way, case, number)
        sent = way.step(linkage.send, story.actor("clerk2"), case.pk, referral)
        way.case_id = sent.mediation_id
        if end == "sent_back":
            remarks = {"description": "请写明逾期从哪一期开始。"}
            way.move(centre.reviewer, "review.send_back", "请补充逾期情况。", remarks=remarks)
        elif not recent:
            _to_the_end(way, case, end)
    with clock.stopped(moment(story.today, 7)):
        jobs.judge_promises(0)


def _guaranteed(way: Way, case: Case, number: int) -> None:
    with clock.stopped(moment(way.day - timedelta(days=1), 9)):
        add_contact_point(
            way.story.actor("clerk2"),
            case.pk,
            kind="mobile",
            value=f"1349219{number:04d}",
            owner=("梁文博", "田素云", "顾盼")[number % 3],
            relation="担保人",
        )


def _quiet(story: Story) -> list[Case]:
    """Open debts nothing has happened on since the first were sent: what is told of them stays in order."""
    began = moment(story.today - timedelta(days=BEGAN), 0)
    cases = cases_for(story.actor("clerk2"), DeskDeed.CASES_SEE).filter(
        line="recovery", state="open", holder__isnull=False, opened_at__lt=began, balance__gt=3000
    )
    busy = set(
        Event.objects.filter(case_id__in=cases.values("pk"), at__gte=began).values_list("case_id", flat=True)
    )
    return [case for case in cases.order_by("pk") if case.pk not in busy][: len(ENDS)]


def _to_the_end(way: Way, case: Case, end: str) -> None:
    way.move(way.centre.reviewer, "review.approve")
    parties = sides_of(way.case_id)
    sides = {one.part: one.pk for one in reversed(parties)}
    for party in parties:
        way.step(
            consent.take_down,
            way.centre.reviewer,
            way.case_id,
            party.pk,
            said="willing",
            way="meeting",
            note="到场答复",
        )
    way.move(way.centre.assigner, "filing.accept")
    today, part = way.story.today, (case.balance * Decimal("0.4")).quantize(Decimal("0.01"))
    due = (today - timedelta(days=9), today - timedelta(days=5))
    if end == "failed":
        close(way, "closed", Agreed("failed", note="债务人收入不稳定，双方对期数分歧较大，未能达成一致"))
        return
    pays = {"kind": "pay", "payer_id": sides["respondent"], "payee_id": sides["applicant"], "amount": part}
    terms = [{**pays, "due_on": day} for day in due]
    close(
        way,
        "closed",
        Agreed("agreed", points="分期期数", performance="银行转账", amount=part * 2, terms=terms),
    )
    if end == "kept":
        for day in due:
            with clock.stopped(moment(day, 16)):
                enter_repayment(Actor.job("demo"), case.pk, part, day, reference=f"TJ{day:%y%m%d}{case.pk}")
