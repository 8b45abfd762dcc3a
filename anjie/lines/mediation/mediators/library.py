"""The mediator library: who there is, what each is good at, how much each carries now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count

from anjie.access import accounts, trail
from anjie.access.actors import Actor
from anjie.access.models import Account, Membership, Organisation, Role
from anjie.access.organisations import block_deletion
from anjie.desk.public import DeskDeed, case_for, on
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.mediation.application.kinds import ship_kinds
from anjie.lines.mediation.application.models import DisputeKind
from anjie.lines.mediation.deeds import FilingDeed
from anjie.lines.mediation.mediators.actions import collected_by, keep_outcomes
from anjie.lines.mediation.mediators.counting import Tally, held, tallies
from anjie.lines.mediation.mediators.models import Appointment, Mediator
from anjie.lines.mediation.mediators.reach import mediators_for
from anjie.lines.mediation.ratings.models import Rating

ROLE = "mediator"
SORTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "": lambda one: (one["going_on"], one["total"]),
    "-going_on": lambda one: (-one["going_on"], -one["total"]),
    "-total": lambda one: -one["total"],
    "total": lambda one: one["total"],
    "-succeeded": lambda one: -one["succeeded"],
    "succeeded": lambda one: one["succeeded"],
    "-rating": lambda one: (one["rating"] is None, -(one["rating"] or 0), -one["rated"]),
    "rating": lambda one: (one["rating"] is None, one["rating"] or 0, one["rated"]),
}
"""How the library may be sorted, those alike by name; by load first, which is what is asked when a case is given."""
_FACTS = ("profession", "specialties", "appointed_on", "joined_on", "state", "note")


def library(
    actor: Actor,
    *,
    q: str = "",
    kind: str = "",
    state: str = "",
    case_id: int | None = None,
    sort: str = "",
) -> dict[str, Any]:
    """The library sorted by load, the least loaded first; for a case, with what stands against each."""
    found = mediators_for(actor)
    if q.strip():
        found = found.filter(membership__account__name__icontains=q.strip())
    if kind:
        found = found.filter(specialties__contains=[kind])
    if state:
        found = found.filter(state=state)
    there = list(found.order_by("membership__account__name", "pk"))
    keys = [one.pk for one in there]
    counted = tallies(Appointment.objects.filter(held(), mediator_id__in=keys))
    rated = {
        key: (mean, many)
        for key, mean, many in Rating.objects.filter(mediator_id__in=keys)
        .order_by()
        .values_list("mediator_id")
        .annotate(mean=Avg("stars"), many=Count("id"))
    }
    labels = dict(DisputeKind.objects.values_list("code", "label"))
    rows = [row(one, labels, counted.get(one.pk, Tally()), *rated.get(one.pk, (None, 0))) for one in there]
    rows.sort(key=SORTS.get(sort, SORTS[""]))
    case = case_for(actor, FilingDeed.ASSIGN, case_id) if case_id else None
    if case is not None:
        against = collected_by(case, [one["account_id"] for one in rows])
        for one in rows:
            one["against"] = against.get(one["account_id"], [])
            one["fits"] = case.category in one["specialty_labels"]
        rows.sort(
            key=lambda one: (bool(one["against"]), one["state"] != Mediator.State.ACTIVE, not one["fits"])
        )
    return {"rows": rows, "count": len(rows)}


def row(
    one: Mediator, labels: Mapping[str, str], tally: Tally, mean: Decimal | None, rated: int
) -> dict[str, Any]:
    """One mediator as the library shows him."""
    return {
        "id": one.pk,
        "account_id": one.membership.account_id,
        "name": one.membership.account.name,
        "mobile_mask": one.membership.account.mobile_mask,
        "institution_id": one.institution_id,
        "institution": one.institution.name,
        "profession": one.profession,
        "specialties": one.specialties,
        "specialty_labels": [labels.get(code, code) for code in one.specialties],
        "appointed_on": one.appointed_on,
        "joined_on": one.joined_on,
        "state": one.state,
        "state_label": one.get_state_display(),
        "note": one.note,
        "going_on": tally.going_on,
        "total": tally.total,
        "succeeded": tally.succeeded,
        "rating": None if mean is None else Decimal(mean).quantize(Decimal("0.1")),
        "rated": rated,
        "against": [],
        "fits": False,
    }


@transaction.atomic
def create(
    actor: Actor,
    *,
    username: str,
    name: str,
    mobile: str,
    institution_id: int,
    facts: Mapping[str, Any],
    account: Account | None = None,
) -> tuple[Mediator, str]:
    """Add a mediator with his account; returns him with the first password, blank where the account was there."""
    actor.require(FilingDeed.MEDIATORS_MANAGE)
    institution = Organisation.objects.filter(
        pk=institution_id, kind=Organisation.Kind.INSTITUTION, is_active=True
    ).first()
    if institution is None:
        raise NotFound("调解机构")
    role = Role.objects.get(code=ROLE)
    post = accounts.Post(role_id=role.pk, unit_id=institution.pk, reach=Membership.Reach.OWN)
    password = ""
    if account is None:
        account, password = accounts.create(
            actor, username=username, name=name, staff_no=username, mobile=mobile, kind="staff", posts=[post]
        )
    else:
        accounts.give_post(actor, account.pk, post)
    membership = account.memberships.get(role=role, unit=institution)
    mediator = Mediator(membership=membership, institution=institution)
    _write(mediator, facts)
    trail.record(actor, "mediator.created", mediator=mediator.pk, name=account.name)
    return mediator, password


def enlist(actor: Actor, *, account: Account | None, **told: Any) -> Mediator:
    """Add a mediator whose account is there already, or is made with a password that nobody is told: he signs in by code."""
    return create(actor, account=account, **told)[0]


@transaction.atomic
def change(actor: Actor, mediator_id: int, facts: Mapping[str, Any]) -> Mediator:
    """Change what is known of a mediator; what is left out stays."""
    actor.require(FilingDeed.MEDIATORS_MANAGE)
    mediator = mediators_for(actor).select_for_update(of=("self",)).filter(pk=mediator_id).first()
    if mediator is None:
        raise NotFound("调解员")
    _write(mediator, facts)
    trail.record(actor, "mediator.changed", mediator=mediator.pk, changed=sorted(facts))
    return mediator


def _hanging(organisation_id: int) -> str | None:
    count = Mediator.objects.filter(institution_id=organisation_id).count()
    return f"还有 {count} 名调解员" if count else None


def register() -> None:
    """An institution with mediators is not deleted, and closed cases are counted; called once at start-up."""
    block_deletion(_hanging)
    on("signing.complete", keep_outcomes)


def _write(mediator: Mediator, facts: Mapping[str, Any]) -> None:
    ship_kinds()
    unknown = set(facts.get("specialties") or ()) - set(DisputeKind.objects.values_list("code", flat=True))
    if unknown:
        raise Invalid("mediator.specialty", "擅长类型不正确。请在列表中选择。", unknown=sorted(unknown))
    for name in _FACTS:
        if name in facts:
            setattr(mediator, name, facts[name])
    mediator.save()


def appointments(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """Who mediates or mediated the case, the lead first."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    rows = Appointment.objects.filter(case=case).select_related(
        "mediator__membership__account", "mediator__institution"
    )
    return [
        {
            "id": one.pk,
            "mediator_id": one.mediator_id,
            "name": one.mediator.membership.account.name,
            "institution": one.mediator.institution.name,
            "is_lead": one.is_lead,
            "state": one.state,
            "state_label": one.get_state_display(),
            "due_on": one.due_on,
            "conflict": one.conflict,
            "why": one.why,
            "asked_at": one.asked_at,
            "answered_at": one.answered_at,
            "ended_at": one.ended_at,
            "is_mine": one.mediator_id == actor.membership_id,
        }
        for one in rows.order_by("ended_at", "-is_lead", "id")
    ]
