"""What the parties are told when one of them comes in or leaves."""

from __future__ import annotations

from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, accounts_of, last_seq, line_of
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.sides import SIDES, called
from anjie.services.notices.actions import tell
from anjie.services.notices.templates import Template, declare

LET_GO, LEFT = "mediation.let_go", "mediation.party_left"
WECHAT = (("thing1", "kind"), ("thing2", "state"), ("time3", "at"))

declare(
    Template(
        LET_GO,
        "退出调解",
        "您不再参加本案调解",
        "{no} 的调解不再由您参加：{reason}。您的权利义务不受本案协议约束，如有疑问请联系{institution}。",
        wechat=WECHAT,
        page="party/cases",
        sms="parties",
        sms_params=("no", "state"),
    )
)
declare(
    Template(
        LEFT,
        "一名当事人退出",
        "有当事人退出调解",
        "{no} 的{whose}不再参加调解，案件由其他当事人继续。",
        wechat=WECHAT,
        page="party/case?id={case_id}",
    )
)


def leaves(actor: Actor, case: Case, party: Party, reason: str) -> None:
    """Tell him who leaves and why, and the others that he does."""
    facts = no_longer(actor, case, party, reason)
    others = [pk for pk in accounts_of(case.pk, *SIDES) if pk != party.account_id]
    state = line_of(case.line).label_of(case.state)
    key = f"{LEFT}:{_key(case, party)}"
    tell(actor, others, LEFT, facts | {"whose": called(party), "state": state}, key=key, case_id=case.pk)


def no_longer(actor: Actor, case: Case, party: Party, reason: str) -> dict[str, Any]:
    """Tell him alone that he takes no part any more and why; what he was told."""
    dispute = Dispute.objects.select_related("kind", "institution").get(case=case)
    facts = {
        "no": case.no,
        "case_id": case.pk,
        "kind": dispute.kind.label,
        "institution": dispute.institution.name,
        "state": "已退出调解",
        "reason": reason,
        "at": clock.now(),
    }
    own = [party.account_id] if party.account_id else []
    tell(actor, own, LET_GO, facts, key=f"{LET_GO}:{_key(case, party)}", case_id=case.pk)
    return facts


def _key(case: Case, party: Party) -> str:
    return f"{case.pk}:{party.pk}:{last_seq(case.pk)}"
