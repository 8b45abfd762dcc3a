"""How an institution asks for consent: whether the robot calls, how far apart, and what one unwilling side means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.mediation.application.kinds import institutions
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent.models import ConsentPolicy
from anjie.lines.mediation.consent.robot_rules import LEAST_SPACING, MOST_SPACING, SPACING_HOURS
from anjie.lines.mediation.deeds import ReviewDeed

Unwilling = ConsentPolicy.Unwilling


@dataclass(frozen=True)
class Policy:
    """What holds for one institution."""

    robot_asks: bool = True
    spacing: timedelta = timedelta(hours=SPACING_HOURS)
    closes: bool = False


def policy_of(case_id: int) -> Policy:
    """What holds for a case: its institution's, else the defaults."""
    institution = Dispute.objects.filter(case_id=case_id).values_list("institution_id", flat=True)
    held = ConsentPolicy.objects.filter(institution_id__in=institution).first()
    if held is None:
        return Policy()
    spacing = timedelta(hours=held.spacing_hours)
    return Policy(held.robot_asks, spacing, held.unwilling == Unwilling.CLOSE)


def policies(actor: Actor) -> list[dict[str, Any]]:
    """Every institution within reach with what holds there."""
    actor.require(ReviewDeed.CONSENT_SETTINGS)
    held = {row.institution_id: row for row in ConsentPolicy.objects.select_related("by__account")}
    return [policy_row(one, held.get(one.pk)) for one in _within(actor)]


@transaction.atomic
def save_policy(
    actor: Actor, institution_id: int, *, robot_asks: bool, spacing_hours: int, unwilling: str
) -> dict[str, Any]:
    """Set how an institution asks; calls already planned keep their time."""
    actor.require(ReviewDeed.CONSENT_SETTINGS)
    institution = next((one for one in _within(actor) if one.pk == institution_id), None)
    if institution is None:
        raise NotFound("调解机构")
    if not LEAST_SPACING <= spacing_hours <= MOST_SPACING:
        raise Invalid(
            "consent.spacing",
            f"两次外呼的间隔应为 {LEAST_SPACING} 到 {MOST_SPACING} 小时，本次为 {spacing_hours} 小时。请更正后保存。",
        )
    if unwilling not in Unwilling.values:
        raise Invalid("consent.unwilling_unknown", "“一方不愿”的处理方式不正确。请在列表中选择。")
    row, _ = ConsentPolicy.objects.update_or_create(
        institution=institution,
        defaults={
            "robot_asks": robot_asks,
            "spacing_hours": spacing_hours,
            "unwilling": unwilling,
            "changed_at": clock.now(),
            "by_id": actor.membership_id,
        },
    )
    trail.record(
        actor, "consent.settings_changed",
        institution=institution.name, robot="开启" if robot_asks else "停用", hours=spacing_hours,
        unwilling=Unwilling(unwilling).label,
    )  # fmt: skip
    return policy_row(institution, row)


def policy_row(institution: Organisation, held: ConsentPolicy | None) -> dict[str, Any]:
    """One institution's settings; the defaults while nobody set any."""
    unwilling = Unwilling(held.unwilling) if held else Unwilling.PERSON
    return {
        "institution_id": institution.pk,
        "name": institution.name,
        "robot_asks": held.robot_asks if held else True,
        "spacing_hours": held.spacing_hours if held else SPACING_HOURS,
        "unwilling": unwilling.value,
        "unwilling_label": unwilling.label,
        "changed_at": held.changed_at if held else None,
        "by": held.by.account.name if held and held.by else "",
    }


def _within(actor: Actor) -> list[Organisation]:
    units = actor.unit_ids
    return [one for one in institutions() if units is None or one.pk in units]
