"""Batches of placements: who sees which, what stands in them, and changing them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership, Organisation
from anjie.desk.public import Batch, Case, cases_for, find_move, line_of, move_cases
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement import rules

LINE = "recovery"
SORTS = {
    "id": "id", "no": "no", "client": "organisation__name", "unit": "unit__name", "state": "state",
    "region": "region", "kind": "kind", "received_on": "received_on", "term_on": "term_on",
    "created_at": "created_at", "fee_rate": "fee_rate",
}  # fmt: skip
ZERO = Decimal("0.00")


def batches_for(actor: Actor, deed: Deed) -> QuerySet[Batch]:
    """The batches of the actor's clients that lie in his units, or hold a case within his reach."""
    actor.require(deed)
    found = Batch.objects.filter(line=LINE)
    if actor.client_ids is not None:
        found = found.filter(organisation_id__in=actor.client_ids)
    if actor.reach == Membership.Reach.ALL:
        return found
    # Asked batch by batch: the first case found answers, where a list of all batches in reach reads every case.
    within = Q(Exists(_cases(actor).order_by().filter(batch_id=OuterRef("pk"))))
    return found.filter(within if actor.reach == Membership.Reach.OWN else _own(actor) | within)


def list_batches(
    actor: Actor, filters: dict[str, Any], *, page: int, size: int, sort: str = ""
) -> dict[str, Any]:
    """One page of batches with counts and amounts of the cases within reach, and the sums over all filtered."""
    sees_rate = actor.may(PlacementDeed.SEE_COMMISSION)
    key = sort.removeprefix("-")
    if sort and key not in SORTS:
        raise Invalid("list.unknown_sort", f"列表不能按“{sort[:40]}”排序。请换一列。", sort=sort[:40])
    if key == "fee_rate":
        actor.require(PlacementDeed.SEE_COMMISSION)
    found = _narrowed(batches_for(actor, PlacementDeed.BATCHES_SEE), filters)
    field = F(SORTS[key or "id"])
    descending = sort.startswith("-") or not sort
    ordered = found.order_by(
        field.desc(nulls_last=True) if descending else field.asc(nulls_last=True),
        "-id" if descending else "id",
    )
    batches = list(
        ordered.select_related("organisation", "unit", "created_by__account")[(page - 1) * size :][:size]
    )
    counts = _counts(actor, [Batch(pk=pk, unit_id=unit) for pk, unit in found.values_list("pk", "unit_id")])
    return {
        "rows": [_row(actor, batch, counts[batch.pk], sees_rate) for batch in batches],
        "count": len(counts),
        "totals": {"count": len(counts), **_sums(counts)},
    }


def batch_row(actor: Actor, batch_id: int) -> dict[str, Any]:
    """One batch as the list shows it."""
    found = batches_for(actor, PlacementDeed.BATCHES_SEE).filter(pk=batch_id)
    batch = found.select_related("organisation", "unit", "created_by__account").first()
    if batch is None:
        raise NotFound("批次")
    return _row(actor, batch, _counts(actor, [batch])[batch.pk], actor.may(PlacementDeed.SEE_COMMISSION))


@transaction.atomic
def create_batch(actor: Actor, client_id: int, no: str, unit_id: int | None, facts: dict[str, Any]) -> int:
    """Make an empty batch of a client; its number is once per client."""
    actor.require(PlacementDeed.BATCHES_MANAGE)
    batch = Batch(
        line=LINE,
        organisation_id=_client(actor, client_id),
        unit_id=_unit(actor, unit_id),
        created_by_id=actor.membership_id,
    )
    _write(actor, batch, {"no": no, **facts})
    trail.record(actor, "batch.created", batch=batch.pk, no=batch.no, client=client_id)
    return batch.pk


@transaction.atomic
def change_batch(actor: Actor, batch_id: int, changes: dict[str, Any]) -> None:
    """Change what is given; the client stays, for the cases are his."""
    batch = _locked(actor, batch_id)
    if "unit_id" in changes:
        batch.unit_id = _unit(actor, changes.pop("unit_id"))
    before = {name: getattr(batch, name) for name in changes}
    _write(actor, batch, changes)
    changed = {
        name: [str(old), str(getattr(batch, name))]
        for name, old in before.items()
        if old != getattr(batch, name)
    }
    trail.record(actor, "batch.changed", batch=batch.pk, changes=changed)


