"""What collectors and supervisors of the demo world do all month: calls, claims, requests, joint work, colours."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.marks import colour
from anjie.desk.public import DeskDeed, Target, cases_for, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.payment.claims import claim
from anjie.lines.recovery.work import asking, joint
from anjie.lines.recovery.work.records import Contacted, PromiseMade, record_work
from demo.story import Story, attempt, collectors, moment, team_of

DAYS = 4
CALLED = {"small": 0.55, "normal": 0.13, "large": 0.03}
"""The share of cases called where all would be: a large world is not worked more, or loading it would take hours."""


def work(story: Story, week: date, share: float) -> None:
    """The calls of some days in a row: each collector goes through his cases, another part of them each day."""
    days = [day for day in (week + timedelta(days=n) for n in range(DAYS)) if day <= story.today]
    for collector in collectors(story):
        cases = cases_for(collector, DeskDeed.CASES_SEE).filter(state="open").order_by("id")
        at = {day: moment(day, 9, 5) for day in days}
        for case in cases.prefetch_related("contact_points"):
            if story.dice.random() > share * CALLED[story.size]:
                continue
            day = story.dice.choice(days)
            at[day] += timedelta(minutes=story.dice.randint(2, 6))
            if at[day].hour >= 20:
                continue
            with clock.stopped(at[day]):
                _call(story, collector, case, day)


def _call(story: Story, collector: Actor, case: Any, day: date) -> None:
    phones = [
        p
        for p in case.contact_points.all()
        if p.kind == "mobile" and p.relation == "本人" and p.state != "invalid"
    ]
    if not phones:
        return
    dice = story.dice.random()
    promise = None
    if dice < 0.42:
        code, note = "not_connected.no_answer", "多次响铃无人接听。"
    elif dice < 0.5:
        code, note = "not_connected.off", "关机。"
    elif dice < 0.66:
        code, note = "connected.promise", "本人接听，承认欠款，答应按期还款。"
        part = Decimal(story.dice.choice((20, 30, 50, 100))) / 100
        promise = PromiseMade(
            max((case.balance * part).quantize(Decimal("0.01")), Decimal("1.00")), day + timedelta(days=7)
        )
    elif dice < 0.76:
        code, note = "connected.hardship", "本人表示近期收入下降，希望分期。"
    elif dice < 0.86:
        code, note = "connected.later", "本人正在开车，约定晚些时候再联系。"
    elif dice < 0.94:
        code, note = "connected.unwilling", "本人暂无还款意愿，已告知影响。"
    else:
        code, note = "connected.says_paid", "本人称已还款，待银行核实。"
    told = Contacted(
        case=case.pk,
        contact_point=phones[0].pk,
        result=story.results[code],
        note=note,
        next_on=day + timedelta(days=story.dice.randint(2, 9)),
        promise=promise,
    )
    try:
        record_work(collector, told)
    except Refusal:
        return
    if code == "connected.says_paid":
        _claim(story, collector, case, day)


def _claim(story: Story, collector: Actor, case: Any, day: date) -> None:
    amount = max((case.balance * Decimal("0.2")).quantize(Decimal("0.01")), Decimal("1.00"))
    try:
        claim(collector, case.pk, amount=amount, paid_on=day, way="手机银行", note="称已通过手机银行转账。")
    except Refusal:
        return


def desk_deeds(story: Story, day: date) -> None:
    """Pauses, marks, requests, instructions, joint work: a little of each every month."""
    for collector in collectors(story):
        cases = list(cases_for(collector, DeskDeed.CASES_SEE).filter(state="open").order_by("-balance")[:12])
        if len(cases) < 6:
            continue
        picked = story.dice.sample(cases, 4)
        team = team_of(story, collector)
        lead = story.company.supervisor_of(team)
        with clock.stopped(moment(day, 14)):
            attempt(
                asking.ask_material,
                collector,
                picked[0].pk,
                "账单明细",
                "客户对金额有疑问，需核对近三个月账单。",
            )
            due = day + timedelta(days=3)
            attempt(asking.instruct, lead, picked[1].pk, "金额较大，请三日内再次电话确认住址。", due)
            if story.dice.random() < 0.5:
                attempt(
                    move_case, lead, picked[2].pk, "placement.pause", reason="客户提出异议，等待委托方核实"
                )
            mates = [m for m in story.company.members_of(team) if m.membership_id != collector.membership_id]
            if mates and story.dice.random() < 0.3:
                attempt(joint.ask, collector, picked[3].pk, mates[0].membership_id, "需要协助上门")
    with clock.stopped(moment(day, 15)):
        _colour(story)


def _colour(story: Story) -> None:
    for collector in collectors(story)[::2]:
        ids = list(
            cases_for(collector, DeskDeed.CASES_SEE).filter(state="open").values_list("id", flat=True)[:40:9]
        )
        if ids:
            attempt(colour, collector, Target(ids=ids), story.dice.choice(("red", "orange", "green", "blue")))
