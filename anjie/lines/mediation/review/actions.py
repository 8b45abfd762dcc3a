"""What a reviewer's decision sets off: it is kept with its remarks, and the next to act are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, let_act, on
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.respondents import account_for, to_invite
from anjie.lines.mediation.review.models import Review

Decision = Review.Decision
DECISIONS = {
    "review.approve": Decision.APPROVED,
    "review.ask_respondent": Decision.ASKED,
    "review.send_back": Decision.SENT_BACK,
    "review.refuse": Decision.REFUSED,
}
MOST_REMARKS = 80
INVITING = ("review.approve", "review.ask_respondent")


def reviewed(code: str, actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Keep the decision with its remarks on single fields; from an invitation on the respondents may see the case."""
    now = clock.now()
    remarks = clean_remarks(facts.get("remarks") or {})
    for dispute in Dispute.objects.filter(case_id__in=case_ids).select_related("case"):
        Review.objects.create(
            case=dispute.case,
            decision=DECISIONS[code],
            is_second=dispute.answered_at is not None,
            note=str(facts.get("reason") or "")[:500],
            remarks=remarks,
            by_id=actor.membership_id,
            at=now,
        )
        if code in INVITING and dispute.invited_at is None:
            Dispute.objects.filter(pk=dispute.pk).update(invited_at=now)
        if code in INVITING:
            invite(dispute.case, code)
        telling.tell_reviewed(actor, dispute.case, code, str(facts.get("reason") or ""))


def invite(case: Case, code: str) -> None:
    """Let the accounts with the mobiles and names of those who are invited act for them; the others are written to."""
    known = [_let_account_act(case, party) for party in to_invite(case)]
    if not all(known):
        app.configure_task("mediation.invite").defer(case_id=case.pk, code=code)


def invite_one(case: Case, party: Party) -> None:
    """The same for a party who comes in after the others were invited."""
    if not _let_account_act(case, party):
        app.configure_task("mediation.invite").defer(case_id=case.pk, code=f"party.added:{party.pk}")


def _let_account_act(case: Case, party: Party) -> bool:
    account = None if party.account_id else account_for(case, party)
    if account is not None:
        let_act(account, party)
    return party.account_id is not None


def clean_remarks(given: Mapping[str, Any]) -> dict[str, str]:
    """Remarks by field code, blanks left out; too long or too many are refused."""
    if len(given) > MOST_REMARKS:
        raise Invalid("review.remarks_many", f"备注最多 {MOST_REMARKS} 项。请合并后提交。", count=len(given))
    remarks = {str(field)[:40]: text for field, raw in given.items() if (text := str(raw).strip())}
    if any(len(text) > 300 for text in remarks.values()):
        raise Invalid("review.remark_long", "单项备注最多 300 个字。请精简后提交。")
    return remarks


def register() -> None:
    """Hear the moves of a review."""
    for code in DECISIONS:
        on(code, _hears(code))


def _hears(code: str) -> Any:
    def heard(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
        reviewed(code, actor, case_ids, facts)

    return heard