@transaction.atomic
def delete_batch(actor: Actor, batch_id: int) -> None:
    """Delete a batch while nothing hangs on it; the lock keeps an import from filling it meanwhile."""
    batch = _locked(actor, batch_id)
    refusal = rules.batch_deletable(batch.no, batch.cases.count())
    if refusal:
        raise refusal
    trail.record(actor, "batch.deleted", batch=batch.pk, no=batch.no, client=batch.organisation_id)
    batch.delete()


@transaction.atomic
def move_batch(
    actor: Actor, batch_id: int, code: str, reason: str, facts: Mapping[str, str]
) -> dict[str, Any]:
    """Pause, resume or close every case of the batch within reach; those that may not come back with why."""
    refusal = rules.batch_move(code)
    if refusal:
        raise refusal
    found = find_move(code)
    assert found
    batch = batches_for(actor, PlacementDeed.BATCHES_SEE).filter(pk=batch_id).first()
    if batch is None:
        raise NotFound("批次")
    ids = list(cases_for(actor, found[1].deed).filter(batch=batch).values_list("pk", flat=True))
    if not ids:
        raise Refusal("batch.empty", f"批次 {batch.no} 下没有案件。请先导入案件。", batch=batch.pk)
    given = {name: facts[name] for name in found[1].options if facts.get(name)}
    result = move_cases(actor, ids, code, reason=reason.strip(), facts=given)
    trail.record(
        actor, "batch.moved", batch=batch.pk, move=code, moved=len(result.moved), refused=len(result.refused)
    )
    return {"moved": len(result.moved), "refused": result.refused}


def _narrowed(batches: QuerySet[Batch], filters: dict[str, Any]) -> QuerySet[Batch]:
    lookups = {
        "client": "organisation_id__in", "unit": "unit_id__in", "state": "state__in", "kind": "kind__in",
        "region": "region__startswith", "no": "no__icontains",
        "received_from": "received_on__gte", "received_to": "received_on__lte",
        "term_from": "term_on__gte", "term_to": "term_on__lte",
    }  # fmt: skip
    for name, value in filters.items():
        if value not in (None, "", []):
            batches = batches.filter(**{lookups[name]: value})
    return batches


def _cases(actor: Actor) -> QuerySet[Case]:
    return cases_for(actor, PlacementDeed.BATCHES_SEE)


def _own(actor: Actor) -> Q:
    return Q() if actor.unit_ids is None else Q(unit_id__in=actor.unit_ids)


def _whole(actor: Actor, batch: Batch) -> bool:
    """A batch of one's own unit counts whole, one elsewhere by the cases within reach."""
    if actor.reach == Membership.Reach.OWN:
        return False
    return actor.unit_ids is None or batch.unit_id in actor.unit_ids


def _counts(actor: Actor, batches: list[Batch]) -> dict[int, dict[str, Any]]:
    """By batch: cases and sums, and how many cases are in each state."""
    found: dict[int, dict[str, Any]] = {
        batch.pk: {
            "cases": 0, "open_cases": 0, "amount": ZERO, "settled": ZERO, "balance": ZERO, "states": {},
        }
        for batch in batches
    }  # fmt: skip
    open_states = set(line_of(LINE).open_states)
    whole = [batch.pk for batch in batches if _whole(actor, batch)]
    part = [pk for pk in found if pk not in set(whole)]
    for ids, cases in ((whole, cases_for(_ALL, PlacementDeed.BATCHES_SEE)), (part, _cases(actor))):
        if not ids:
            continue
        for pk, state, count, amount, settled, balance in (
            cases.filter(batch_id__in=ids)
            .order_by()
            .values_list("batch_id", "state")
            .annotate(
                count=Count("*"), amount=Sum("amount"), settled=Sum("settled_amount"), left=Sum("balance")
            )
        ):
            one = found[pk]
            one["cases"] += count
            one["open_cases"] += count if state in open_states else 0
            one["amount"] += amount
            one["settled"] += settled
            one["balance"] += balance
            one["states"][state] = count
    return found


