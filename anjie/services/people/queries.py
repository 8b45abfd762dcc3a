"""Personal and enterprise users as the administration lists them, and how an enterprise's registration stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, DateTimeField, F, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Greatest

from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.access.institutions import facts_of
from anjie.access.models import Account
from anjie.access.registration import ENTERPRISE_FIELDS
from anjie.desk.public import Party, reach_of
from anjie.foundation.refusals import NotFound
from anjie.foundation.sealed import Field, sealer
from anjie.services.files.models import AccountFile
from anjie.services.people.deeds import PeopleDeed
from anjie.services.people.models import Verification, VerificationPolicy
from anjie.services.people.rules import Standing, standing

PDF = "application/pdf"
PARTS = (Party.Part.APPLICANT, Party.Part.RESPONDENT)
SHORTEST = 7
"""A number is looked for only when it is whole: fewer figures name nobody."""


@dataclass(frozen=True)
class Shown:
    """How one enterprise stands, for a page that names it."""

    standing: Standing
    credit_code: str
    legal_representative: str
    licence_at: datetime | None
    licence_is_pdf: bool


def persons(
    actor: Actor,
    *,
    page: int,
    size: int,
    q: str = "",
    active: bool | None = None,
    origin: str = "",
    wechat: bool | None = None,
) -> dict[str, Any]:
    """One page of personal users: who they say they are (the ID as its mask), and the cases they take part in."""
    found = _searched(_within(actor, PeopleDeed.PERSONS_SEE, Account.Kind.PERSON), q, active)
    if origin:
        found = found.filter(origin=origin)
    if wechat is not None:
        found = found.filter(wechat__isnull=not wechat)
    rows = _page(actor, found.select_related("person", "wechat"), page, size)
    return {"rows": [_person(row, actor) for row in rows], "count": found.count()}


def enterprises(
    actor: Actor, *, page: int, size: int, q: str = "", active: bool | None = None, state: str = ""
) -> dict[str, Any]:
    """One page of enterprise users, those that wait for review first, with how many wait."""
    within = _told(_within(actor, PeopleDeed.ENTERPRISES_SEE, Account.Kind.ENTERPRISE))
    found = _searched(within, q, active, enterprise=True)
    if state:
        found = found.filter(_stands(state))
    related = found.select_related("enterprise", "institution", "wechat", "verification")
    waits = When(_stands(Standing.WAITING), then=0)
    rows = _page(actor, related, page, size, (Case(waits, default=1), "-id"))
    return {
        "rows": [_enterprise(row, actor) for row in rows],
        "count": found.count(),
        "waiting": within.filter(_stands(Standing.WAITING), is_active=True).count(),
    }


def waiting(actor: Actor) -> int:
    """How many enterprises within reach wait for this person's review."""
    within = _told(_within(actor, PeopleDeed.VERIFY, Account.Kind.ENTERPRISE))
    return int(within.filter(_stands(Standing.WAITING), is_active=True).count())


def enterprise(actor: Actor, account_id: int) -> dict[str, Any]:
    """One enterprise with the last decision on it."""
    found = _told(_within(actor, PeopleDeed.ENTERPRISES_SEE, Account.Kind.ENTERPRISE)).filter(pk=account_id)
    related = found.select_related(
        "enterprise", "institution", "wechat", "verification", "verification__by__account"
    )
    rows = _page(actor, related, 1, 1)
    if not rows:
        raise NotFound("企业用户")
    row = rows[0]
    decided: Verification | None = getattr(row, "verification", None)
    return _enterprise(row, actor) | {
        "version": version_of(row.told_at),
        "may_verify": actor.may(PeopleDeed.VERIFY) and row.institution_id is None,
        "decided": decided
        and {
            "decision": decided.decision,
            "decision_label": decided.get_decision_display(),
            "remarks": decided.remarks,
            "note": decided.note,
            "by": decided.by.account.name if decided.by else "",
            "at": decided.at,
        },
    }


