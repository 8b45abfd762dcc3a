"""Every legal move of a dispute: read top to bottom, this is the line's life."""

from __future__ import annotations

from anjie.access.deeds import PartyDeed
from anjie.desk.public import Move, State
from anjie.lines.mediation.deeds import ApplicationDeed, ArchiveDeed, ClosingDeed, FilingDeed, ReviewDeed
from anjie.lines.mediation.guards import (
    both_willing,
    by_assigner,
    file_complete,
    lead_has_taken_it,
    mediator_named,
    meeting_booked,
    nothing_signed,
    papers_signed,
    respondent_can_be_asked,
)

DRAFT, SUBMITTED, AWAITING_RESPONDENT, SECOND_REVIEW = (
    "draft",
    "submitted",
    "awaiting_respondent",
    "second_review",
)
TO_AMEND, CONSENTING, AWAITING_FILING = "to_amend", "consenting", "awaiting_filing"
AWAITING_MEDIATOR, MEDIATING, CLOSING, SIGNING = "awaiting_mediator", "mediating", "closing", "signing"
CLOSED, FIRST_REVIEW, FINAL_REVIEW, ARCHIVED = "closed", "first_review", "final_review", "archived"
REFUSED, DECLINED, WITHDRAWN = "refused", "declined", "withdrawn"
HISTORICAL = "historical"
GOING_ON = (MEDIATING, CLOSING, SIGNING)
ENDED = (CLOSED, FIRST_REVIEW, FINAL_REVIEW, ARCHIVED, HISTORICAL)
"""From the signed papers on: the mediation has its outcome, whatever the archive still asks for; those of earlier years too."""
REMARKS = ("remarks",)

STATES = (
    State(DRAFT, "草稿", "wait"),
    State(SUBMITTED, "待审核", "live"),
    State(AWAITING_RESPONDENT, "待对方补充", "wait"),
    State(SECOND_REVIEW, "待复审", "live"),
    State(TO_AMEND, "待修改", "warn"),
    State(CONSENTING, "确认意愿", "live"),
    State(AWAITING_FILING, "待立案", "live"),
    State(AWAITING_MEDIATOR, "待分配", "live"),
    State(MEDIATING, "调解中", "live"),
    State(CLOSING, "待审批结案", "live"),
    State(SIGNING, "待签署", "wait"),
    State(CLOSED, "已结案", "done", has_term=False),
    State(FIRST_REVIEW, "归档初审", "live", has_term=False),
    State(FINAL_REVIEW, "归档终审", "live", has_term=False),
    State(ARCHIVED, "已归档", "done", is_open=False, is_sealed=True),
    State(REFUSED, "不予受理", "stop", is_open=False),
    State(DECLINED, "不愿调解", "stop", is_open=False),
    State(WITHDRAWN, "已撤回", "stop", is_open=False),
    State(HISTORICAL, "历史案件", "done", is_open=False, is_sealed=True),
)

