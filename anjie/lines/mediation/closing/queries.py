"""What was agreed and how far a closing is: the case's tab, the papers' facts, and whoever follows the instalments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, case_for, parties_of
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.models import AgreedTerm, Closing
from anjie.lines.mediation.closing.rules import (
    WITH_AGREEMENT,
    Agreement,
    Found,
    Term,
    check,
    matter_of,
)
from anjie.lines.mediation.deeds import ClosingDeed
from anjie.lines.mediation.sides import called, is_identified, sides_of
from anjie.services.bookings.queries import booked_for
from anjie.services.papers import signing_by_hand
from anjie.services.papers.models import Paper, Template
from anjie.services.papers.queries import papers_of

State = Closing.State
SIGNED = Paper.State.SIGNED


def standing(case_id: int) -> Closing | None:
    """The case's closing as it stands: asked for or approved."""
    found = Closing.objects.filter(case_id=case_id).exclude(state=State.SENT_BACK)
    return found.select_related("case").first()


def latest(case_id: int) -> Closing | None:
    """The last closing that was asked for, one that was sent back too."""
    return standing(case_id) or Closing.objects.filter(case_id=case_id).first()


def terms_of(closing: Closing | None) -> list[AgreedTerm]:
    """What was agreed, in its order, with the names of who performs."""
    if closing is None:
        return []
    return list(closing.terms.select_related("payer__person", "payee__person"))


def instalments_of(case_id: int) -> list[AgreedTerm]:
    """The payments of a case's approved agreement, the earliest first."""
    closing = standing(case_id)
    if closing is None or closing.state != State.APPROVED or closing.outcome not in WITH_AGREEMENT:
        return []
    paid = [one for one in terms_of(closing) if one.kind == AgreedTerm.Kind.PAY and one.due_on]
    return sorted(paid, key=lambda one: (one.due_on, one.position))


def agreement_of(case: Case, closing: Closing, terms: Iterable[AgreedTerm]) -> Agreement:
    """What the checker looks at."""
    dispute = Dispute.objects.select_related("kind").filter(case=case).first()
    if dispute is None:
        raise NotFound("调解案件")
    return Agreement(
        outcome=closing.outcome,
        terms=[
            Term(
                one.kind,
                one.payer.person.name if one.payer else "",
                one.payee.person.name if one.payee else "",
                one.amount,
                one.due_on,
                one.text,
            )
            for one in terms
        ],
        today=clock.today(),
        amount=closing.amount,
        note=closing.note,
        performance=closing.performance,
        court=closing.court,
        kind_label=dispute.kind.label,
        may_confirm=dispute.kind.may_confirm,
        may_e_sign=dispute.kind.may_e_sign,
        unidentified=[called(one) for one in sides_of(case.pk) if not is_identified(one)],
    )


def findings_of(case: Case) -> list[Found]:
    """What the checker finds on the case's closing as it stands now."""
    closing = standing(case.pk)
    return check(agreement_of(case, closing, terms_of(closing))) if closing else []


def matter(case: Case) -> str:
    """The matter for which the law wants the case's papers on paper, or nothing."""
    dispute = Dispute.objects.select_related("kind").filter(case=case).first()
    if dispute is None:
        return ""
    closing = standing(case.pk)
    words = "\n".join([closing.note, *(one.text for one in closing.terms.all())]) if closing else ""
    return matter_of(words, may_e_sign=dispute.kind.may_e_sign)


def unsigned(case_id: int, outcome: str) -> list[str]:
    """The names of the papers this outcome needs that are not signed (or, where nobody signs them, not final)."""
    by_template: dict[int, Paper] = {}
    for paper in papers_of(case_id):
        by_template.setdefault(paper.version.template_id, paper)
    open_ones = []
    for template in Template.objects.filter(line="mediation", is_active=True, outcomes__contains=[outcome]):
        made = by_template.get(template.pk)
        done = (SIGNED,) if template.is_signed else (SIGNED, Paper.State.FINAL)
        if made is None or made.state not in done:
            open_ones.append(f"{template.name}（{_stands(made)}）")
    return open_ones