def own_standing(actor: Actor) -> dict[str, Any] | None:
    """How the registration of the enterprise that is signed in stands; nothing for anybody else."""
    row = (
        _told(Account.objects.filter(pk=actor.own_account_id, kind=Account.Kind.ENTERPRISE))
        .select_related("verification")
        .first()
    )
    if row is None:
        return None
    state, decided = _standing(row), getattr(row, "verification", None)
    said = decided if state in (Standing.PASSED, Standing.RETURNED) else None
    return {
        "state": state.value,
        "state_label": state.label,
        "remarks": said.remarks if said else {},
        "note": said.note if said else "",
        "at": said.at if said else None,
        "has_licence": row.licence_at is not None,
        "may_apply": state.is_trusted or unverified_may_apply(),
    }


def standing_of(account_ids: Iterable[int]) -> dict[int, Shown]:
    """How each enterprise among these accounts stands, for a page that may show it already."""
    found = _told(Account.objects.filter(pk__in=account_ids, kind=Account.Kind.ENTERPRISE)).select_related(
        "enterprise", "institution", "verification"
    )
    shown = {}
    for row in found:
        facts = _facts(row)
        shown[row.pk] = Shown(
            _standing(row),
            facts["credit_code"],
            facts["legal_representative"],
            row.licence_at,
            row.licence_type == PDF,
        )
    return shown


def unverified_may_apply() -> bool:
    """Whether an enterprise that was not reviewed may hand in an application; yes while nobody said otherwise."""
    said = VerificationPolicy.objects.values_list("unverified_may_apply", flat=True).first()
    return True if said is None else said


def policy(actor: Actor) -> dict[str, Any]:
    """The setting, and who set it when."""
    actor.require(PeopleDeed.ENTERPRISES_SEE)
    held = VerificationPolicy.objects.first()
    return {
        "unverified_may_apply": held.unverified_may_apply if held else True,
        "changed_at": held.changed_at if held else None,
        "changed_by": held.changed_by if held else "",
    }


def reached(actor: Actor, deed: PeopleDeed, account_id: int) -> Account:
    """One enterprise within reach; out of reach looks the same as missing."""
    row = _within(actor, deed, Account.Kind.ENTERPRISE).filter(pk=account_id).first()
    if row is None:
        raise NotFound("企业用户")
    return row


def told_at(account_id: int) -> datetime | None:
    """When an enterprise last told something of itself."""
    return _told(Account.objects.filter(pk=account_id)).values_list("told_at", flat=True).first()


def version_of(at: datetime | None) -> str:
    """Names what a reviewer read, so that he does not decide on what was changed meanwhile."""
    return at.isoformat() if at else ""


def _within(actor: Actor, deed: PeopleDeed, kind: str) -> QuerySet[Account]:
    actor.require(deed)
    found = Account.objects.filter(kind=kind)
    if actor.unit_ids is None and actor.client_ids is None:
        return found
    parties = Party.objects.taking_part().filter(
        reach_of(actor, "case__"), account__isnull=False, part__in=PARTS
    )
    return found.filter(Q(pk__in=parties.values("account_id")) | Q(institution_id__in=actor.unit_ids or ()))


def _told(found: QuerySet[Account]) -> Any:
    licence = AccountFile.objects.filter(account=OuterRef("pk"), kind=AccountFile.Kind.LICENCE)
    return found.annotate(
        licence_at=Subquery(licence.values("at")[:1], output_field=DateTimeField()),
        licence_type=Subquery(licence.values("blob__media_type")[:1]),
        # The greater of the two; PostgreSQL leaves out what is null.
        told_at=Greatest(F("enterprise__changed_at"), F("licence_at")),
    )


def _stands(state: str) -> Q:
    if state == Standing.BOUND:
        return Q(institution__isnull=False)
    waits = Q(verification__isnull=True) | Q(told_at__gt=F("verification__at"))
    if state == Standing.WAITING:
        return Q(institution__isnull=True) & waits
    return Q(institution__isnull=True, verification__decision=state) & ~waits


