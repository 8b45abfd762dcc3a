"""Papers of a case: made from templates by outcome, made again, final, given to signing, signed."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, case_for, cases_for, reach_of, record
from anjie.foundation import clock, live
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import sealer
from anjie.services.files.models import CaseFile
from anjie.services.papers import apart, keeping, pdf, signing_by_hand
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.lines import facts_of, known_of, must_sign, outcome_label, papers_of_line
from anjie.services.papers.models import Paper, Template, TemplateVersion
from anjie.services.papers.packing import pack, unpack

State = Paper.State
PLACE = "papers_paper.facts_sealed"
OPEN = (State.DRAFT, State.FINAL, State.TO_SIGN)


def produce_asked(actor: Actor, case_id: int, outcome: str, template_id: int | None) -> list[Paper]:
    """The papers of an outcome, or the one of a template that is named."""
    if template_id is not None:
        return [produce_one(actor, case_id, template_id, outcome)]
    return produce(actor, case_id, outcome)


def produce(actor: Actor, case_id: int, outcome: str) -> list[Paper]:
    """Every paper the templates name for this outcome, as drafts; older drafts of the same kinds are replaced."""
    case = case_for(actor, PaperDeed.PRODUCE, case_id)
    papers = papers_of_line(case.line)
    if outcome not in dict(papers.outcomes):
        raise Invalid("papers.outcome", "结案结果不在列表中。请重新选择。", outcome=outcome[:40])
    templates = list(Template.objects.filter(line=case.line, is_active=True, outcomes__contains=[outcome]))
    if not templates:
        raise Refusal(
            "papers.no_template",
            f"还没有适用于“{outcome_label(case.line, outcome)}”的文书模板。请先在“文书模板”中上传。",
            outcome=outcome,
        )
    return _make(actor, case, templates, outcome)


def produce_one(actor: Actor, case_id: int, template_id: int, outcome: str = "") -> Paper:
    """One paper from one template, as a draft."""
    case = case_for(actor, PaperDeed.PRODUCE, case_id)
    template = Template.objects.filter(pk=template_id, line=case.line, is_active=True).first()
    if template is None:
        raise NotFound("文书模板")
    return _make(actor, case, [template], outcome)[0]


def remake(actor: Actor, paper_id: int) -> Paper:
    """The same paper with the facts as they are now and the template's newest version."""
    paper = paper_for(actor, PaperDeed.PRODUCE, paper_id)
    if paper.state not in (State.DRAFT, State.FINAL):
        raise _not_in(paper, "重新制作")
    return _make(actor, paper.case, [paper.version.template], paper.outcome)[0]


def _make(actor: Actor, case: Case, templates: Sequence[Template], outcome: str) -> list[Paper]:
    facts = facts_of(actor, case)
    known = known_of(case.line)
    made: list[tuple[Template, TemplateVersion, bytes]] = []
    for template in templates:
        version = template.versions.select_related("blob").first()
        if version is not None:
            filled = apart.fill(template.name, keeping.read(version.blob), known, facts)
            made.append((template, version, filled))
    with transaction.atomic():
        _lock_case(actor, case.pk)
        papers = [_keep_draft(actor, case, one, facts, outcome) for one in made]
        live.publish(f"case:{case.pk}", event="papers", count=len(papers))
    return papers


def _keep_draft(
    actor: Actor,
    case: Case,
    made: tuple[Template, TemplateVersion, bytes],
    facts: dict[str, Any],
    outcome: str,
) -> Paper:
    template, version, content = made
    before = Paper.objects.filter(case=case, version__template=template, state__in=OPEN)
    signing = before.filter(state=State.TO_SIGN).first()
    if signing is not None:
        raise Refusal(
            "papers.being_signed",
            f"案件 {case.no} 的“{template.name}”正在签署中，不能重新制作。请先撤回签署。",
            paper=signing.pk,
        )
    replaced = list(before.values_list("pk", flat=True))
    before.update(state=State.REPLACED)
    paper = Paper.objects.create(
        case=case,
        version=version,
        name=template.name,
        kind=template.kind,
        outcome=outcome,
        docx=keeping.keep(content, keeping.DOCX),
        made_by_id=actor.membership_id,
        made_at=clock.now(),
    )
    text = json.dumps({code: pack(value) for code, value in facts.items()}, ensure_ascii=False)
    paper.facts_sealed = sealer().seal(text, PLACE, paper.pk)
    paper.save(update_fields=["facts_sealed"])
    record(
        actor, case.pk, "paper.made",
        paper=paper.pk, name=paper.name, number=version.number, sha256=paper.docx_id, replaced=replaced,
    )  # fmt: skip
    return paper


def finalise(actor: Actor, paper_id: int) -> Paper:
    """Fix a draft: what the line's check blocks stays a draft; a PDF is made where that can be done here."""
    paper = paper_for(actor, PaperDeed.PRODUCE, paper_id)
    if paper.state != State.DRAFT:
        raise _not_in(paper, "定稿")
    check = papers_of_line(paper.case.line).check
    findings = list(check(actor, paper.case, paper.kind, facts_behind(paper))) if check else []
    blocked = [one for one in findings if one.level == "block"]
    if blocked:
        raise Refusal(
            "papers.blocked",
            f"“{paper.name}”还不能定稿：{'；'.join(one.message for one in blocked)}请更正后重新制作。",
            findings=[asdict(one) for one in findings],
        )
    made = pdf.to_pdf(paper.name, keeping.read(paper.docx)) if pdf.can_convert() else None
    with transaction.atomic():
        paper = paper_for(actor, PaperDeed.PRODUCE, paper_id, lock=True)
        if paper.state != State.DRAFT:
            raise _not_in(paper, "定稿")
        paper.state, paper.final_at = State.FINAL, clock.now()
        paper.pdf = keeping.keep(made, keeping.PDF) if made else None
        paper.findings = [asdict(one) for one in findings]
        paper.save(update_fields=["state", "final_at", "pdf", "findings"])
        record(
            actor, paper.case_id, "paper.final",
            paper=paper.pk, name=paper.name, sha256=paper.pdf_id or paper.docx_id,
        )  # fmt: skip
    return paper