def _stands(paper: Paper | None) -> str:
    """How far a paper has come; of one that some have signed by hand, for whom it waits."""
    if paper is None:
        return "未制作"
    waits = [one.name for one in signing_by_hand.waited_for(paper)]
    return paper.get_state_display() + (f"，待{'、'.join(waits)}签署" if waits else "")


def page(actor: Actor, case_id: int) -> dict[str, Any]:
    """The closing tab: how it stands, what was agreed, what was found, what may be done now."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    if not Dispute.objects.filter(case=case).exists():
        raise NotFound("案件")
    closing = latest(case.pk)
    now = standing(case.pk)
    mediates = case.state == "mediating" and actor.may(ClosingDeed.REQUEST)
    booked = booked_for(case.pk)
    return {
        "case_id": case.pk,
        "state": case.state,
        "closing": row(closing) if closing else None,
        "history": [
            row(one) for one in Closing.objects.filter(case=case) if closing is None or one.pk != closing.pk
        ],
        "findings": [asdict(one) for one in findings_of(case)],
        "unsigned": unsigned(case.pk, now.outcome) if now and case.state == "signing" else [],
        "bookings": [
            {"from_at": one.from_at, "place": one.room.name if one.room else "线上调解"} for one in booked
        ],
        "parties": [
            {"id": one.pk, "part_label": one.get_part_display(), "name": one.person.name}
            for one in parties_of(case.pk)
        ],
        "clock": clock_row(now),
        "may_request": mediates,
        "may_decide": case.state == "closing" and actor.may(ClosingDeed.DECIDE),
        "may_reopen": case.state == "signing" and actor.may(ClosingDeed.DECIDE),
        "may_complete": case.state == "signing" and actor.may(ClosingDeed.REQUEST),
        "may_file": bool(now and now.court_until and not now.filed_on)
        and case.state not in ("archived",)
        and actor.may(ClosingDeed.REQUEST),
    }


def clock_row(closing: Closing | None) -> dict[str, Any] | None:
    """The clock of judicial confirmation: since when, until when, how many days are left, what stopped it."""
    if closing is None or closing.court_until is None:
        return None
    return {
        "effective_on": closing.effective_on,
        "until": closing.court_until,
        "days_left": None if closing.filed_on else (closing.court_until - clock.today()).days,
        "filed_on": closing.filed_on,
        "court": closing.court,
        "court_no": closing.court_no,
    }


def row(closing: Closing) -> dict[str, Any]:
    """One closing as pages show it."""
    return {
        "id": closing.pk,
        "outcome": closing.outcome,
        "outcome_label": closing.get_outcome_display(),
        "note": closing.note,
        "points": closing.points,
        "performance": closing.performance,
        "amount": closing.amount,
        "court": closing.court,
        "state": closing.state,
        "state_label": closing.get_state_display(),
        "by": closing.by.account.name if closing.by else "",
        "asked_at": closing.asked_at,
        "decided_by": closing.decided_by.account.name if closing.decided_by else "",
        "decided_at": closing.decided_at,
        "why": closing.why,
        "terms": [term_row(one) for one in terms_of(closing)],
    }


def term_row(term: AgreedTerm) -> dict[str, Any]:
    """One thing agreed."""
    return {
        "kind": term.kind,
        "kind_label": term.get_kind_display(),
        "payer_id": term.payer_id,
        "payer": term.payer.person.name if term.payer else "",
        "payee_id": term.payee_id,
        "payee": term.payee.person.name if term.payee else "",
        "amount": term.amount,
        "due_on": term.due_on,
        "text": term.text,
    }


def told(terms: Sequence[AgreedTerm]) -> str:
    """What was agreed, as numbered sentences."""
    return "\n".join(f"{place}. {_sentence(one)}" for place, one in enumerate(terms, start=1))


def _sentence(term: AgreedTerm) -> str:
    payer = term.payer.person.name if term.payer else ""
    by = f"于 {term.due_on.year}年{term.due_on.month}月{term.due_on.day}日前" if term.due_on else ""
    if term.kind == AgreedTerm.Kind.PAY:
        payee = term.payee.person.name if term.payee else ""
        amount = f"{term.amount:,.2f}" if term.amount is not None else ""
        more = f"（{term.text}）" if term.text else ""
        return f"{payer}{by}向{payee}支付人民币 {amount} 元{more}。"
    return f"{payer}{by}{term.text.rstrip('。')}。"