def _searched(found: Any, q: str, active: bool | None, *, enterprise: bool = False) -> Any:
    if active is not None:
        found = found.filter(is_active=active)
    if not q:
        return found
    wanted = Q(name__icontains=q) | Q(username__iexact=q)
    if enterprise:
        wanted |= (
            Q(enterprise__credit_code__iexact=q)
            | Q(institution__credit_code__iexact=q)
            | Q(enterprise__legal_representative=q)
            | Q(institution__legal_representative=q)
            | Q(enterprise__contact_name=q)
        )
    if len(q) >= SHORTEST and q[:-1].isdigit():
        wanted |= Q(mobile_index=sealer().index(q, Field.PHONE))
        if not enterprise:
            wanted |= Q(person__id_no_index=sealer().index(q.upper(), Field.ID_NO))
    return found.filter(wanted)


def _page(actor: Actor, found: Any, page: int, size: int, order: tuple[Any, ...] = ("-id",)) -> list[Any]:
    rows = list(
        found.annotate(last_seen_at=Max("sessions__seen_at")).order_by(*order)[
            (page - 1) * size : page * size
        ]
    )
    counted = (
        Party.objects.taking_part()
        .filter(reach_of(actor, "case__"), account__in=[row.pk for row in rows], part__in=PARTS)
        .values_list("account_id", "part")
        .annotate(count=Count("id"))
        .order_by()
    )
    counts = {(account, part): count for account, part, count in counted}
    for row in rows:
        row.as_applicant = counts.get((row.pk, Party.Part.APPLICANT), 0)
        row.as_respondent = counts.get((row.pk, Party.Part.RESPONDENT), 0)
    return rows


def _common(row: Any, actor: Actor) -> dict[str, Any]:
    wechat = getattr(row, "wechat", None)
    return {
        "id": row.pk,
        "name": row.name,
        "username": row.username,
        "mobile": row.mobile_mask,
        "active": row.is_active,
        "origin": row.origin,
        "origin_label": row.get_origin_display(),
        "wechat_bound_at": wechat.bound_at if wechat else None,
        "created_at": row.created_at,
        "last_seen_at": row.last_seen_at,
        "as_applicant": row.as_applicant,
        "as_respondent": row.as_respondent,
        # The same reach as the administration of accounts: parties have no post in any unit.
        "may_manage": actor.may(AccessDeed.ACCOUNTS_MANAGE) and actor.unit_ids is None,
        "has_password": row.has_usable_password(),
    }


def _person(row: Any, actor: Actor) -> dict[str, Any]:
    facts = getattr(row, "person", None)
    return _common(row, actor) | {
        "id_no": facts.id_no_mask if facts else "",
        "sex": facts.sex if facts else "",
    }


def _enterprise(row: Any, actor: Actor) -> dict[str, Any]:
    state = _standing(row)
    return (
        _common(row, actor)
        | _facts(row)
        | {
            "institution": row.institution.name if row.institution else "",
            "state": state.value,
            "state_label": state.label,
            "licence_at": row.licence_at,
            "licence_is_pdf": row.licence_type == PDF,
            "told_at": row.told_at,
        }
    )


def _facts(row: Any) -> dict[str, str]:
    """What it tells of itself, or its institution's row tells for it."""
    if row.institution is not None:
        told = facts_of(row.institution)
        return {name: told[name] for name in ENTERPRISE_FIELDS}
    facts = getattr(row, "enterprise", None)
    return {"name": row.name} | {
        name: getattr(facts, name) if facts else "" for name in ENTERPRISE_FIELDS if name != "name"
    }


def _standing(row: Any) -> Standing:
    decided = getattr(row, "verification", None)
    return standing(
        decided.decision if decided else None,
        decided.at if decided else None,
        row.told_at,
        bound=row.institution_id is not None,
    )
