"""Files of one case put on another as well: the content stays where it is, both cases point to it."""

from __future__ import annotations

from collections.abc import Collection

from anjie.access.actors import Actor
from anjie.desk.public import Case, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.services.files.models import Blob, CaseFile


def carry(actor: Actor, source: Case, target_id: int, file_ids: Collection[int]) -> list[CaseFile]:
    """Put these files of ``source`` on the other case, inside the caller's transaction, which has decided that it may.

    One that is no longer on ``source`` refuses all.
    """
    wanted = set(file_ids)
    if not wanted:
        return []
    files = list(CaseFile.objects.filter(case=source, pk__in=wanted, deleted_at__isnull=True).order_by("pk"))
    if len(files) != len(wanted):
        raise Invalid("files.not_there", f"所选文件中有的已不在案件 {source.no} 中。请刷新后重新选择。")
    # Whoever takes one of them off now waits here, and finds its content in use.
    list(Blob.objects.filter(pk__in=[one.blob_id for one in files]).order_by("pk").select_for_update())
    made = CaseFile.objects.bulk_create(
        CaseFile(
            case_id=target_id,
            blob_id=one.blob_id,
            name=one.name,
            kind=one.kind,
            offline_place=one.offline_place,
            by_id=actor.membership_id,
            at=clock.now(),
        )
        for one in files
    )
    record(actor, target_id, "file.carried", no=source.no, count=len(made), names=[one.name for one in made])
    return made
