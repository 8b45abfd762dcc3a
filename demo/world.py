"""The demo world: a year of two clients' placements, made by calling the same actions as the console does.

Everything is fixed by a seed; the clock is stopped at each moment of the story, so events lie where they belong.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from anjie.access import demo, trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import DeskDeed, Target, cases_for, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.assignment.actions import commit, plan
from anjie.lines.recovery.assignment.drafting import Wish
from anjie.lines.recovery.models import ClaimedPayment, ClientContract, Promise, ResultCode
from anjie.lines.recovery.payment.actions import count_repayments
from anjie.lines.recovery.payment.claims import answer_claim
from anjie.lines.recovery.payment.rules import RepaymentIn
from anjie.lines.recovery.term.actions import ask_retention, decide_retentions, return_cases
from anjie.lines.recovery.term.reminding import remind_all
from anjie.lines.recovery.work import jobs
from anjie.lines.recovery.work.results import ship_results
from anjie.office.actions import publish
from anjie.services.sheets.importing.desktop import import_file
from demo.answering import answer, read_notices, reconcile, share_out_regions
from demo.linking import link
from demo.mediation import mediate
from demo.outside import complain, visit
from demo.people import Company, found
from demo.rooms import furnish
from demo.sizes import SIZES
from demo.story import Story, attempt, collectors, moment, month_after
from demo.workbooks.layouts import bank_rows, cf_rows
from demo.workbooks.writing import save, table, xlsx
from demo.working import desk_deeds, work

MONTHS = 12
RECONCILED = 4
"""Of so many months the clients' lists of repayments were held against ours."""
SPLITS = ("number", "amount", "both", "cumulative")


def load(size: str = "normal", say: Callable[[str], None] = lambda words: None) -> None:
    """Fill an empty database: the company, its contracts, then month after month up to today."""
    maker = Actor.job("demo")
    today = clock.today()
    trail.record(maker, demo.BEGAN, size=size)
    first = month_after(today, -(MONTHS - 1))
    with clock.stopped(moment(first - timedelta(days=20), 9)):
        company = found(maker)
        ship_results()
        _contracts(company)
        _announce(maker, company)
        share_out_regions(company)
        furnish(maker)
    story = Story(company, random.Random(20260901), today, size, say, _results())
    for number in range(MONTHS):
        _month_of(story, month_after(today, number - MONTHS + 1), number)
    _other_states(story)
    say("调解")
    centre = mediate(story)
    link(story, centre)
    # What was told in the last days waits; nobody comes back to hundreds.
    yesterday = today - timedelta(days=1)
    read_notices(story, yesterday)
    read_notices(story, yesterday, centre.people)
    trail.record(maker, demo.LOADED, size=size)


def _month_of(story: Story, first: date, number: int) -> None:
    """One month: placements come and are assigned, debts are worked, money comes in, terms end."""
    story.say(f"{first:%Y-%m}")
    placed = first + timedelta(days=2)
    if placed > story.today:
        placed = story.today
    read_notices(story, placed)
    _place(story, placed, number)
    _assign(story, placed, number)
    for week in range(4):
        day = placed + timedelta(days=3 + week * 7)
        if day > story.today:
            break
        work(story, day, share=(0.85, 0.32, 0.28, 0.24)[week])
        if week in (1, 3):
            _pay(story, day + timedelta(days=4))
        if week == 2:
            desk_deeds(story, day)
            visit(story, day)
            complain(story, day)
        if week == 3:
            answer(story, day)
    if number >= MONTHS - RECONCILED:
        reconcile(story, month_after(first, -1))
    _terms(story, min(month_after(first, 1) - timedelta(days=1), story.today))


def _place(story: Story, placed: date, number: int) -> None:
    bank, consumer = SIZES[story.size]
    recall = month_after(placed, 3)
    sheets = (
        ("DEMO-BANK", "clerk1", _bank(bank, number, placed, recall)),
        ("DEMO-CF", "clerk2", _consumer(consumer, number, placed, recall)),
    )
    with tempfile.TemporaryDirectory() as place:
        for code, clerk, rows in sheets:
            path = Path(place) / f"{code}-{placed:%Y%m}.xlsx"
            save(xlsx(path, table(rows)), path)
            with clock.stopped(moment(placed, 9, 20)):
                import_file(story.actor(clerk), path, "placement", code, good_only=True)


def _bank(count: int, number: int, placed: date, recall: date) -> list[dict[str, Any]]:
    rows = bank_rows(count, 20 + number)
    for at, row in enumerate(rows):
        row["批次号"] = f"XYK{placed:%Y%m}"
        row["委案日期"], row["退案日期"] = placed, recall
        row["账龄"] = f"M{2 + at % 5}"
        row["分行"] = ("苏州分行", "南京分行", "沈阳分行", "大连分行")[at % 4]
    return rows


