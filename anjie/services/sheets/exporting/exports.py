"""Exports as people ask for them: chosen columns, approval of large ones, and the download, all on the trail."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import DeskDeed
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import sealer
from anjie.services.notices.actions import notify
from anjie.services.sheets.exporting.exporters import Wanted, exporter_of
from anjie.services.sheets.exporting.jobs import write_export
from anjie.services.sheets.exporting.layout import MOST_ROWS, too_many
from anjie.services.sheets.exporting.layouts import form_of
from anjie.services.sheets.exporting.queries import is_own, may_decide, one, reaches
from anjie.services.sheets.exporting.running import (
    SEARCH_PLACE,
    SEARCHED,
    State,
    file_of,
    may_take,
    rights_of,
    to_state,
)
from anjie.services.sheets.models import ColumnSet, Export

MOST_AT_ONCE = 3
"""So many exports of one person wait or run at a time."""
GROWTH = 1.1
"""An approved export may have grown by a tenth until it runs."""
MOST_SETS = 50
_UNDER_WAY = (State.ASKED, State.RUNNING)


@transaction.atomic
def ask(
    actor: Actor,
    kind: str,
    wanted: Wanted,
    *,
    columns: Sequence[str] = (),
    file_format: str = Export.Format.XLSX,
    reason: str = "",
    layout_id: int | None = None,
) -> Export:
    """Have the list written as it is filtered; a large one waits for a second person's approval first."""
    exporter = exporter_of(kind)
    actor.require(DeskDeed.EXPORT)
    actor.require(exporter.deed)
    layout = form_of(actor, layout_id, kind, wanted) if layout_id else None
    if layout is not None:
        columns, file_format = layout.plan["columns"], Export.Format.XLSX
    chosen = exporter.chosen(actor, columns)
    unmasked = any(exporter.columns[key].unmasked for key in chosen)
    if unmasked and not reason.strip():
        raise Invalid("export.reason_required", "导出完整号码需要填写原因。请填写后重试。")
    _not_too_many(actor)
    count = exporter.count(actor, wanted)
    if not count:
        raise Refusal("export.nothing", "没有可以导出的内容。请换一组筛选条件。")
    if layout is not None and count > MOST_ROWS:
        raise too_many(count)
    large = count > settings.EXPORT_APPROVAL_ROWS
    filters = {name: value for name, value in wanted.filter.items() if value not in (None, "", [])}
    searched = filters.pop(SEARCHED, None)
    export = Export.objects.create(
        kind=kind,
        name=layout.name if layout else exporter.label,
        layout=layout,
        query={
            "filter": filters,
            "ids": None if wanted.ids is None else list(wanted.ids),
            "sort": wanted.sort,
        },
        file_format=file_format,
        columns=chosen,
        state=State.APPROVAL if large else State.ASKED,
        rows=count,
        by_id=actor.own_membership_id,
        reason=reason.strip()[:200],
        unmasked=unmasked,
        rights=rights_of(actor),
        asked_at=clock.now(),
    )
    if searched is not None:
        export.search_sealed = sealer().seal(str(searched), SEARCH_PLACE, export.pk)
        export.save(update_fields=["search_sealed"])
    trail.record(
        actor,
        "export.asked",
        export=export.pk,
        kind=kind,
        rows=count,
        columns=chosen,
        filters=sorted(wanted.filter),
        unmasked=unmasked,
        reason=export.reason,
    )
    if large:
        _ask_approvers(actor, export)
    else:
        write_export.defer(export_id=export.pk)
    return export


def _not_too_many(actor: Actor) -> None:
    under_way = Export.objects.filter(by_id=actor.membership_id, state__in=_UNDER_WAY).count()
    if under_way >= MOST_AT_ONCE:
        raise Refusal(
            "export.too_many",
            f"您已有 {under_way} 个导出在进行，最多同时 {MOST_AT_ONCE} 个。请等其中一个完成，或先取消。",
            under_way=under_way,
        )


def _ask_approvers(actor: Actor, export: Export) -> None:
    people = Membership.objects.filter(
        is_active=True, account__is_active=True, role__deeds__contains=[DeskDeed.EXPORT_APPROVE.value]
    ).select_related("account", "role", "unit")
    told = [one.pk for one in people.exclude(pk=export.by_id) if may_decide(Actor.of(one), export)]
    notify(
        actor,
        told,
        "export.approval",
        "有大批量导出待审批",
        f"{actor.name}申请导出“{export.name}”{export.rows:,} 行。",
        key=f"export.approval:{export.pk}",
        link="/resources/exports?tab=approval",
    )


@transaction.atomic
def approve(actor: Actor, export_id: int) -> Export:
    """Let a large export be written; never one's own."""
    export = _to_decide(actor, export_id)
    to_state(
        export,
        State.ASKED,
        approved_by_id=actor.membership_id,
        decided_at=clock.now(),
        allowed_rows=int(export.rows * GROWTH),
    )
    trail.record(actor, "export.approved", export=export.pk, kind=export.kind, rows=export.rows)
    _tell_asker(actor, export, "export.approved", "导出已获批准", "正在生成文件。")
    write_export.defer(export_id=export.pk)
    return export


