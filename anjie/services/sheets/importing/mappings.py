"""The mappings a client's headers were saved under: kept, chosen, renamed, made the usual one, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from django.db import connection, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation.refusals import Invalid, NotFound
from anjie.services.sheets.importing.form import write_form
from anjie.services.sheets.importing.loaders import loader_of, loaders
from anjie.services.sheets.importing.previewing import saved_mapping
from anjie.services.sheets.models import Mapping as SavedMapping


def mappings(actor: Actor, kind: str = "", client_id: int | None = None) -> list[SavedMapping]:
    """Saved mappings of the kinds and clients this person handles, the usual one of each first."""
    found = SavedMapping.objects.filter(kind__in=[one.kind.code for one in loaders() if actor.may(one.deed)])
    if actor.client_ids is not None:
        found = found.filter(client_id__in=actor.client_ids)
    if kind:
        found = found.filter(kind=kind)
    if client_id:
        found = found.filter(client_id=client_id)
    return list(found.order_by("client_id", "kind", "-is_default", "name"))


def mapping_of(actor: Actor, mapping_id: int) -> SavedMapping:
    """One saved mapping of a kind and client the person handles."""
    found = next((one for one in mappings(actor) if one.pk == mapping_id), None)
    if found is None:
        raise NotFound("映射")
    return found


@transaction.atomic
def save_mapping(
    actor: Actor, kind: str, client_id: int, headers: Mapping[str, str], name: str
) -> SavedMapping:
    """Keep a mapping for the client under a name and make it the usual one."""
    actor.require(loader_of(kind).deed)
    _one_at_a_time(client_id)
    SavedMapping.objects.filter(kind=kind, client_id=client_id).update(is_default=False)
    saved, _ = SavedMapping.objects.update_or_create(
        kind=kind,
        client_id=client_id,
        name=name,
        defaults={"headers": dict(headers), "is_default": True, "updated_by_id": actor.membership_id},
    )
    trail.record(actor, "sheets.mapping_saved", mapping=saved.pk, kind=kind, client=client_id, name=name)
    return saved


@transaction.atomic
def change_mapping(
    actor: Actor, mapping_id: int, *, name: str | None = None, is_default: bool | None = None
) -> SavedMapping:
    """Rename a saved mapping, or make it the one that is used without being asked (or no longer)."""
    saved = _locked(actor, mapping_id)
    others = SavedMapping.objects.filter(kind=saved.kind, client_id=saved.client_id).exclude(pk=saved.pk)
    before = saved.name
    if name is not None:
        saved.name = name.strip()
        if not saved.name:
            raise Invalid("sheets.mapping_no_name", "映射名称不能为空。请填写名称。")
        if others.filter(name=saved.name).exists():
            raise Invalid(
                "sheets.mapping_name_taken", f"该委托方已有名为“{saved.name}”的映射。请换一个名称。"
            )
    if is_default is not None:
        saved.is_default = is_default
        if is_default:
            others.update(is_default=False)
    saved.updated_by_id = actor.membership_id
    saved.save(update_fields=["name", "is_default", "updated_by", "updated_at"])
    trail.record(
        actor,
        "sheets.mapping_changed",
        mapping=saved.pk,
        name=saved.name,
        before=before,
        usual=saved.is_default,
    )
    return saved


@transaction.atomic
def delete_mapping(actor: Actor, mapping_id: int) -> None:
    """Delete a saved mapping of a kind and client the actor handles."""
    saved = _locked(actor, mapping_id)
    trail.record(actor, "sheets.mapping_deleted", mapping=saved.pk, name=saved.name)
    saved.delete()


def _locked(actor: Actor, mapping_id: int) -> SavedMapping:
    """The mapping as it is once nobody else changes those of its client."""
    _one_at_a_time(mapping_of(actor, mapping_id).client_id)
    return mapping_of(actor, mapping_id)


def _one_at_a_time(client_id: int) -> None:
    """Wait for whoever changes this client's mappings: a name is taken once and one at most is the usual one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('anjie.mapping'), %s)", [client_id])


def form(actor: Actor, kind: str, client_id: int) -> Path:
    """An empty workbook with the client's mapped headers (or the usual ones) to be filled."""
    actor.require(loader_of(kind).deed)
    return _form(kind, client_id, saved_mapping(kind, client_id))


def form_of(actor: Actor, mapping_id: int) -> tuple[Path, str]:
    """An empty workbook with the headers of one saved mapping, and the name it should have."""
    saved = mapping_of(actor, mapping_id)
    return _form(saved.kind, saved.client_id, saved.headers), f"{saved.name}.xlsx"


def _form(kind: str, client_id: int, headers: Mapping[str, str] | None) -> Path:
    loader = loader_of(kind)
    if headers:  # the database keeps no order of keys; the kind's own is the one people know
        fields = [column.field for column in loader.kind.spread(loader.extra(client_id))]
        headers = {name: headers[name] for name in fields if name in headers}
    target = Path(mkdtemp(prefix="anjie-form-")) / "form.xlsx"
    write_form(target, loader.kind, headers, loader.extra(client_id))
    return target
