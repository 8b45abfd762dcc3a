from __future__ import annotations

import pytest

from anjie.desk.public import line_of
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.next_steps import BOTH, STAFF_ACTS, TURNS, Next, next_step


@pytest.mark.parametrize("part", sorted(BOTH))
def test_every_state_says_what_is_next(part: str) -> None:
    states = {one.code for one in line_of("mediation").states}
    assert TURNS.keys() | STAFF_ACTS.keys() == states
    assert not TURNS.keys() & STAFF_ACTS.keys()
    assert all(next_step(state, part, gave=False).text for state in states)


@pytest.mark.parametrize(
    ("state", "part", "gave", "told"),
    [
        (
            moves.AWAITING_RESPONDENT,
            "applicant",
            False,
            Next("正在等待被申请人补充情况和意见。", "被申请人"),
        ),
        (
            moves.AWAITING_RESPONDENT,
            "respondent",
            False,
            Next("请补充您的情况和意见。", "您", is_yours=True),
        ),
        (
            moves.AWAITING_RESPONDENT,
            "respondent",
            True,
            Next("您已补充，正在等待其他被申请人补充。", "其他被申请人"),
        ),
        (moves.CONSENTING, "applicant", False, Next("请答复是否愿意调解。", "您", is_yours=True)),
        (moves.CONSENTING, "applicant", True, Next("您已答复，正在等待其他当事人答复。", "其他当事人")),
        (moves.TO_AMEND, "respondent", False, Next("申请人正在修改申请。", "申请人")),
        (
            moves.SUBMITTED,
            "applicant",
            False,
            Next("工作人员正在审核，一般 3 个工作日内答复。", "审核人员"),
        ),
    ],
)
def test_it_is_told_to_who_reads_it(state: str, part: str, gave: bool, told: Next) -> None:
    assert next_step(state, part, gave=gave) == told