@transaction.atomic
def refuse(actor: Actor, export_id: int, reason: str) -> Export:
    """Turn a large export down, saying why."""
    if not reason.strip():
        raise Invalid("export.reason_required", "驳回需要填写原因。请填写后重试。")
    export = _to_decide(actor, export_id)
    to_state(
        export,
        State.REFUSED,
        approved_by_id=actor.membership_id,
        decided_at=clock.now(),
        why=reason.strip()[:300],
    )
    trail.record(actor, "export.refused", export=export.pk, kind=export.kind, reason=export.why)
    _tell_asker(actor, export, "export.refused", "导出被驳回", f"原因：{export.why}")
    return export


def _to_decide(actor: Actor, export_id: int) -> Export:
    actor.require(DeskDeed.EXPORT_APPROVE)
    export = Export.objects.select_for_update(of=("self",)).select_related("by").filter(pk=export_id).first()
    if export is None or not (is_own(actor, export) or may_decide(actor, export)):
        raise NotFound("导出")
    if is_own(actor, export):
        raise Refusal("export.own_approval", "不能审批自己申请的导出。请由另一位有审批权限的人办理。")
    if export.state != State.APPROVAL:
        raise _wrong_state(export, "审批")
    return export


@transaction.atomic
def cancel(actor: Actor, export_id: int) -> Export:
    """Stop one's own export; one that is being written stops at its next look."""
    export = Export.objects.select_for_update().filter(pk=export_id, by_id=actor.membership_id).first()
    if export is None:
        raise NotFound("导出")
    if export.state == State.RUNNING:
        export.cancel_asked = True
        export.save(update_fields=["cancel_asked"])
    elif export.state in (State.ASKED, State.APPROVAL):
        to_state(export, State.CANCELLED)
    else:
        raise _wrong_state(export, "取消")
    trail.record(actor, "export.cancelled", export=export.pk, kind=export.kind)
    return export


@transaction.atomic
def download(actor: Actor, export_id: int) -> tuple[Path, str]:
    """The finished file and the name it should have, for who asked or approved it, while he still may."""
    export = one(actor, export_id)
    export = Export.objects.select_for_update(of=("self",)).select_related("by__account").get(pk=export.pk)
    if export.state == State.EXPIRED or (export.expires_at and export.expires_at <= clock.now()):
        raise Refusal("export.expired", "导出链接已过期，文件已清除。请重新导出。").with_status(410)
    if export.state != State.READY:
        raise _wrong_state(export, "下载")
    may_take(actor, exporter_of(export.kind), export.columns)
    if not reaches(actor, export.rights):
        raise Refusal(
            "export.rights_changed", "导出之后，您的数据范围已变更，不能下载这个文件。请重新导出。"
        ).with_status(403)
    path = file_of(export)
    if not path.exists():
        raise Refusal("export.file_gone", "导出文件已不在服务器上。请重新导出。").with_status(410)
    Export.objects.filter(pk=export.pk).update(downloads=F("downloads") + 1)
    trail.record(
        actor,
        "export.downloaded",
        export=export.pk,
        kind=export.kind,
        rows=export.rows,
        sha256=export.file_sha256,
    )
    assert export.ready_at is not None
    day = clock.local(export.ready_at).strftime("%Y%m%d-%H%M")
    return path, f"{export.name}-{day}-E{export.pk}.{export.file_format}"


# -- saved column sets --


@transaction.atomic
def save_columns(actor: Actor, kind: str, name: str, columns: Sequence[str]) -> ColumnSet:
    """Keep a choice of columns under a name; the same name again replaces it."""
    exporter = exporter_of(kind)
    actor.require(DeskDeed.EXPORT)
    actor.require(exporter.deed)
    name = name.strip()
    if not name or not columns:
        raise Invalid("export.empty_set", "列方案需要名称和至少一列。请补充后重试。")
    chosen = exporter.chosen(actor, columns)
    mine = ColumnSet.objects.filter(owner_id=actor.membership_id)
    if mine.exclude(kind=kind, name=name).count() >= MOST_SETS:
        raise Refusal("export.too_many_sets", f"每人最多保存 {MOST_SETS} 个列方案。请先删除不用的。")
    try:
        with transaction.atomic():
            kept, _ = ColumnSet.objects.update_or_create(
                kind=kind, name=name, owner_id=actor.membership_id, defaults={"columns": chosen}
            )
    except IntegrityError:
        raise Refusal("export.set_changed", f"列方案“{name}”刚被另一个页面保存。请刷新后重试。") from None
    return kept


def delete_columns(actor: Actor, set_id: int) -> None:
    """Forget one's own choice of columns."""
    if not ColumnSet.objects.filter(pk=set_id, owner_id=actor.membership_id).delete()[0]:
        raise NotFound("列方案")


def _tell_asker(actor: Actor, export: Export, verb: str, title: str, text: str) -> None:
    notify(
        actor,
        [export.by_id],
        verb,
        title,
        f"“{export.name}”{export.rows:,} 行：{text}"[:300],
        key=f"{verb}:{export.pk}",
        link="/resources/exports",
    )


def _wrong_state(export: Export, deed: str) -> Refusal:
    label = State(export.state).label
    return Refusal(
        "export.wrong_state",
        f"导出 {export.pk} 当前为“{label}”，不能{deed}。请刷新后重试。",
        state=export.state,
    )