MOVES = (
    Move("application.submit", "提交申请", (DRAFT, TO_AMEND), SUBMITTED, PartyDeed.APPLY, "none", automatic=True,
         also=(ApplicationDeed.ENTER,), triggers="锁定申请内容，通知审核人员"),
    Move("application.withdraw", "撤回申请", (DRAFT, SUBMITTED, AWAITING_RESPONDENT, SECOND_REVIEW, TO_AMEND,
         CONSENTING, AWAITING_FILING), WITHDRAWN, PartyDeed.APPLY, "required", automatic=True,
         also=(ApplicationDeed.WITHDRAW,), triggers="通知审核人员"),
    Move("review.approve", "审核通过", (SUBMITTED, SECOND_REVIEW), CONSENTING, ReviewDeed.DECIDE, "optional",
         guards=(respondent_can_be_asked,), takes=REMARKS, tone="primary", triggers="通知双方，开始确认调解意愿"),
    Move("review.ask_respondent", "请对方补充", (SUBMITTED,), AWAITING_RESPONDENT, ReviewDeed.DECIDE, "optional",
         guards=(respondent_can_be_asked,), takes=REMARKS, bulk=False, triggers="案件出现在对方手机号的账号中"),
    Move("review.send_back", "退回修改", (SUBMITTED, SECOND_REVIEW), TO_AMEND, ReviewDeed.DECIDE, "required",
         takes=REMARKS, bulk=False, tone="warning", triggers="逐项备注，通知申请人修改"),
    Move("review.refuse", "不予受理", (SUBMITTED, SECOND_REVIEW), REFUSED, ReviewDeed.DECIDE, "required",
         takes=REMARKS, tone="danger", triggers="通知申请人"),
    Move("respondent.answer", "对方已答复", (AWAITING_RESPONDENT,), SECOND_REVIEW, PartyDeed.TAKE_PART, "none",
         automatic=True, also=(ApplicationDeed.ENTER,), triggers="进入复审"),
    Move("respondent.silent", "对方未补充，转复审", (AWAITING_RESPONDENT,), SECOND_REVIEW, ReviewDeed.DECIDE,
         "required", bulk=False, triggers="记明对方没有答复"),
    Move("consent.confirm", "双方愿意调解", (CONSENTING,), AWAITING_FILING, ReviewDeed.CONSENT, "none",
         guards=(both_willing,), automatic=True, also=(PartyDeed.TAKE_PART,), triggers="双方都愿意时自动进入待立案"),
    Move("consent.decline", "不愿调解", (CONSENTING,), DECLINED, ReviewDeed.CONSENT, "required", tone="danger",
         bulk=False, triggers="通知申请人，申请结束"),
    Move("filing.accept", "立案", (AWAITING_FILING,), AWAITING_MEDIATOR, FilingDeed.DECIDE, "optional",
         tone="primary", triggers="开始计算调解期限，通知双方"),
    Move("filing.refuse", "不予立案", (AWAITING_FILING,), REFUSED, FilingDeed.DECIDE, "required", tone="danger",
         triggers="通知双方"),
    Move("mediator.assign", "分配调解员", (AWAITING_MEDIATOR,), MEDIATING, FilingDeed.ASSIGN, "optional",
         guards=(mediator_named,), needs=("mediators",), bulk=False, automatic=True, triggers="通知调解员和双方"),
    Move("closing.request", "申请结案", (MEDIATING,), CLOSING, ClosingDeed.REQUEST, "optional",
         guards=(lead_has_taken_it, meeting_booked), needs=("outcome",), bulk=False, automatic=True, triggers="通知审批人员"),
    Move("closing.approve", "同意结案", (CLOSING,), SIGNING, ClosingDeed.DECIDE, "optional", tone="primary",
         bulk=False, automatic=True, triggers="生成文书，送双方签署"),
    Move("closing.send_back", "退回继续调解", (CLOSING, SIGNING), MEDIATING, ClosingDeed.DECIDE, "required",
         guards=(nothing_signed,), tone="warning", bulk=False, automatic=True, triggers="通知调解员"),
    Move("signing.complete", "签署完成", (SIGNING,), CLOSED, ClosingDeed.REQUEST, "optional",
         guards=(papers_signed,), tone="primary", bulk=False, automatic=True,
         triggers="通知双方评价，开始司法确认期限"),
    Move("archive.submit", "提交归档", (CLOSED,), FIRST_REVIEW, ArchiveDeed.SUBMIT, "optional",
         guards=(file_complete,), tone="primary", bulk=False, triggers="送分配人员初审"),
    Move("archive.pass", "初审通过", (FIRST_REVIEW,), FINAL_REVIEW, ArchiveDeed.FIRST, "optional", tone="primary",
         guards=(by_assigner, file_complete), takes=REMARKS, triggers="送档案管理员终审"),
    Move("archive.accept", "终审归档", (FINAL_REVIEW,), ARCHIVED, ArchiveDeed.FINAL, "optional", tone="primary",
         guards=(file_complete,), takes=REMARKS, bulk=False, triggers="案卷只读，生成案卷目录与校验值"),
    Move("archive.send_back", "退回补充", (FIRST_REVIEW,), CLOSED, ArchiveDeed.FIRST, "required", tone="warning",
         guards=(by_assigner,), takes=REMARKS, bulk=False, triggers="通知调解员按备注补充"),
    Move("archive.reject", "终审退回", (FINAL_REVIEW,), CLOSED, ArchiveDeed.FINAL, "required", tone="warning",
         takes=REMARKS, bulk=False, triggers="通知调解员按备注补充"),
)  # fmt: skip
