"""What the company of the demo world owes one another and the clients: answers, reconciliations, who works which region."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation import clock
from anjie.lines.recovery.assignment.rule_actions import make_rule
from anjie.lines.recovery.models import Instruction, MaterialRequest, Repayment
from anjie.lines.recovery.payment.reconciliations import close, reconcile_rows
from anjie.lines.recovery.payment.rules import RepaymentIn
from anjie.lines.recovery.work import asking
from anjie.services.notices.actions import read_all
from demo.people import Company
from demo.story import Story, attempt, moment, month_after

ANSWERS = (
    "已与客户核对地址和单位，情况属实，约定下周还款。",
    "已再次联系本人，确认收入情况，正在协商分期。",
    "地址已核实，本人近期在外地，电话可联系。",
)


def share_out_regions(company: Company) -> None:
    """By these rules cases are matched to the branch of their region."""
    admin = company.actors["admin"]
    south = ["江苏", "上海", "苏州分行", "南京分行"]
    north = ["辽宁", "吉林", "沈阳分行", "大连分行"]
    for position, (name, unit, regions, at_least) in enumerate(
        (
            ("江南大额", "JN1", south, Decimal("20000.00")),
            ("江南", "JN", south, None),
            ("北方", "BF", north, None),
        )
    ):
        make_rule(
            admin,
            {
                "name": name,
                "unit_id": company.units[unit].pk,
                "regions": regions,
                "amount_from": at_least,
                "position": position,
            },
        )


def answer(story: Story, day: date) -> None:
    """Clerks answer what they were asked for, collectors what they were told to do; the newest of it waits."""
    people = {actor.membership_id: actor for actor in story.company.actors.values()}
    waiting = MaterialRequest.objects.filter(state=MaterialRequest.State.ASKED).order_by("id")
    answered = 0.94 if day < story.today - timedelta(days=10) else 0.4
    with clock.stopped(moment(day, 10, 20)):
        for request in waiting:
            if story.dice.random() > answered:
                continue
            clerk = people.get(request.asked_of_id, story.actor("clerk2"))
            if story.dice.random() < 0.8:
                attempt(asking.answer_material, clerk, request.pk, "近三个月账单已向委托方核对，金额无误。")
            else:
                attempt(asking.decline_material, clerk, request.pk, "委托方答复：该期账单已归档，无法提供。")
    owed = Instruction.objects.filter(state=Instruction.State.OWED).order_by("id")
    with clock.stopped(moment(day, 11, 40)):
        for number, instruction in enumerate(owed):
            if story.dice.random() < answered:
                told = ANSWERS[number % len(ANSWERS)]
                attempt(asking.answer_instruction, people[instruction.to_id], instruction.pk, told)


def reconcile(story: Story, month: date) -> None:
    """The clients' lists of a month that is over, held against ours; each lacks one payment we count, or has one more."""
    clerk = story.actor("clerk2")
    last = month_after(month, 1) - timedelta(days=1)
    done_on = last + timedelta(days=4)
    if done_on > story.today:
        return
    for code in ("DEMO-BANK", "DEMO-CF"):
        client = Organisation.objects.get(code=code)
        ours = Repayment.objects.filter(client=client, paid_on__range=(month, last), reversed_at=None)
        rows = [
            RepaymentIn(
                row=number,
                amount=one.amount,
                paid_on=one.paid_on,
                serial_no=one.case.placement.serial_no,
                contract_no=one.case.placement.contract_no,
                reference=one.reference,
            )
            for number, one in enumerate(ours.select_related("case__placement").order_by("id"), 2)
        ]
        if not rows:
            continue
        with clock.stopped(moment(done_on, 14, 30)):
            made = reconcile_rows(
                clerk, client.pk, month, last, rows[:-1], file_name=f"{code}-{month:%Y%m}-还款清单.xlsx"
            )
        if done_on < story.today - timedelta(days=40):
            with clock.stopped(moment(done_on, 16, 10)):
                close(clerk, made.pk)


def read_notices(story: Story, day: date, people: Iterable[Actor] = ()) -> None:
    """The company's people, or these, have read what they were told up to this morning."""
    morning = moment(day, 8, 30)
    with clock.stopped(morning):
        for actor in people or story.company.actors.values():
            read_all(actor, before=morning)