def _consumer(count: int, number: int, placed: date, recall: date) -> list[dict[str, Any]]:
    # The first few owe the bank too: shared debts.
    rows = cf_rows(max(count // 8, 1), 20 + number) + cf_rows(count - max(count // 8, 1), 60 + number)
    for at, row in enumerate(rows):
        row["委案批次"] = f"XJ{placed:%Y%m}"
        row["委派日期"], row["委案到期日"] = placed, recall
        row["省市"] = ("江苏", "辽宁", "吉林", "上海")[at % 4]
        row["借据编号"] = f"JD{placed:%y%m}{at:05d}"
    return rows


def _assign(story: Story, placed: date, number: int) -> None:
    # The newest placements of the last month are left for whoever tries assignment.
    keep = 0.35 if placed >= story.today - timedelta(days=25) else 0.0
    for at, clerk in enumerate(("clerk1", "clerk2")):
        actor = story.actor(clerk)
        ids = [pk for pk in _unassigned(actor) if story.dice.random() >= keep]
        if not ids:
            continue
        people = [one.membership_id for one in collectors(story)]
        with clock.stopped(moment(placed, 11, at * 10)):
            made = plan(actor, Wish(mode=SPLITS[number % 4], ids=ids, collectors=[p for p in people if p]))
            commit(actor, made.pk)


def _unassigned(actor: Actor) -> list[int]:
    return list(
        cases_for(actor, DeskDeed.CASES_SEE).filter(holder=None, closed_at=None).values_list("id", flat=True)
    )


def _pay(story: Story, day: date) -> None:
    if day > story.today:
        return
    clerk = story.actor("clerk2")
    for code in ("DEMO-BANK", "DEMO-CF"):
        client = Organisation.objects.get(code=code)
        cases = cases_for(clerk, DeskDeed.CASES_SEE).filter(
            organisation=client, closed_at=None, holder__isnull=False
        )
        promised = dict(
            Promise.objects.filter(case__organisation=client, state="open").values_list("case_id", "amount")
        )
        rows: list[RepaymentIn] = []
        for case in cases.filter(opened_at__lt=moment(day, 0)).order_by("id"):
            said = promised.get(case.pk)
            if story.dice.random() > (0.55 if said else 0.08):
                continue
            part = Decimal(story.dice.choice((10, 15, 25, 40, 60, 100, 100))) / 100
            amount = max((case.balance * part).quantize(Decimal("0.01")), Decimal("0.01"))
            if said and story.dice.random() < 0.75:
                amount = said
            rows.append(
                RepaymentIn(
                    row=len(rows) + 2,
                    amount=amount,
                    paid_on=day - timedelta(days=story.dice.randint(0, 2)),
                    case_id=case.pk,
                    reference=f"{code[-4:]}{day:%y%m%d}{len(rows):04d}",
                )
            )
        with clock.stopped(moment(day, 16, 30)):
            if rows:
                count_repayments(clerk, rows, client_id=client.pk)
    _judge_promises(day)
    _answer_claims(story, day)


def _judge_promises(day: date) -> None:
    with clock.stopped(moment(day, 23)):
        jobs.judge_promises(0)


def _answer_claims(story: Story, day: date) -> None:
    if day > story.today - timedelta(days=20):
        return
    for claimed in ClaimedPayment.objects.filter(state="waiting").order_by("id"):
        confirmed = story.dice.random() < 0.4
        with clock.stopped(moment(day, 17)):
            try:
                answer_claim(
                    story.actor("clerk2"),
                    claimed.pk,
                    confirmed,
                    "" if confirmed else "银行流水未见该笔入账。",
                )
            except Refusal:
                continue


def _other_states(story: Story) -> None:
    """A few cases closed and in litigation, so that every state can be looked at."""
    clerk, desk = story.actor("clerk2"), Actor.job("demo")
    cases = list(
        cases_for(clerk, DeskDeed.CASES_SEE)
        .filter(state="open", holder__isnull=False)
        .order_by("id")[:600:40]
    )
    with clock.stopped(moment(story.today, 9)):
        for at, case in enumerate(cases):
            if at % 2 == 0:
                attempt(move_case, clerk, case.pk, "placement.close", reason="债务人破产清算，委托方同意关闭")
            else:
                attempt(move_case, desk, case.pk, "placement.litigate", reason="已向法院提交立案材料")


def _terms(story: Story, day: date) -> None:
    """Reminders, retentions asked and decided, and what is due goes back to the client."""
    clerk = story.actor("clerk2")
    with clock.stopped(moment(day, 8)):
        remind_all(Actor.job("term.remind"))
    soon = cases_for(clerk, DeskDeed.CASES_SEE).filter(
        state="open", holder__isnull=False, term_on__lte=day + timedelta(days=6)
    )
    asked = []
    with clock.stopped(moment(day, 10)):
        for case in soon.select_related("holder").order_by("id"):
            if story.dice.random() > 0.14:
                continue
            collector = next(a for a in story.company.actors.values() if a.membership_id == case.holder_id)
            made = attempt(ask_retention, collector, case.pk, "客户已承诺分期，正在还款，建议留案继续跟进。")
            if made:
                asked.append(made.pk)
    recent = day > story.today - timedelta(days=20)
    with clock.stopped(moment(day, 11)):
        if asked and not recent:
            decide_retentions(clerk, asked, True, "委托方已同意留案一个月。")
        due = cases_for(clerk, DeskDeed.CASES_SEE).filter(state__in=["open", "paused"], term_on__lte=day)
        ids = list(due.values_list("id", flat=True))
        if ids and not recent:
            return_cases(clerk, Target(ids=ids), "委案到期")


def _contracts(company: Company) -> None:
    bank, consumer = company.units["DEMO-BANK"], company.units["DEMO-CF"]
    ClientContract.objects.create(
        client=bank, kind="card", first_call_limit=2, first_call_clock="hours", visit_limit_days=30
    )
    ClientContract.objects.create(
        client=consumer,
        kind="consumer",
        first_call_limit=3,
        first_call_clock="working_days",
        visit_limit_days=0,
        retention_years=5,
    )


def _announce(maker: Actor, company: Company) -> None:
    publish(
        company.actors["admin"],
        title="演示环境说明",
        text="本环境的人物、号码、金额均为虚构。可放心试用全部功能；想从头再来，停止服务后删除数据目录（默认 var/），再次 make run。",
        unit_ids=[],
        is_pinned=True,
    )


def _results() -> dict[str, int]:
    return dict(ResultCode.objects.filter(client=None).values_list("code", "id"))
