"""How a plan stands, what a debtor reads of his debt, what the page says above everything else: plain values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjie.lines.recovery.moves import MOVES
from anjie.lines.recovery.work.rules import PaidSum, PromisedSum, judge_promises
from anjie.linkage.rules import BACK, RESUMED, Debt, Standing, answers_for, banner_of, plan_state, story_of

DUE = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("instalments", "state"),
    [
        ([], "plan"),
        (["open"], "plan"),
        (["kept", "open"], "plan"),
        (["kept", "kept"], "kept"),
        (["kept", "partly"], "broken"),
        (["broken", "open"], "broken"),
        (["broken", "kept"], "broken"),
    ],
)
def test_a_plan_stands_as_its_instalments_do(instalments: list[str], state: str) -> None:
    assert plan_state(instalments) == state


@pytest.mark.parametrize(
    ("paid_on", "today", "state"),
    [
        (None, date(2026, 10, 1), "open"),
        (None, date(2026, 10, 4), "open"),
        (None, date(2026, 10, 5), "broken"),
        (date(2026, 10, 4), date(2026, 10, 9), "kept"),
        (date(2026, 10, 5), date(2026, 10, 9), "broken"),
    ],
)
def test_three_days_of_grace_keep_an_instalment_the_fourth_does_not(
    paid_on: date | None, today: date, state: str
) -> None:
    promise = PromisedSum(Decimal(100), date(2026, 9, 1), DUE, grace_days=3)
    paid = [PaidSum(Decimal(100), paid_on)] if paid_on else []
    assert [one.state for one in judge_promises([promise], paid, today)] == [state]


def test_the_debtor_reads_his_own_contract_and_a_masked_card() -> None:
    debt = Debt(
        "示范银行", "秦海涛", Decimal(9000), Decimal("8600.5"), date(2026, 9, 1), "HT-77", "6222****0018"
    )
    assert story_of(debt) == (
        "秦海涛与示范银行的债务（合同号 HT-77、卡号 6222****0018），委托金额 9,000.00 元，"
        "截至移送日尚欠 8,600.50 元。委托日期 2026-09-01。现申请调解，协商还款方案。"
    )


def test_a_debt_answers_what_it_knows() -> None:
    assert answers_for("6222****0018", "", Decimal(5)) == {
        "product": "信用卡",
        "contract_no": "6222****0018",
        "owed": "5.00",
    }
    assert answers_for("", "HT-77", None) == {"product": "消费贷款", "contract_no": "HT-77"}


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing("mediating", "M-1"), "调解中 M-1，催收已暂停"),
        (Standing("mediating", "M-1", sent_back=True), "调解中 M-1，催收已暂停；调解机构退回，待修改"),
        (
            Standing("plan", "M-1", next_due=DUE, next_amount=Decimal(3000)),
            "按调解协议 M-1 分期履行，催收已暂停，下一期 2026-10-01 应还 3,000.00 元，逾期 3 天未还清自动恢复催收",
        ),
        (Standing("kept", "M-1"), "调解协议 M-1 已全部履行，催收已停止"),
        (Standing("broken", "M-1", resumed="催收已恢复"), "调解协议 M-1 违约，催收已恢复"),
        (Standing("ended", "M-1", "调解失败"), "调解 M-1 已结束：调解失败"),
        (Standing("over", "M-1"), "曾移送调解 M-1，催收案件已先行结束"),
    ],
)
def test_the_page_says_how_it_stands(standing: Standing, words: str) -> None:
    assert banner_of(standing) == words


def test_every_state_a_case_leaves_has_a_move_back_to_it() -> None:
    table = {move.code: move for move in MOVES}
    assert set(table["placement.send_to_mediation"].sources) == set(BACK) == set(RESUMED)
    assert {state: table[code].target for state, code in BACK.items()} == {state: state for state in BACK}
