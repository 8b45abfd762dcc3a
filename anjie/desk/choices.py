"""What the pickers of a list offer: only names within the viewer's reach."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.deeds import DeskDeed
from anjie.desk.lines import line_of, lines
from anjie.desk.models import Batch, Case, CustomField
from anjie.desk.reach import cases_for
from anjie.foundation import clock, names
from anjie.foundation.refusals import Invalid

KEPT = timedelta(minutes=5)
MOST = 2000
STAFF = ("company", "branch", "department", "team")
_words: dict[tuple[Any, ...], tuple[datetime, list[str]]] = {}

Source = Callable[[Actor], list[dict[str, Any]]]
_SOURCES: dict[str, dict[str, Source]] = {}


def register_choices(line: str, name: str, source: Source) -> None:
    """Add a picker of the line's own (result codes); called once at start-up."""
    _SOURCES.setdefault(line, {})[name] = source


def choices(actor: Actor, line_code: str) -> dict[str, Any]:
    """Members, units, clients, batches, and the words in use, for the filters of one line's list."""
    if line_code not in {line.code for line in lines()}:
        raise Invalid("list.unknown_line", f"没有名为“{line_code[:20]}”的业务条线。请刷新页面后重试。")
    line = line_of(line_code)
    return {
        "states": [
            {"value": state.code, "label": state.label, "tone": state.tone, "is_open": state.is_open}
            for state in line.states
        ],
        "colours": [{"value": code, "label": label} for code, label in Case.Colour.choices if code],
        "members": members(actor),
        "units": units(actor),
        "clients": clients(actor),
        "batches": batches(actor, line_code),
        "categories": words(actor, line_code, "category"),
        "regions": words(actor, line_code, "region"),
        "tags": tags(actor, line_code),
        "custom": custom_fields(actor, line_code),
        "more": {name: source(actor) for name, source in _SOURCES.get(line_code, {}).items()},
    }


def members(actor: Actor) -> list[dict[str, Any]]:
    """Those who may hold cases within the actor's units (himself, when he sees only his own), by pinyin."""
    found = Membership.objects.filter(is_active=True, account__is_active=True)
    if actor.reach == Membership.Reach.OWN:
        found = found.filter(pk__in=[actor.membership_id or 0])
    elif actor.unit_ids is not None:
        found = found.filter(unit_id__in=actor.unit_ids)
    rows = found.select_related("account", "unit", "role")
    return [
        {
            "id": row.pk,
            "name": row.account.name,
            "note": f"{row.unit.name} · {row.role.name}",
            "unit_id": row.unit_id,
            "role": row.role.code,
        }
        for row in sorted(rows, key=lambda row: (names.pinyin_key(row.account.name), row.pk))
    ]


def units(actor: Actor) -> list[dict[str, Any]]:
    """Our units the actor sees, parents before children."""
    found = Organisation.objects.filter(kind__in=STAFF, is_active=True)
    if actor.unit_ids is not None:
        found = found.filter(pk__in=actor.unit_ids)
    return [
        {"id": row.pk, "name": row.name, "kind": row.kind, "parent_id": row.parent_id}
        for row in found.order_by("path")
    ]


def clients(actor: Actor) -> list[dict[str, Any]]:
    """The clients the actor may work for."""
    found = Organisation.objects.filter(kind=Organisation.Kind.CLIENT)
    if actor.client_ids is not None:
        found = found.filter(pk__in=actor.client_ids)
    rows = sorted(found, key=lambda row: names.pinyin_key(row.name))
    return [{"id": row.pk, "name": row.name, "note": row.code} for row in rows]


def batches(actor: Actor, line: str) -> list[dict[str, Any]]:
    """The newest batches of the actor's clients; of whoever sees only a part, those with a case of his."""
    found = Batch.objects.filter(line=line)
    if actor.client_ids is not None:
        found = found.filter(organisation_id__in=actor.client_ids)
    if actor.reach != Membership.Reach.ALL:
        within = Q(Exists(cases_for(actor, DeskDeed.CASES_SEE).order_by().filter(batch_id=OuterRef("pk"))))
        sees_units = actor.reach != Membership.Reach.OWN and actor.unit_ids
        found = found.filter(Q(unit_id__in=actor.unit_ids) | within if sees_units else within)
    rows = found.select_related("organisation").order_by("-id")[:MOST]
    return [{"id": row.pk, "name": row.no, "note": row.organisation.name} for row in rows]


def words(actor: Actor, line: str, field: str) -> list[str]:
    """The values of a column in use within reach; kept for a few minutes, for a new word is no hurry."""
    scope = (line, field, actor.reach, actor.membership_id, actor.client_ids, actor.unit_path)
    now = clock.now()
    kept = _words.get(scope)
    if kept and abs(now - kept[0]) < KEPT:
        return kept[1]
    cases = cases_for(actor, DeskDeed.CASES_SEE).filter(line=line).exclude(**{field: ""})
    found = list(cases.order_by().values_list(field, flat=True).distinct()[:MOST])
    found.sort(key=names.pinyin_key)
    if len(_words) > 500:
        _words.clear()
    _words[scope] = (now, found)
    return found


def tags(actor: Actor, line: str) -> list[str]:
    """The tags in use on tagged cases within reach."""
    cases = cases_for(actor, DeskDeed.CASES_SEE).filter(line=line, search__tags__len__gt=0)
    used = cases.order_by("-id").values_list("search__tags", flat=True)[:MOST]
    return sorted({tag for row in used for tag in row}, key=names.pinyin_key)


def custom_fields(actor: Actor, line: str) -> list[dict[str, Any]]:
    """The declared fields of the line, of every client the actor may work for."""
    found = CustomField.objects.filter(line=line)
    if actor.client_ids is not None:
        found = found.filter(Q(organisation__isnull=True) | Q(organisation_id__in=actor.client_ids))
    return [
        {
            "code": row.code,
            "label": row.label,
            "kind": row.kind,
            "choices": list(row.choices),
            "client_id": row.organisation_id,
        }
        for row in found
    ]
