"""What the moves to the archive set off: the decision is kept with its remarks, the next is told, the file is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, on, parties_of, record
from anjie.foundation import bundle, clock
from anjie.foundation.bundle import INDEX, PAGE
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.archive.contents import parts_of
from anjie.lines.mediation.archive.models import Archive, ArchiveEntry, ArchiveReview
from anjie.lines.mediation.deeds import ArchiveDeed
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.review.actions import clean_remarks
from anjie.services.files import bundles
from anjie.services.files.bundles import Part
from anjie.services.papers import keeping
from anjie.services.signing import detached

Step = ArchiveReview.Step
STEPS = {
    "archive.submit": Step.SUBMITTED,
    "archive.pass": Step.PASSED,
    "archive.send_back": Step.SENT_BACK,
    "archive.accept": Step.ACCEPTED,
    "archive.reject": Step.REJECTED,
}


def reviewed(code: str, actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Keep the step with its remarks on single items and tell who acts next; the last one seals the file."""
    remarks, note = clean_remarks(facts.get("remarks") or {}), str(facts.get("reason") or "").strip()[:500]
    for dispute in Dispute.objects.filter(case_id__in=case_ids).select_related("case").order_by("pk"):
        case = dispute.case
        ArchiveReview.objects.create(
            case=case, step=STEPS[code], note=note, remarks=remarks, by_id=actor.membership_id, at=clock.now()
        )
        if code == "archive.accept":
            seal(actor, case)
        _tell(actor, case, code, note)


def seal(actor: Actor, case: Case) -> Archive:
    """Write down what the file holds, every content by its hash, and sign that; the case is read-only from now on."""
    now = clock.now()
    no = f"{clock.local(now).year}-{case.no}"
    parts = parts_of(actor, case)
    index = bundles.index_of(_about(case, no), parts)
    parts += [
        Part(PAGE, "目录", keeping.keep(bundles.index_page(index), "text/html")),
        Part(INDEX, "目录（程序读取）", keeping.keep(bundles.index_json(index), "application/json")),
    ]
    sums = bundle.sums_of({one.path: one.blob.sha256 for one in parts if one.blob})
    signature, certificates = detached.sign(sums.encode())
    made = Archive.objects.create(
        case=case,
        no=no,
        sums=sums,
        signature=signature,
        certificates=certificates,
        by_id=actor.membership_id,
        sealed_at=now,
    )
    ArchiveEntry.objects.bulk_create(
        ArchiveEntry(
            archive=made, position=place, path=one.path, title=one.title, blob=one.blob, place=one.place
        )
        for place, one in enumerate(parts)
    )
    record(
        actor, case.pk, "archive.sealed",
        archive_no=no, count=len(parts), sha256=bundle.digest(sums.encode()),
    )  # fmt: skip
    return made


def _about(case: Case, no: str) -> dict[str, str]:
    dispute = Dispute.objects.select_related("kind", "institution").get(case=case)
    parties = parties_of(case.pk)
    return {
        "title": f"案卷 {no}",
        "档号": no,
        "案件编号": case.no,
        "案件": case.title,
        "类别": dispute.kind.label,
        "结果": dispute.get_outcome_display(),
        "调解机构": dispute.institution.name,
        "当事人": "、".join(f"{one.get_part_display()}{one.person.name}" for one in parties),
        "归档时间": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
    }


def _tell(actor: Actor, case: Case, code: str, note: str) -> None:
    said = f"{case.no} {case.title}"
    if code == "archive.submit":
        members, verb, title = _assigner(case), "archive.first", "案卷待归档初审"
    elif code == "archive.pass":
        telling.tell_staff(actor, case, ArchiveDeed.FINAL, "archive.final", "案卷待归档终审", said)
        return
    else:
        members = [case.holder_id] if case.holder_id else []
        verb, title = code, {"archive.accept": "案卷已归档"}.get(code, "案卷被退回补充")
        said = f"{said}：{note}" if note else said
    telling.tell_members(actor, case, members, verb, title, said)


def _assigner(case: Case) -> list[int]:
    found = Appointment.objects.filter(case=case, is_lead=True, by__isnull=False).order_by("id").last()
    return [found.by_id] if found and found.by_id else []


def register() -> None:
    """Hear the moves to the archive."""
    for code in STEPS:
        on(code, _hears(code))


def _hears(code: str) -> Any:
    def heard(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
        reviewed(code, actor, case_ids, facts)

    return heard
