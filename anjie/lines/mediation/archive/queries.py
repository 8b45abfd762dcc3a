"""A file on its way to the archive: its checklist, what was decided, what it holds once it is archived."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, record
from anjie.foundation import clock
from anjie.foundation.bundle import CERTIFICATES, SIGNATURE, SUMS, digest
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.archive.checklist import checklist, labels
from anjie.lines.mediation.archive.models import Archive, ArchiveReview
from anjie.lines.mediation.deeds import ArchiveDeed
from anjie.services.files.bundles import Part

LIVES = timedelta(minutes=10)
_SALT = "anjie.mediation.archive"


def page(actor: Actor, case_id: int) -> dict[str, Any]:
    """The archive tab: what the file holds and lacks, every step so far, and the archived file's contents."""
    case = case_for(actor, ArchiveDeed.SEE, case_id)
    if not Dispute.objects.filter(case=case).exists():
        raise NotFound("案卷")
    found = Archive.objects.filter(case=case).select_related("by__account").first()
    return {
        "case_id": case.pk,
        "state": case.state,
        "checklist": checklist(case),
        "reviews": [
            review_row(one) for one in ArchiveReview.objects.filter(case=case).select_related("by__account")
        ],
        "archive": archive_row(found) if found else None,
    }


def review_row(review: ArchiveReview) -> dict[str, Any]:
    """One step as pages tell it, its remarks by the names of the items."""
    names = labels()
    return {
        "id": review.pk,
        "step": review.step,
        "step_label": review.get_step_display(),
        "note": review.note,
        "remarks": [{"item": names.get(code, code), "text": text} for code, text in review.remarks.items()],
        "by": review.by.account.name if review.by else "",
        "at": review.at,
    }


def archive_row(archive: Archive) -> dict[str, Any]:
    """An archived file with its contents."""
    return {
        "no": archive.no,
        "by": archive.by.account.name if archive.by else "",
        "sealed_at": archive.sealed_at,
        "sha256": digest(archive.sums.encode()),
        "entries": [
            {
                "path": one.path,
                "title": one.title,
                "size": one.blob.size if one.blob else 0,
                "sha256": one.blob_id or "",
                "place": one.place,
            }
            for one in archive.entries.select_related("blob")
        ],
    }


@transaction.atomic
def link_to_bundle(actor: Actor, case_id: int) -> str:
    """A link to the whole archived file as one bundle; that it was taken is told."""
    case, archive = _archived(actor, case_id)
    record(actor, case.pk, "archive.bundled", archive_no=archive.no)
    ends = int((clock.now() + LIVES).timestamp())
    return f"/api/mediation/archive/bundle/{signing.dumps({'c': case.pk, 'a': actor.key, 'e': ends}, salt=_SALT)}"


def bundle_behind(actor: Actor, token: str) -> tuple[str, list[Part], dict[str, bytes]]:
    """The bundle's name, its contents and the signed sums; reach is checked again."""
    try:
        held = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        raise NotFound("案卷包") from None
    if held["a"] != actor.key:
        raise NotFound("案卷包")
    if clock.now().timestamp() > held["e"]:
        raise Refusal("archive.link_expired", "链接已过期。请回到案件页面重新打开。").with_status(410)
    _, archive = _archived(actor, held["c"])
    parts = [Part(one.path, one.title, one.blob, one.place) for one in archive.entries.select_related("blob")]
    written = {
        SUMS: archive.sums.encode(),
        SIGNATURE: archive.signature.encode(),
        CERTIFICATES: archive.certificates.encode(),
    }
    return f"案卷 {archive.no}.zip", parts, written


def _archived(actor: Actor, case_id: int) -> tuple[Case, Archive]:
    case = case_for(actor, ArchiveDeed.SEE, case_id)
    found = Archive.objects.filter(case=case).first()
    if found is None:
        raise Refusal("archive.not_yet", f"案件 {case.no} 还没有归档，没有案卷包。请先完成归档。")
    return case, found
