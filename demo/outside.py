"""What happens outside the office in the demo world: debtors are visited, and some complain."""

from __future__ import annotations

from datetime import date, timedelta

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, cases_for
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.models import Complaint, WorkRecord
from anjie.lines.recovery.quality import actions as quality
from anjie.lines.recovery.work.records import Contacted, record_work
from demo.story import Story, attempt, collectors, moment

STILL_OPEN = timedelta(days=100)
"""Terms run three months: what was placed before is back with the client, and its visits are not told."""
VISITED = {"small": 0.7, "normal": 0.7, "large": 0.1}
FOUND = (
    ("connected.hardship", "上门见到本人，家庭收入下降，愿意分期。"),
    ("third_party.will_tell", "本人不在，同住家人愿意转告来意。"),
    ("not_connected.no_answer", "上门无人应门，已核对门牌。"),
    ("connected.later", "见到本人，约定下周再面谈。"),
)
COMPLAINTS = (
    ("minor", "phone", "债务人本人", "称一天之内接到多个电话", "联系频率"),
    ("general", "client", "示范银行客服转来", "称催收员未说明来电单位", "未表明身份"),
    ("minor", "online", "债务人本人", "称已还款仍接到催收电话", "还款未及时入账"),
    ("major", "regulator", "监管转办", "称向单位同事透露了欠款", "向第三方披露"),
)


def visit(story: Story, day: date) -> None:
    """Most of what the bank placed and nobody visited yet is visited, by whoever holds it."""
    if day < story.today - STILL_OPEN:
        return
    visited = WorkRecord.objects.filter(channel="visit").values("case_id")
    for collector in collectors(story):
        cases = cases_for(collector, DeskDeed.CASES_SEE).filter(
            state="open", organisation__code="DEMO-BANK", assigned_at__lt=moment(day, 0) - timedelta(days=10)
        )
        at = moment(day, 9, 30)
        for case in cases.exclude(pk__in=visited).order_by("id").prefetch_related("contact_points"):
            if story.dice.random() > VISITED[story.size] or at.hour >= 20:
                continue
            at += timedelta(minutes=story.dice.randint(4, 9))
            with clock.stopped(at):
                _visit(
                    story,
                    collector,
                    case.pk,
                    [one.pk for one in case.contact_points.all() if one.kind == "address"],
                )


def _visit(story: Story, collector: Actor, case_id: int, addresses: list[int]) -> None:
    if not addresses:
        return
    code, note = story.dice.choice(FOUND)
    told = Contacted(
        case=case_id, channel="visit", contact_point=addresses[0], result=story.results[code], note=note
    )
    attempt(record_work, collector, told)


def complain(story: Story, day: date) -> None:
    """One or two complaints a month; those of the last weeks are still being handled."""
    inspector = story.actor("quality1")
    cases = list(
        cases_for(inspector, DeskDeed.CASES_SEE).filter(state="open", holder__isnull=False).order_by("id")
    )
    if not cases:
        return
    for told in story.dice.sample(COMPLAINTS, story.dice.choice((1, 1, 2))):
        severity, channel, who, what, why = told
        case = story.dice.choice(cases)
        with clock.stopped(moment(day, 11)):
            made = attempt(
                quality.record_complaint,
                inspector,
                case.pk,
                quality.Told(who, channel, severity, what, why, day, case.holder_id),
            )
        if made and day < story.today - timedelta(days=30):
            with clock.stopped(moment(day + timedelta(days=2), 16)):
                _handle(inspector, made)


def _handle(inspector: Actor, complaint: Complaint) -> None:
    try:
        for step in complaint.steps.order_by("due_on", "id"):
            quality.finish_step(inspector, step.pk, "已调取通话记录与催记核对。")
        quality.close(
            inspector,
            complaint.pk,
            "对当事催收员提醒谈话，调整联系安排。",
            "已向投诉人说明并致歉，投诉人表示接受。",
        )
    except Refusal:
        return
