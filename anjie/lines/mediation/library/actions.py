"""Writes of the library: a typical case added, changed, taken out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.application.actions import kind_of
from anjie.lines.mediation.deeds import LibraryDeed
from anjie.lines.mediation.library.models import TypicalCase, TypicalGram
from anjie.lines.mediation.library.rules import refuse_numbers, weighed

TEXTS = ("title", "facts", "handling", "result", "basis")


@transaction.atomic
def add(actor: Actor, kind_code: str, told: Mapping[str, Any]) -> TypicalCase:
    """Put a typical case into the library."""
    actor.require(LibraryDeed.MANAGE)
    now = clock.now()
    made = TypicalCase(kind=kind_of(kind_code), by_id=actor.membership_id, created_at=now)
    _write(made, told)
    trail.record(actor, "library.added", title=made.title, typical_case=made.pk)
    return made


@transaction.atomic
def change(actor: Actor, pk: int, told: Mapping[str, Any]) -> TypicalCase:
    """Change a typical case; what is left out stays."""
    actor.require(LibraryDeed.MANAGE)
    case = _locked(pk)
    if told.get("kind") and told["kind"] != case.kind_id:
        case.kind = kind_of(told["kind"])
    _write(case, {name: getattr(case, name) for name in TEXTS} | dict(told))
    trail.record(actor, "library.changed", title=case.title, typical_case=pk)
    return case


@transaction.atomic
def remove(actor: Actor, pk: int) -> None:
    """Take a typical case out of the library."""
    actor.require(LibraryDeed.MANAGE)
    case = _locked(pk)
    trail.record(actor, "library.removed", title=case.title, typical_case=pk)
    case.delete()


def _locked(pk: int) -> TypicalCase:
    found = TypicalCase.objects.select_for_update(of=("self",)).select_related("kind").filter(pk=pk).first()
    if found is None:
        raise NotFound("典型案例")
    return found


def _write(case: TypicalCase, told: Mapping[str, Any]) -> None:
    texts = {name: str(told.get(name) or "").strip() for name in TEXTS}
    if not texts["title"] or not texts["facts"]:
        raise Invalid("library.incomplete", "请填写典型案例的标题和案情。")
    refuse_numbers(**texts)
    twin = TypicalCase.objects.filter(kind=case.kind, title=texts["title"]).exclude(pk=case.pk)
    if twin.exists():
        raise Refusal(
            "library.same_title",
            f"“{case.kind.label}”类已有同名典型案例“{texts['title']}”。请修改标题，或编辑原有案例。",
        )
    for name, text in texts.items():
        setattr(case, name, text)
    pairs = weighed(texts["title"], *(texts[name] for name in TEXTS[1:]))
    case.length, case.updated_at = sum(pairs.values()), clock.now()
    case.save()
    case.grams.all().delete()
    TypicalGram.objects.bulk_create(
        TypicalGram(case=case, gram=gram, times=min(times, 1000)) for gram, times in pairs.items()
    )
