"""Short-lived signed links: given after a reach check, good for who asked, checked again when opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.core import signing
from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.files.enclosing import Enclosed, enclosed_with
from anjie.services.files.models import Blob, CaseFile
from anjie.services.files.rules import may_show

LIVES = timedelta(minutes=10)
Purpose = Literal["view", "download"]
_SALT = "anjie.files.link"


@dataclass(frozen=True)
class Link:
    """Where the file opens, and until when."""

    url: str
    expires_at: datetime


@transaction.atomic
def link_to_file(actor: Actor, case_id: int, file_id: int, purpose: Purpose) -> Link:
    """A link that opens one file for this person; the viewing or download is on the case's record."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    file, blob = _online(case, file_id)
    if purpose == "view" and not may_show(blob.media_type):
        raise Refusal(
            "files.not_shown", f"“{file.name}”不能在页面中查看。请下载后查看。", media_type=blob.media_type
        )
    verb = "file.viewed" if purpose == "view" else "file.downloaded"
    record(actor, case.pk, verb, file=file.pk, name=file.name)
    return _sign(actor, "file", {"c": case.pk, "f": file.pk, "p": purpose})


@transaction.atomic
def link_to_all(actor: Actor, case_id: int, kind: str = "") -> Link:
    """A link that downloads everything of the case, or every file of one kind, as one archive."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    count = len(live_files(case, kind)) + len(_enclosed(actor, case, kind))
    if not count:
        raise Refusal("files.none", f"案件 {case.no} 没有可下载的文件。请先上传，或换一个分类。")
    record(actor, case.pk, "file.downloaded_all", count=count, kind=kind)
    return _sign(actor, "archive", {"c": case.pk, "k": kind})


def file_behind(actor: Actor, token: str) -> tuple[CaseFile, Blob, Purpose]:
    """The file a link opens, when it is still good and the person still has the case within reach."""
    held = _read(actor, token, "file")
    case = case_for(actor, DeskDeed.CASES_SEE, held["c"])
    return *_online(case, held["f"]), held["p"]


def archive_behind(actor: Actor, token: str) -> tuple[Case, list[CaseFile], list[Enclosed]]:
    """The files an archive link downloads, as they are now, and what the lines enclose."""
    held = _read(actor, token, "archive")
    case = case_for(actor, DeskDeed.CASES_SEE, held["c"])
    return case, live_files(case, held["k"]), _enclosed(actor, case, held["k"])


def live_files(case: Case, kind: str = "") -> list[CaseFile]:
    """The files of the case that were not deleted, oldest first; offline ones among them."""
    files = CaseFile.objects.filter(case=case, deleted_at__isnull=True).select_related(
        "blob", "by__account", "account"
    )
    return list((files.filter(kind=kind) if kind else files).order_by("at", "id"))


def _enclosed(actor: Actor, case: Case, kind: str) -> list[Enclosed]:
    """Files of one kind come alone."""
    return [] if kind else enclosed_with(actor, case)


def _online(case: Case, file_id: int) -> tuple[CaseFile, Blob]:
    file = (
        CaseFile.objects.filter(case=case, pk=file_id, deleted_at__isnull=True).select_related("blob").first()
    )
    if file is None:
        raise NotFound("文件")
    if file.blob is None:
        raise Refusal(
            "files.offline",
            f"“{file.name}”离线保存在：{file.offline_place}。请到该处调取。",
            place=file.offline_place,
        )
    return file, file.blob


def _sign(actor: Actor, what: str, held: dict[str, Any]) -> Link:
    expires_at = clock.now() + LIVES
    payload = {**held, "a": actor.key, "e": int(expires_at.timestamp())}
    return Link(f"/api/files/{what}/{signing.dumps(payload, salt=_SALT + what)}", expires_at)


def _read(actor: Actor, token: str, what: str) -> dict[str, Any]:
    try:
        held: dict[str, Any] = signing.loads(token, salt=_SALT + what)
    except signing.BadSignature:
        raise NotFound("文件") from None
    if held["a"] != actor.key:
        raise NotFound("文件")
    if clock.now().timestamp() > held["e"]:
        raise Refusal(
            "files.link_expired", "文件链接已过期。请回到案件页面重新打开。", minutes=int(LIVES.seconds / 60)
        ).with_status(410)
    return held