_ALL = Actor.job("placement.batches")


def _sums(counts: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """Over every filtered batch, of the cases the rows count."""
    return {
        "cases": sum(one["cases"] for one in counts.values()),
        "amount": sum((one["amount"] for one in counts.values()), ZERO),
        "settled": sum((one["settled"] for one in counts.values()), ZERO),
        "balance": sum((one["balance"] for one in counts.values()), ZERO),
    }


def _row(actor: Actor, batch: Batch, counts: dict[str, Any], sees_rate: bool) -> dict[str, Any]:
    line = line_of(LINE)
    today = clock.today()
    moves = [
        found[1] for code in rules.BATCH_MOVES if (found := find_move(code)) and actor.may(found[1].deed)
    ]
    manages = actor.may(PlacementDeed.BATCHES_MANAGE) and _whole(actor, batch)
    return {
        "id": batch.pk,
        "no": batch.no,
        "client_id": batch.organisation_id,
        "client": batch.organisation.name,
        "unit_id": batch.unit_id,
        "unit": batch.unit.name,
        "state": batch.state,
        "state_label": batch.get_state_display(),
        "region": batch.region,
        "kind": batch.kind,
        "received_on": batch.received_on,
        "term_on": batch.term_on,
        "days_left": (batch.term_on - today).days if batch.term_on else None,
        "fee_rate": batch.fee_rate if sees_rate else None,
        "note": batch.note,
        "created_by": batch.created_by.account.name if batch.created_by else "",
        "created_at": batch.created_at,
        **{key: counts[key] for key in ("cases", "open_cases", "amount", "settled", "balance")},
        "states": [
            {"value": code, "label": line.label_of(code), "count": count}
            for code, count in sorted(counts["states"].items())
        ],
        "may_edit": manages,
        "may_delete": manages and not counts["cases"],
        "moves": [
            {
                "code": move.code,
                "label": move.label,
                "reason": move.reason,
                "tone": move.tone,
                "options": list(move.options),
            }
            for move in moves
            if set(move.sources) & set(counts["states"])
        ],
    }


def _locked(actor: Actor, batch_id: int) -> Batch:
    actor.require(PlacementDeed.BATCHES_MANAGE)
    seen = batches_for(actor, PlacementDeed.BATCHES_SEE).filter(pk=batch_id).exists()
    batch = Batch.objects.select_for_update().filter(pk=batch_id).first() if seen else None
    if batch is None or not _whole(actor, batch):
        raise NotFound("批次")
    return batch


def _client(actor: Actor, client_id: int) -> int:
    allowed = actor.client_ids is None or client_id in actor.client_ids
    clients = Organisation.objects.filter(pk=client_id, kind=Organisation.Kind.CLIENT, is_active=True)
    if not allowed or not clients.exists():
        raise NotFound("委托方")
    return client_id


def _unit(actor: Actor, unit_id: int | None) -> int:
    wanted = unit_id or actor.unit_id
    if wanted is None or (actor.unit_ids is not None and wanted not in actor.unit_ids):
        raise NotFound("机构")
    own = [Organisation.Kind.CLIENT, Organisation.Kind.INSTITUTION]
    if not Organisation.objects.filter(pk=wanted).exclude(kind__in=own).exists():
        raise NotFound("机构")
    return wanted


def _write(actor: Actor, batch: Batch, values: dict[str, Any]) -> None:
    if values.get("fee_rate") is not None:
        actor.require(PlacementDeed.SEE_COMMISSION)
    for name, value in values.items():
        blank = "" if name in ("no", "region", "kind", "note") else None
        setattr(
            batch, name, value.strip() if isinstance(value, str) else value if value is not None else blank
        )
    if not batch.no:
        raise Invalid("batch.no_number", "批次号不能为空。请填写批次号。")
    refusal = rules.batch_dates(batch.received_on, batch.term_on)
    if refusal:
        raise refusal
    try:
        with transaction.atomic():
            batch.save()
    except IntegrityError:
        raise Refusal(
            "batch.no_taken", f"该委托方已有批次 {batch.no}。请换一个批次号，或在原批次中导入。", no=batch.no
        ) from None
