"""What mediation puts on the case page: the dispute's facts and its tabs."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.desk.public import (
    Case,
    CasePage,
    DeskDeed,
    Facts,
    HeadWords,
    Tab,
    fact,
    present,
    register_case_page,
)
from anjie.foundation import clock
from anjie.lines.mediation.application.answers import open_answer
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.queries import clock_row, standing
from anjie.lines.mediation.deeds import ArchiveDeed, LibraryDeed, SessionDeed
from anjie.services.papers.deeds import PaperDeed

TABS = (
    Tab("application", "申请", DeskDeed.CASES_SEE),
    Tab("consent", "意愿", DeskDeed.CASES_SEE),
    Tab("mediators", "调解员", DeskDeed.CASES_SEE),
    Tab("records", "记录", SessionDeed.RECORDS_SEE),
    Tab("sessions", "场次", DeskDeed.CASES_SEE),
    Tab("rooms", "沟通", SessionDeed.MEDIATE),
    Tab("offers", "方案", SessionDeed.MEDIATE),
    Tab("extension", "延期", SessionDeed.RECORDS_SEE),
    Tab("closing", "结案与文书", PaperDeed.SEE),
    Tab("archive", "归档", ArchiveDeed.SEE),
    Tab("files", "文件", DeskDeed.CASES_SEE),
    Tab("alike", "相似案例", LibraryDeed.SEE),
)
WORDS = HeadWords(
    amount="涉及金额", settled="", balance="", category="类别",
    term="调解期限", due_today="今天到期", holder="调解员", helpers="共同调解", clerk="分配人", shared="同一当事人",
)  # fmt: skip


def facts_of(actor: Actor, case: Case) -> Facts:
    """The dispute's facts: what it is about, who decides it by when."""
    dispute = Dispute.objects.select_related("kind", "institution", "form").filter(case=case).first()
    if dispute is None:
        return Facts()
    submitted = clock.local(dispute.submitted_at).date() if dispute.submitted_at else None
    accepted = clock.local(dispute.accepted_at).date() if dispute.accepted_at else None
    return Facts(
        present(
            fact("kind", "纠纷类别", dispute.kind.label),
            fact("role", "申请人类型", dispute.get_role_display()),
            fact("source", "来源", dispute.get_source_display()),
            fact("institution", "调解机构", dispute.institution.name),
            fact("happened_on", "发生时间", dispute.happened_on),
            fact("submitted_on", "提交日期", submitted),
            fact("accepted_on", "立案日期", accepted),
            fact("mediator_due_on", "调解员分配期限", None if case.holder_id else dispute.mediator_due_on),
            fact("outcome", "结果", dispute.get_outcome_display() if dispute.outcome else None),
            fact("court_until", "司法确认期限", _court_clock(case)),
        ),
        present(
            fact("claim", "诉求", dispute.claim), fact("form", "表单版本", f"第 {dispute.form.version} 版")
        ),
    )


def _court_clock(case: Case) -> str | None:
    """How long a court may still be asked to confirm the agreement, or when it was."""
    clock_now = clock_row(standing(case.pk))
    if clock_now is None:
        return None
    if clock_now["filed_on"]:
        return f"已于 {clock_now['filed_on']} 申请"
    left = clock_now["days_left"]
    return f"{clock_now['until']}，{f'剩 {left} 天' if left >= 0 else f'已过 {-left} 天'}"


register_case_page("mediation", CasePage(facts=facts_of, tabs=TABS, open_sealed=open_answer, words=WORDS))
