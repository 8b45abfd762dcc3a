"""A party's own files on its case: added while the application or the answer is open, seen and taken off by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet, Sum

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, Party, accounts_of, case_for, line_of
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.application.actions import OPEN_TO_CHANGE
from anjie.lines.mediation.moves import AWAITING_RESPONDENT
from anjie.services.files import actions as files
from anjie.services.files import uploads
from anjie.services.files.models import Blob, CaseFile, Upload
from anjie.services.files.queries import row
from anjie.services.files.rules import TYPES, Type, check_size, ending_of

DEED = PartyDeed.TAKE_PART
MEGABYTE = 1024 * 1024
LIMITS = {
    "picture": 20 * MEGABYTE,
    "document": 50 * MEGABYTE,
    "audio": 100 * MEGABYTE,
    "video": 200 * MEGABYTE,
}
"""The most bytes of one file by what it is; what is none of these is not taken from a party."""
MOST_FILES = 50
MOST_BYTES = 1024 * MEGABYTE
NOT_TAKEN = ("zip", "msg")


@dataclass(frozen=True)
class Shown:
    """What a party shows on its case, and whether it may still add and take off."""

    rows: list[dict[str, Any]]
    count: int
    may_change: bool


def files_of(actor: Actor, case_id: int) -> Shown:
    """One's own files on the case, oldest first; what the other side or staff added is not among them."""
    case = case_for(actor, DEED, case_id)
    own = list(_own(actor, case).select_related("blob", "account").order_by("at", "id"))
    return Shown([row(one) for one in own], len(own), is_open(actor, case))


def begin(actor: Actor, case_id: int, *, name: str, size: int, sha256: str = "") -> Upload:
    """Begin an upload to one's own case; type, size and number are judged before the first byte."""
    case = case_for(actor, DEED, case_id)
    _require_open(actor, case)
    check_size(name, size, _limit_by_name(name))
    _check_room(actor, case, size)
    return uploads.begin_upload(actor, name=name, size=size, sha256=sha256, deed=DEED)


def finish(actor: Actor, case_id: int, token: str, note: str = "") -> CaseFile:
    """Put a completed upload on one's own case, when its content is what its name says."""

    def check(found: Type, case: Case) -> None:
        _require_open(actor, case)
        if found.kind not in LIMITS:
            raise _not_taken(found.label)
        check_size(upload.name, upload.size, LIMITS[found.kind])
        _check_room(actor, case, upload.size)

    upload = uploads.upload_of(actor, token)
    return files.finish_upload(actor, token, case_id, note=note, deed=DEED, check=check)


@transaction.atomic
def take_off(actor: Actor, case_id: int, file_id: int) -> None:
    """Take one of one's own files off the case while it is open to change."""
    case = case_for(actor, DEED, case_id, lock=True)
    _require_open(actor, case)
    files.take_off(actor, _own(actor, case), file_id, "当事人自行删除")


def content_of(actor: Actor, case_id: int, file_id: int) -> tuple[CaseFile, Blob]:
    """One of one's own files with its content."""
    case = case_for(actor, DEED, case_id)
    file = _own(actor, case).filter(pk=file_id).select_related("blob").first()
    if file is None or file.blob is None:
        raise NotFound("文件")
    return file, file.blob


def is_open(actor: Actor, case: Case) -> bool:
    """Whether whoever is signed in may add to the case now: the applicant to a draft, the respondent when asked."""
    if case.state in OPEN_TO_CHANGE:
        return actor.own_account_id in accounts_of(case.pk, Party.Part.APPLICANT)
    if case.state == AWAITING_RESPONDENT:
        return actor.own_account_id in accounts_of(case.pk, Party.Part.RESPONDENT)
    return False


def _require_open(actor: Actor, case: Case) -> None:
    if not is_open(actor, case):
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "evidence.locked",
            f"案件 {case.no} 当前为“{label}”，不能增删材料。如有新的材料，请联系调解机构。",
            state=case.state,
        )


def _own(actor: Actor, case: Case) -> QuerySet[CaseFile]:
    return CaseFile.objects.filter(case=case, account_id=actor.own_account_id, deleted_at__isnull=True)


def _check_room(actor: Actor, case: Case, size: int) -> None:
    own = _own(actor, case)
    count = own.count()
    if count >= MOST_FILES:
        raise Refusal(
            "evidence.too_many",
            f"一个案件最多上传 {MOST_FILES} 份材料。请先删除不需要的，或合并为一个 PDF。",
            count=count,
        )
    held = own.aggregate(held=Sum("blob__size"))["held"] or 0
    if held + size > MOST_BYTES:
        raise Refusal(
            "evidence.too_large",
            f"一个案件的材料合计不能超过 {MOST_BYTES // MEGABYTE} MB，现有 {held // MEGABYTE} MB。请先删除不需要的。",
            held=held,
        )


def _limit_by_name(name: str) -> int:
    """The most bytes a file of this name may have; an ending that several types go by is judged by the largest."""
    ending = ending_of(name)
    limits = [LIMITS[one.kind] for one in TYPES if ending in one.endings and one.kind in LIMITS]
    if not limits or ending in NOT_TAKEN:
        raise _not_taken(f".{ending}" if ending else "没有扩展名的文件")
    return max(limits)


def _not_taken(what: str) -> Invalid:
    return Invalid(
        "evidence.type",
        f"不能上传“{what}”。请上传图片、PDF、Word、Excel、录音或视频。",
        found=what,
    )
