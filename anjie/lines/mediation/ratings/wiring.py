"""Asks both sides for a rating when their mediation ended well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Party, accounts_of, line_of, on
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.rules import WITH_AGREEMENT
from anjie.lines.mediation.ratings.rules import until
from anjie.services.notices.actions import tell
from anjie.services.notices.templates import Template, declare

ASKED = "mediation.rate"

# No short message: the one on closing has just gone out, and nobody pays for a second.
declare(
    Template(
        ASKED,
        "请评价调解员",
        "请评价本次调解",
        "{no} 已结案。请在 {until} 前为调解员评价，约需一分钟。",
        wechat=(("thing1", "kind"), ("thing2", "state"), ("time3", "until")),
        page="party/rating?id={case_id}",
        stale_after="until",
    )
)


def ask_for_ratings(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Tell both sides of each case that ended with an agreement, once for the case."""
    found = Dispute.objects.filter(case_id__in=case_ids, outcome__in=WITH_AGREEMENT)
    for dispute in found.select_related("case", "kind"):
        case = dispute.case
        told = {
            "no": case.no,
            "case_id": case.pk,
            "kind": dispute.kind.label,
            "state": line_of(case.line).label_of(case.state),
            "until": until(clock.today()),
        }
        sides = accounts_of(case.pk, Party.Part.APPLICANT, Party.Part.RESPONDENT)
        tell(actor, sides, ASKED, told, key=f"{ASKED}:{case.pk}", case_id=case.pk)


def register() -> None:
    """Hear that a case was closed."""
    on("signing.complete", ask_for_ratings)
