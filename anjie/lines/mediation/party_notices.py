"""What the parties of a dispute are told at each move, and the words: in the product, by WeChat, else by short message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, accounts_of, last_seq, line_of, on
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.services.notices.actions import tell
from anjie.services.notices.templates import Template, declare

APPLICANT, RESPONDENT = Party.Part.APPLICANT, Party.Part.RESPONDENT
BOTH = (APPLICANT, RESPONDENT)
PAGE = "party/case?id={case_id}"


def _template(code: str, label: str, title: str, text: str) -> Template:
    return Template(
        code,
        label,
        title,
        text,
        wechat=(("thing1", "kind"), ("thing2", "state"), ("time3", "at")),
        page=PAGE,
        sms="parties",
        sms_params=("no", "state"),
    )


declare(
    _template("mediation.sent_back", "申请被退回", "申请需要修改", "{no} 的申请需要修改：{reason}"),
    _template("mediation.refused", "申请不予受理", "申请未被受理", "{no} 的申请未被受理：{reason}"),
    _template(
        "mediation.invited", "请对方补充", "有调解案件请您补充", "{no} {kind}纠纷：请补充情况和您的意见。"
    ),
    _template(
        "mediation.asking",
        "已请对方补充",
        "已请对方补充情况",
        "{no} {kind}纠纷的申请已通过初审，正在请对方补充情况和意见。",
    ),
    _template(
        "mediation.consent_asked", "征求意愿", "请确认是否愿意调解", "{no} 审核通过，请确认您是否愿意调解。"
    ),
    _template("mediation.declined", "一方不愿调解", "调解申请已结束", "{no} 因一方不愿调解已结束：{reason}"),
    _template("mediation.filed", "已立案", "调解申请已立案", "{no} 已立案，正在分配调解员。"),
    _template(
        "mediation.assigned", "已分配调解员", "调解员已确定", "{no} 已分配调解员，请留意调解员的联系。"
    ),
    _template("mediation.closing", "申请结案", "调解员已申请结案", "{no} 的调解员已申请结案，正在审批。"),
    _template("mediation.reopened", "继续调解", "案件继续调解", "{no} 的结案申请未获同意，将继续调解。"),
    _template(
        "mediation.signing", "待签署", "请查看并签署文书", "{no} 已同意结案，请留意签署通知，查看并签署文书。"
    ),
    _template("mediation.closed", "已结案", "调解已结案", "{no} 已结案。文书可在案件中下载。"),
    _template("mediation.archived", "已归档", "案件已归档", "{no} 的案卷已归档，文书仍可查看和下载。"),
    _template("mediation.withdrawn", "申请撤回", "调解申请已撤回", "{no} 的申请已由申请人撤回。"),
)
TOLD: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("review.send_back", "mediation.sent_back", (APPLICANT,)),
    ("review.refuse", "mediation.refused", (APPLICANT,)),
    ("review.ask_respondent", "mediation.invited", (RESPONDENT,)),
    ("review.ask_respondent", "mediation.asking", (APPLICANT,)),
    ("review.approve", "mediation.consent_asked", BOTH),
    ("consent.decline", "mediation.declined", BOTH),
    ("filing.accept", "mediation.filed", BOTH),
    ("filing.refuse", "mediation.refused", BOTH),
    ("mediator.assign", "mediation.assigned", BOTH),
    ("application.withdraw", "mediation.withdrawn", BOTH),
    ("closing.request", "mediation.closing", BOTH),
    ("closing.send_back", "mediation.reopened", BOTH),
    ("closing.approve", "mediation.signing", BOTH),
    ("signing.complete", "mediation.closed", BOTH),
    ("archive.accept", "mediation.archived", BOTH),
)
"""Which move tells which sides what."""


def _hears(template: str, parts: tuple[str, ...]) -> Callable[[Actor, list[int], Mapping[str, Any]], None]:
    def heard(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
        reason = str(facts.get("reason") or "")
        for dispute in Dispute.objects.filter(case_id__in=case_ids).select_related("case", "kind"):
            _tell(actor, dispute.case, template, parts, dispute.kind.label, reason)

    return heard


def _tell(actor: Actor, case: Case, template: str, parts: tuple[str, ...], kind: str, reason: str) -> None:
    state = line_of(case.line).label_of(case.state)
    facts = {
        "no": case.no,
        "case_id": case.pk,
        "kind": kind,
        "reason": reason,
        "state": state,
        "at": clock.now(),
    }
    tell(
        actor,
        accounts_of(case.pk, *parts),
        template,
        facts,
        key=f"{template}:{case.pk}:{last_seq(case.pk)}",
        case_id=case.pk,
    )


def register() -> None:
    """Hear every move that the parties are told of; after the chapters that act on it."""
    for code, template, parts in TOLD:
        on(code, _hears(template, parts))
