"""Who may come and go, what an answer sets off, who must sign: the rules alone."""

from __future__ import annotations

import pytest

from anjie.foundation.refusals import Invalid
from anjie.lines.mediation.consent.rules import Standing, what_next
from anjie.lines.mediation.parties import rules
from anjie.services.papers.lines import MustSign
from anjie.services.signing.rules import check_all_sign


def said(*answers: tuple[str, str]) -> list[Standing]:
    return [Standing(at, part, part, f"{at}", word) for at, (part, word) in enumerate(answers)]


YES, NO, OPEN = "willing", "unwilling", ""


@pytest.mark.parametrize(
    ("answers", "closes", "step"),
    [
        ([("applicant", YES), ("respondent", YES)], False, "confirm"),
        ([("applicant", YES), ("respondent", YES), ("respondent", OPEN)], True, "wait"),
        ([("applicant", YES), ("respondent", NO)], True, "close"),
        ([("applicant", YES), ("respondent", NO)], False, "person"),
        ([("applicant", YES), ("respondent", NO), ("respondent", OPEN)], True, "person"),
        ([("applicant", YES), ("respondent", NO), ("respondent", NO)], True, "close"),
        ([("applicant", NO), ("applicant", YES), ("respondent", YES)], True, "person"),
        ([("applicant", NO), ("respondent", YES), ("respondent", YES)], True, "close"),
        ([("respondent", YES), ("respondent", YES)], False, "wait"),
    ],
)
def test_what_an_answer_sets_off(answers: list[tuple[str, str]], closes: bool, step: str) -> None:
    assert what_next(said(*answers), closes=closes) == step


@pytest.mark.parametrize(
    ("state", "count", "code"),
    [
        ("submitted", 1, ""),
        ("consenting", 9, ""),
        ("consenting", 10, "party.too_many"),
        ("mediating", 1, "party.not_now"),
    ],
)
def test_who_may_come(state: str, count: int, code: str) -> None:
    refusal = rules.not_to_add("M-1", state, state, count)
    assert (refusal.code if refusal else "") == code


@pytest.mark.parametrize(
    ("state", "others", "first", "code"),
    [
        ("consenting", 1, False, ""),
        ("awaiting_mediator", 1, False, ""),
        ("consenting", 0, False, "party.last"),
        ("consenting", 1, True, "party.applied"),
        ("mediating", 1, False, "party.cannot_leave"),
        ("signing", 1, False, "party.cannot_leave"),
    ],
)
def test_who_may_leave(state: str, others: int, first: bool, code: str) -> None:
    refusal = rules.not_to_leave(
        "M-1", state, state, rules.LEAVING, "被申请人邬兰", others=others, first=first
    )
    assert (refusal.code if refusal else "") == code


def test_nobody_leaves_who_is_to_sign() -> None:
    refusal = rules.not_to_leave(
        "M-1",
        "mediating",
        "调解中",
        rules.MEDIATED,
        "被申请人邬兰",
        others=1,
        first=False,
        at_signers="调解协议书",
    )
    assert refusal and refusal.code == "party.paper_at_signers" and "撤回该文书的签署" in refusal.message


QIN, WU = MustSign("被申请人", "秦海涛"), MustSign("被申请人", "邬兰")
FIRM, BANK = MustSign("被申请人", "城建公司", himself=False), MustSign("申请人", "示范银行", himself=False)


@pytest.mark.parametrize(
    ("signers", "wanted", "missing"),
    [
        ([("被申请人", "秦海涛"), ("被申请人", "邬兰"), ("调解员", "吕")], [QIN, WU], []),
        ([("被申请人", "秦海涛")], [QIN, WU], ["邬兰"]),
        ([("申请人", "经办人"), ("被申请人", "秦海涛")], [BANK, QIN], []),
        ([("被申请人", "秦海涛")], [BANK, QIN], ["示范银行"]),
        ([("被申请人", "秦海涛"), ("被申请人", "其代理人")], [QIN, FIRM], []),
        ([("被申请人", "秦海涛")], [FIRM, QIN], ["城建公司"]),
        ([("申请人", "秦海涛")], [QIN], ["秦海涛"]),
        ([("债务人", "张三")], [], []),
    ],
)
def test_a_paper_that_binds_all_is_signed_by_all(
    signers: list[tuple[str, str]], wanted: list[MustSign], missing: list[str]
) -> None:
    if not missing:
        check_all_sign("调解协议书", signers, wanted)
        return
    with pytest.raises(Invalid) as refused:
        check_all_sign("调解协议书", signers, wanted)
    assert (refused.value.code, refused.value.facts["missing"]) == ("signing.party_missing", missing)
