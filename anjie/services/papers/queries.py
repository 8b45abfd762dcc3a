"""Templates with their versions and facts, and the papers of a case."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db.models import Prefetch

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, case_for
from anjie.foundation.refusals import NotFound
from anjie.services.papers import pdf
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.fields import FactField
from anjie.services.papers.lines import (
    fields_of,
    kind_label,
    line_label,
    lines_with_papers,
    must_sign,
    outcome_label,
    papers_of_line,
)
from anjie.services.papers.models import Paper, Template, TemplateVersion


def lines() -> list[dict[str, Any]]:
    """The lines that have papers, with their kinds and outcomes."""
    return [
        {
            "line": one.line,
            "label": line_label(one.line),
            "kinds": [{"code": code, "label": label} for code, label in one.kinds],
            "outcomes": [{"code": code, "label": label} for code, label in one.outcomes],
        }
        for one in lines_with_papers()
    ]


def facts(line: str) -> list[dict[str, Any]]:
    """The picker: every fact of the line's templates with the text to write in Word."""
    return [_fact(one) for one in fields_of(line)]


def list_templates(actor: Actor, line: str = "") -> list[dict[str, Any]]:
    """Every template with its newest version."""
    actor.require(PaperDeed.TEMPLATES_SEE)
    known = [one.line for one in lines_with_papers()]
    found = Template.objects.filter(line__in=[line] if line in known else known)
    versions = Prefetch("versions", TemplateVersion.objects.select_related("by__account").order_by("-number"))
    return [template_row(one) for one in found.prefetch_related(versions)]


def one_template(template_id: int) -> dict[str, Any]:
    """One template as lists show it."""
    template = Template.objects.filter(pk=template_id).first()
    if template is None:
        raise NotFound("文书模板")
    return template_row(template)


def template_row(template: Template) -> dict[str, Any]:
    """One template with its versions."""
    versions = list(template.versions.all())
    return {
        "id": template.pk,
        "line": template.line,
        "line_label": line_label(template.line),
        "name": template.name,
        "kind": template.kind,
        "kind_label": kind_label(template.line, template.kind),
        "outcomes": list(template.outcomes),
        "outcome_labels": [outcome_label(template.line, one) for one in template.outcomes],
        "is_signed": template.is_signed,
        "is_active": template.is_active,
        "position": template.position,
        "versions": [
            {
                "id": one.pk,
                "number": one.number,
                "file_name": one.file_name,
                "sha256": one.blob_id,
                "used": one.used,
                "by": one.by.account.name if one.by else "系统",
                "at": one.at,
            }
            for one in versions
        ],
    }


def papers_of(case_id: int, *, with_replaced: bool = False) -> list[Paper]:
    """A case's papers, the newest first; the caller has checked the reach."""
    found = Paper.objects.filter(case_id=case_id).select_related("version", "made_by__account", "case")
    return list(found if with_replaced else found.exclude(state=Paper.State.REPLACED))


def list_papers(actor: Actor, case_id: int) -> dict[str, Any]:
    """A case's papers, what can be made for it, and whether this machine makes PDF files."""
    case = case_for(actor, PaperDeed.SEE, case_id)
    line = papers_of_line(case.line)
    templates = Template.objects.filter(line=case.line, is_active=True)
    return {
        "rows": [paper_row(actor, one) for one in papers_of(case.pk, with_replaced=True)],
        "outcomes": [{"code": code, "label": label} for code, label in line.outcomes],
        "templates": [
            {"id": one.pk, "name": one.name, "kind": one.kind, "outcomes": list(one.outcomes)}
            for one in templates
        ],
        "can_convert": pdf.can_convert(),
        "may_produce": actor.may(PaperDeed.PRODUCE) and actor.may(DeskDeed.CASES_SEE),
    }


def paper_row(actor: Actor, paper: Paper) -> dict[str, Any]:
    """One paper as pages show it, with what may be done with it now."""
    state, may = paper.state, actor.may(PaperDeed.PRODUCE)
    return {
        "id": paper.pk,
        "case_id": paper.case_id,
        "name": paper.name,
        "kind": paper.kind,
        "outcome": paper.outcome,
        "outcome_label": outcome_label(paper.case.line, paper.outcome) if paper.outcome else "",
        "version": paper.version.number,
        "state": state,
        "state_label": paper.get_state_display(),
        "findings": paper.findings,
        "sha256": paper.signed_pdf_id or paper.pdf_id or paper.docx_id,
        "has_pdf": paper.pdf_id is not None,
        "has_signed_pdf": paper.signed_pdf_id is not None,
        "scan_id": paper.scan_id,
        "signed_how": paper.signed_how,
        "signers": _signers(paper),
        "made_by": paper.made_by.account.name if paper.made_by else "系统",
        "made_at": paper.made_at,
        "final_at": paper.final_at,
        "signed_at": paper.signed_at,
        "may_remake": may and state in (Paper.State.DRAFT, Paper.State.FINAL),
        "may_finalise": may and state == Paper.State.DRAFT,
        "may_sign": may and state == Paper.State.FINAL,
    }


def _signers(paper: Paper) -> list[dict[str, Any]]:
    """Who must sign a paper that waits for it, and who has done so by hand."""
    if paper.state != Paper.State.FINAL:
        return []
    signed = {one["party_id"] for one in paper.signed_by}
    return [{**asdict(one), "signed": one.party_id in signed} for one in must_sign(paper.case, paper.kind)]


def _fact(one: FactField) -> dict[str, Any]:
    return {
        "code": one.code,
        "label": one.label,
        "kind": one.kind,
        "note": one.note,
        "written": f"{{% for 项 in {one.name} %}}…{{% endfor %}}" if one.repeats else f"{{{{{one.name}}}}}",
        "items": [
            {
                "code": inner.code,
                "label": inner.label,
                "kind": inner.kind,
                "written": f"{{{{项.{inner.name}}}}}",
            }
            for inner in one.repeats
        ],
    }
