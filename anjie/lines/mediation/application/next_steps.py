"""What happens next in a case, in the words for the one who reads it: whose turn it is, and for what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from anjie.desk.public import Party
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.models import Statement
from anjie.lines.mediation.consent.queries import clear_answers
from anjie.services.signing.queries import waiting_cases

APPLICANT, RESPONDENT = Party.Part.APPLICANT, Party.Part.RESPONDENT
BOTH = frozenset({APPLICANT, RESPONDENT})


@dataclass(frozen=True, slots=True)
class Next:
    """What happens next, and who acts: ``您`` where it is the reader, blank where nobody needs to."""

    text: str
    who: str
    is_yours: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A state that waits for parties: for whom, and what is read by each of them, by who gave, by everybody else."""

    parts: frozenset[str]
    yours: str
    given: Next
    others: Next


NOT_HANDED_IN = Next("申请尚未提交。", "申请人")
AMENDING = Next("申请人正在修改申请。", "申请人")
ANSWERED = Next("您已答复，正在等待其他当事人答复。", "其他当事人")
NOTHING_TO_SIGN = Next("文书准备好会通知您签署；已签署的，正在等待其他人签署。", "调解员")
TURNS = {
    moves.DRAFT: Turn(frozenset({APPLICANT}), "请补充完整后提交。", NOT_HANDED_IN, NOT_HANDED_IN),
    moves.TO_AMEND: Turn(frozenset({APPLICANT}), "请按备注修改后重新提交。", AMENDING, AMENDING),
    moves.AWAITING_RESPONDENT: Turn(
        frozenset({RESPONDENT}),
        "请补充您的情况和意见。",
        Next("您已补充，正在等待其他被申请人补充。", "其他被申请人"),
        Next("正在等待被申请人补充情况和意见。", "被申请人"),
    ),
    moves.CONSENTING: Turn(BOTH, "请答复是否愿意调解。", ANSWERED, ANSWERED),
    moves.SIGNING: Turn(BOTH, "请查看并签署文书。", NOTHING_TO_SIGN, NOTHING_TO_SIGN),
}
"""Where a case waits for its parties."""

STAFF_ACTS = {
    moves.SUBMITTED: Next("工作人员正在审核，一般 3 个工作日内答复。", "审核人员"),
    moves.SECOND_REVIEW: Next("补充的情况已收到，工作人员正在复审。", "审核人员"),
    moves.AWAITING_FILING: Next("各方都愿意调解，正在办理立案。", "调解机构"),
    moves.AWAITING_MEDIATOR: Next("已立案，正在分配调解员。", "调解机构"),
    moves.MEDIATING: Next("调解员会与您联系，请留意通知。", "调解员"),
    moves.CLOSING: Next("调解员已申请结案，正在审批。", "调解机构"),
    moves.CLOSED: Next("调解已结束。", ""),
    moves.FIRST_REVIEW: Next("案卷正在归档。", ""),
    moves.FINAL_REVIEW: Next("案卷正在归档。", ""),
    moves.ARCHIVED: Next("案卷已归档。", ""),
    moves.HISTORICAL: Next("调解已结束，案卷在调解机构。", ""),
    moves.REFUSED: Next("申请未被受理。", ""),
    moves.DECLINED: Next("有当事人不愿调解，申请已结束。您仍可向人民法院起诉。", ""),
    moves.WITHDRAWN: Next("申请已撤回。", ""),
}
"""Where staff act or nobody has to."""


def next_step(state: str, part: str, *, gave: bool) -> Next:
    """What a party in this part reads; ``gave`` says that what the state asks of parties is not asked of him (any more)."""
    turn = TURNS.get(state)
    if turn is None:
        return STAFF_ACTS[state]
    if part not in turn.parts:
        return turn.others
    return turn.given if gave else Next(turn.yours, "您", is_yours=True)


def who_gave(parties: Collection[Party], account_id: int) -> set[int]:
    """Those of the account's parties (their cases read) that have nothing to give in the state their case is in."""
    by_state: dict[str, list[Party]] = {}
    for one in parties:
        by_state.setdefault(one.case.state, []).append(one)
    ids = {state: {one.pk for one in those} for state, those in by_state.items()}
    stated = Statement.objects.filter(party_id__in=ids.get(moves.AWAITING_RESPONDENT, ()))
    to_sign = waiting_cases(account_id) if moves.SIGNING in ids else set()
    return (
        set(stated.values_list("party_id", flat=True))
        | set(clear_answers(ids.get(moves.CONSENTING, ())))
        | {one.pk for one in by_state.get(moves.SIGNING, []) if one.case_id not in to_sign}
    )
