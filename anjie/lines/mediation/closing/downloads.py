"""Links that open the papers for the court to staff, and a case's papers to its parties; short-lived, on the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, case_for, record
from anjie.foundation import bundle, clock
from anjie.foundation.bundle import INDEX, PAGE, SUMS
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.archive.contents import court_parts
from anjie.lines.mediation.closing.queries import standing
from anjie.lines.mediation.deeds import ClosingDeed
from anjie.lines.mediation.sides import side_of
from anjie.services.files import bundles
from anjie.services.files.bundles import Part
from anjie.services.files.models import Blob, CaseFile
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of
from anjie.services.signing.queries import own

LIVES = timedelta(minutes=10)
_SALT = "anjie.mediation.closing"
SHOWN = (Paper.State.FINAL, Paper.State.TO_SIGN, Paper.State.SIGNED)
NEEDED = {"confirmation": "司法确认申请书", "agreement": "调解协议书"}


@transaction.atomic
def link_to_court_bundle(actor: Actor, case_id: int, file_ids: Sequence[int]) -> str:
    """A link to the bundle for judicial confirmation; refused while application or agreement is not signed."""
    case = case_for(actor, ClosingDeed.REQUEST, case_id)
    parts = _court_parts(case, file_ids)
    record(actor, case.pk, "court.bundled", count=len(parts))
    return f"/api/mediation/closing/bundle/{_sealed(actor, c=case.pk, f=list(file_ids))}"


@transaction.atomic
def court_bundle_behind(actor: Actor, token: str) -> tuple[str, list[Part], dict[str, bytes]]:
    """The bundle's name, its contents and what is written for it; reach is checked again."""
    held = _read(actor, token)
    case = case_for(actor, ClosingDeed.REQUEST, held.get("c", 0))
    parts = _court_parts(case, held.get("f", ()))
    closing = standing(case.pk)
    about = {
        "title": f"司法确认申请材料 {case.no}",
        "案件编号": case.no,
        "案件": case.title,
        "管辖法院": closing.court if closing else "",
        "协议生效日": str(closing.effective_on or "") if closing else "",
        "申请截止日": str(closing.court_until or "") if closing else "",
    }
    index = bundles.index_of(about, parts)
    written = {PAGE: bundles.index_page(index), INDEX: bundles.index_json(index)}
    sums = {path: bundle.digest(content) for path, content in written.items()}
    sums |= {one.path: one.blob.sha256 for one in parts if one.blob}
    written[SUMS] = bundle.sums_of(sums).encode()
    return f"{case.no} 司法确认申请材料.zip", parts, written


def own_papers(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """The papers of a case that its party may read: final and signed ones; which wait for his signature."""
    case = _own(actor, case_id)
    waiting = {one["paper_id"]: one["signer_id"] for one in own(actor)}
    return [
        {
            "id": one.pk,
            "name": one.name,
            "state": one.state,
            "state_label": one.get_state_display(),
            "signed_at": one.signed_at,
            "final_at": one.final_at,
            "signer_id": waiting.get(one.pk),
        }
        for one in papers_of(case.pk)
        if one.state in SHOWN
    ]


@transaction.atomic
def own_paper(actor: Actor, case_id: int, paper_id: int) -> tuple[CaseFile, Blob, str]:
    """One paper for a party of its case: the signed PDF where there is one; that he took it is told."""
    case = _own(actor, case_id)
    paper = (
        Paper.objects.filter(case=case, pk=paper_id, state__in=SHOWN)
        .select_related("signed_pdf", "pdf", "docx")
        .first()
    )
    if paper is None:
        raise NotFound("文书")
    party = side_of(case, actor.own_account_id)
    part = party.get_part_display() if party else "当事人"
    record(actor, case.pk, "paper.taken", paper=paper.pk, name=paper.name, part=part)
    blob = paper.signed_pdf or paper.pdf or paper.docx
    named = CaseFile(name=f"{case.no} {paper.name}.{'pdf' if paper.pdf else 'docx'}")
    return named, blob, "view" if paper.pdf else "download"


def _court_parts(case: Case, file_ids: Sequence[int]) -> list[Part]:
    closing = standing(case.pk)
    if closing is None or closing.outcome != "confirmed":
        raise Refusal("court.not_asked", f"案件 {case.no} 的结案结果不是司法确认，没有申请材料。")
    signed = {one.kind for one in papers_of(case.pk) if one.state == Paper.State.SIGNED}
    missing = [label for kind, label in NEEDED.items() if kind not in signed]
    if missing:
        raise Refusal(
            "court.unsigned",
            f"案件 {case.no} 的{'、'.join(missing)}还没有签署。请签署后再生成申请材料。",
            papers=missing,
        )
    return court_parts(case, file_ids)


def _own(actor: Actor, case_id: int) -> Case:
    return case_for(actor, PartyDeed.TAKE_PART, case_id)


def _sealed(actor: Actor, **held: Any) -> str:
    ends = int((clock.now() + LIVES).timestamp())
    return signing.dumps({**held, "a": actor.key, "e": ends}, salt=_SALT)


def _read(actor: Actor, token: str) -> dict[str, Any]:
    try:
        held: dict[str, Any] = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        raise NotFound("材料包") from None
    if held["a"] != actor.key:
        raise NotFound("材料包")
    if clock.now().timestamp() > held["e"]:
        raise Refusal("closing.link_expired", "链接已过期。请回到案件页面重新打开。").with_status(410)
    return held
