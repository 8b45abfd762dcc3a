"""A mediation institution and its own account: bound, they share one set of facts, kept on the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from django.db import transaction
from django.db.models import Q, QuerySet

from anjie.access import organisations, trail
from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.access.models import Account, EnterpriseFacts, Organisation
from anjie.access.organisations import FACTS
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.foundation.sealed import Field, sealer

MOST = 20
_OWN = ("credit_code", "legal_representative", "contact_name", "address")
"""What an enterprise tells of itself beside its name."""


def candidates(actor: Actor, q: str) -> list[dict[str, Any]]:
    """Enterprise accounts that may be bound, by name, user name or full mobile number, with what they tell of themselves."""
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    wanted = Q(name__icontains=q) | Q(username__icontains=q)
    if q.isdigit() and len(q) >= 7:
        wanted |= Q(mobile_index=sealer().index(q, Field.PHONE))
    found = _enterprises().filter(wanted, institution__isnull=True, is_active=True)
    return [_offered(one) for one in found.order_by("name", "id")[:MOST]]


@transaction.atomic
def bind(
    actor: Actor,
    organisation_id: int,
    account_id: int,
    *,
    keep: Literal["organisation", "account"],
    version: int,
) -> Organisation:
    """Bind an enterprise's account to its first-level institution; from then on both have the facts of the side kept.

    What that side leaves blank is taken from the other.
    """
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    row = organisations.locked(actor, organisation_id)
    organisations.refuse_stale(row, version)
    _refuse_unfit(row)
    account = _enterprises().select_for_update(of=("self",)).filter(pk=account_id, is_active=True).first()
    if account is None:
        raise NotFound("企业账号")
    if account.institution_id is not None:
        raise Refusal(
            "organisation.account_bound",
            f"账号 {account.username} 已绑定机构“{account.name}”。请先解除那边的绑定，或选择其他账号。",
        )
    told = _told(account)
    organisations.change(actor, row, _joined(row, told, keep))
    # The name and the tie are one write: the database lets neither stand without the other.
    Account.objects.filter(pk=account.pk).update(name=row.name, institution=row)
    EnterpriseFacts.objects.filter(account=account).delete()
    trail.record(
        actor, "organisation.bound", organisation=row.pk, name=row.name, account=account.pk, kept=keep
    )
    return row


@transaction.atomic
def unbind(actor: Actor, organisation_id: int) -> Organisation:
    """Undo a binding: each side keeps the facts as they are now, and from then on its own."""
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    row = organisations.locked(actor, organisation_id)
    account = Account.objects.select_for_update().filter(institution=row).first()
    if account is None:
        raise Refusal("organisation.not_bound", f"“{row.name}”没有绑定机构账号。请刷新后查看。")
    Account.objects.filter(pk=account.pk).update(institution=None)
    own = {name: getattr(row, name) for name in _OWN}
    EnterpriseFacts.objects.create(account=account, changed_at=clock.now(), **own)
    trail.record(actor, "organisation.unbound", organisation=row.pk, name=row.name, account=account.pk)
    return row


def own_institution(account_id: int, *, lock: bool = False) -> Organisation | None:
    """The institution an account is bound to, if any."""
    found = Organisation.objects.filter(account=account_id)
    return (found.select_for_update(of=("self",)) if lock else found).first()


def facts_of(row: Organisation) -> dict[str, str]:
    """The facts both sides see."""
    return {name: getattr(row, name) for name in FACTS}


def change_own(actor: Actor, row: Organisation, changes: Mapping[str, Any], version: int | None) -> None:
    """The institution changes its own facts from its account."""
    organisations.refuse_stale(row, -1 if version is None else version)
    organisations.change(actor, row, {name: changes[name] for name in FACTS if name in changes})


def _enterprises() -> QuerySet[Account]:
    return Account.objects.filter(kind=Account.Kind.ENTERPRISE).select_related("enterprise")


def _told(account: Account) -> dict[str, str]:
    facts = EnterpriseFacts.objects.filter(account=account).first()
    return {"name": account.name} | {name: getattr(facts, name) if facts else "" for name in _OWN}


def _offered(account: Account) -> dict[str, Any]:
    return {"id": account.pk, "username": account.username, "mobile": account.mobile_mask} | _told(account)


def _joined(row: Organisation, told: Mapping[str, str], keep: str) -> dict[str, str]:
    ours = facts_of(row)
    first, second = (told, ours) if keep == "account" else (ours, told)
    return {name: first.get(name) or second.get(name, "") for name in FACTS}


def _refuse_unfit(row: Organisation) -> None:
    if row.kind != Organisation.Kind.INSTITUTION or row.parent_id is not None:
        raise Refusal(
            "organisation.not_first_level",
            f"“{row.name}”不是一级调解机构，不能绑定机构账号。请选择一级调解机构。",
        )
    if (bound := Account.objects.filter(institution=row).first()) is not None:
        raise Refusal(
            "organisation.already_bound",
            f"“{row.name}”已绑定账号 {bound.username}。请先解除绑定，再绑定其他账号。",
        )