@transaction.atomic
def mark_signed(
    actor: Actor,
    paper_id: int,
    file_id: int,
    note: str = "",
    *,
    signed: Collection[int] = (),
    partly: bool = False,
) -> Paper:
    """Signed on paper: the scan or photo lies among the case's files, and this person says whose names stand on it.

    ``signed`` are the parties seen on this scan, beside those on earlier ones. While one who must sign is missing it
    is refused, or ``partly`` keeps who has signed and the paper waits for the others.
    """
    paper = paper_for(actor, PaperDeed.PRODUCE, paper_id, lock=True)
    if paper.state != State.FINAL:
        raise _not_in(paper, "登记为纸质签署")
    scan = CaseFile.objects.filter(pk=file_id, case_id=paper.case_id, deleted_at__isnull=True).first()
    if scan is None:
        raise NotFound("签署后的扫描件")
    wanted = must_sign(paper.case, paper.kind)
    before = {one["party_id"] for one in paper.signed_by}
    seen = signing_by_hand.seen_on(paper.name, wanted, before, signed, partly=partly)
    paper.signed_by = [
        *paper.signed_by,
        *({"party_id": one.party_id, "part": one.part, "name": one.name, "file": scan.pk} for one in seen),
    ]
    paper.scan_id = scan.pk
    missing = signing_by_hand.missing(wanted, {one["party_id"] for one in paper.signed_by})
    said, names = note.strip()[:200], [f"{one.part}{one.name}" for one in seen]
    if missing:
        paper.save(update_fields=["signed_by", "scan_id"])
        record(
            actor, paper.case_id, "paper.partly_signed",
            paper=paper.pk, name=paper.name, file=scan.pk, note=said, signed=names,
            missing=[f"{one.part}{one.name}" for one in missing],
        )  # fmt: skip
        return paper
    whose = "、".join(one["name"] for one in paper.signed_by)
    how = f"纸质签署{f'（{whose}）' if whose else ''}，由{actor.name}登记，扫描件“{scan.name}”"
    paper.state, paper.signed_at = State.SIGNED, clock.now()
    paper.signed_how = (how + (f"，{said}" if said else ""))[:200]
    paper.save(update_fields=["state", "signed_at", "scan_id", "signed_how", "signed_by"])
    record(
        actor, paper.case_id, "paper.signed_on_paper",
        paper=paper.pk, name=paper.name, file=scan.pk, note=said, signed=names,
    )  # fmt: skip
    return paper


def begin_signing(actor: Actor, paper: Paper) -> None:
    """The paper is with its signers; called by signing, which holds the row."""
    if paper.state != State.FINAL:
        raise _not_in(paper, "发起在线签署")
    paper.state = State.TO_SIGN
    paper.save(update_fields=["state"])


def stop_signing(actor: Actor, paper: Paper) -> None:
    """The paper is back from its signers unsigned."""
    paper.state = State.FINAL
    paper.save(update_fields=["state"])


def finish_signing(actor: Actor, paper: Paper, content: bytes, how: str) -> None:
    """Everybody has signed: the finished PDF stands beside the one they saw."""
    paper.state, paper.signed_at = State.SIGNED, clock.now()
    paper.signed_pdf = keeping.keep(content, keeping.PDF)
    paper.signed_how = how[:200]
    paper.save(update_fields=["state", "signed_at", "signed_pdf", "signed_how"])
    live.publish(f"case:{paper.case_id}", event="papers", id=paper.pk)


def paper_for(actor: Actor, deed: PaperDeed, paper_id: int, *, lock: bool = False) -> Paper:
    """One paper of a case within reach; locked with ``lock``, its case before it."""
    actor.require(deed)
    seen = Paper.objects.filter(reach_of(actor, "case__"), pk=paper_id)
    paper = seen.select_related(
        "case__organisation", "version__template", "docx", "pdf", "signed_pdf"
    ).first()
    if paper is None:
        raise NotFound("文书")
    if lock:
        _lock_case(actor, paper.case_id)
        paper = (
            Paper.objects.select_for_update(of=("self",))
            .select_related("case__organisation", "version__template", "docx", "pdf", "signed_pdf")
            .get(pk=paper_id)
        )
    return paper


def facts_behind(paper: Paper) -> dict[str, Any]:
    """The facts a paper was filled with."""
    if paper.facts_sealed is None:
        return {}
    held = json.loads(sealer().open(paper.facts_sealed, PLACE, paper.pk))
    return {code: unpack(value) for code, value in held.items()}


def _lock_case(actor: Actor, case_id: int) -> None:
    cases_for(actor, DeskDeed.CASES_SEE).select_for_update(of=("self",), no_key=True).get(pk=case_id)


def _not_in(paper: Paper, what: str) -> Refusal:
    label = State(paper.state).label
    return Refusal(
        "papers.state", f"“{paper.name}”当前为“{label}”，不能{what}。请刷新后查看。", state=paper.state
    )
