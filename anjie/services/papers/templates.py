"""Templates uploaded, checked, replaced by a newer version, tried on a real case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.papers import apart, keeping, pdf
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.fields import Known
from anjie.services.papers.guard import check_docx
from anjie.services.papers.lines import facts_of, known_of, papers_of_line
from anjie.services.papers.models import Template, TemplateVersion


def check(actor: Actor, line: str, name: str, content: bytes) -> dict[str, Any]:
    """What a Word file says before anything is saved: the facts it uses, its faults with their places."""
    actor.require(PaperDeed.TEMPLATES_MANAGE)
    papers_of_line(line)
    return _checked(line, name, content)


@dataclass(frozen=True)
class Purpose:
    """What a template is for: its name in a line, the kind of paper it makes, for which outcomes, whether it is signed."""

    line: str
    name: str
    kind: str
    outcomes: Sequence[str] = ()
    is_signed: bool = False


def add(actor: Actor, purpose: Purpose, content: bytes, *, file_name: str = "") -> Template:
    """A new template from a Word file; one that names an unknown fact is refused with the place."""
    actor.require(PaperDeed.TEMPLATES_MANAGE)
    name = purpose.name.strip()
    _check_purpose(purpose)
    checked = _refuse_faults(name, _checked(purpose.line, file_name or name, content))
    with transaction.atomic():
        try:
            with transaction.atomic():
                template = Template.objects.create(
                    line=purpose.line,
                    name=name,
                    kind=purpose.kind,
                    outcomes=list(purpose.outcomes),
                    is_signed=purpose.is_signed,
                )
        except IntegrityError:
            raise Refusal(
                "papers.template_exists", f"已有名为“{name}”的模板。请在该模板上传新版本，或换一个名称。"
            ) from None
        _add_version(actor, template, content, file_name or f"{name}.docx", checked)
    return template


def renew(actor: Actor, template_id: int, content: bytes, file_name: str = "") -> Template:
    """A newer version of a template; papers made before keep theirs."""
    actor.require(PaperDeed.TEMPLATES_MANAGE)
    template = _template(template_id)
    checked = _refuse_faults(template.name, _checked(template.line, file_name or template.name, content))
    with transaction.atomic():
        template = Template.objects.select_for_update().get(pk=template_id)
        newest = template.versions.select_related("blob").first()
        if newest and keeping.read(newest.blob) == content:
            raise Refusal(
                "papers.same_version",
                f"上传的文件与“{template.name}”第 {newest.number} 版完全相同，无需重复上传。",
            )
        _add_version(actor, template, content, file_name or f"{template.name}.docx", checked)
    return template


@transaction.atomic
def change(actor: Actor, template_id: int, **given: Any) -> Template:
    """Change what a template is for: name, kind, outcomes, is_signed, is_active, position."""
    actor.require(PaperDeed.TEMPLATES_MANAGE)
    template = Template.objects.select_for_update().filter(pk=template_id).first()
    if template is None:
        raise NotFound("文书模板")
    for field, value in given.items():
        setattr(template, field, value)
    _check_purpose(Purpose(template.line, template.name, template.kind, template.outcomes))
    try:
        with transaction.atomic():
            template.save()
    except IntegrityError:
        raise Refusal("papers.template_exists", f"已有名为“{template.name}”的模板。请换一个名称。") from None
    trail.record(
        actor, "template.changed", template=template.pk, name=template.name, is_active=template.is_active
    )
    return template


def preview(
    actor: Actor, line: str, name: str, content: bytes, case_id: int, *, as_pdf: bool = False
) -> tuple[bytes, str]:
    """A Word file filled with a real case's facts, nothing saved: ``(content, media type)``."""
    actor.require(PaperDeed.TEMPLATES_MANAGE)
    known = known_of(line)
    _refuse_faults(name, _checked(line, name, content, known))
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    if case.line != line:
        raise Invalid("papers.other_line", f"案件 {case.no} 不属于该模板的业务条线。请换一个案件预览。")
    with transaction.atomic():
        record(actor, case.pk, "paper.previewed", name=name[:60])
    made = apart.fill(name, content, known, facts_of(actor, case))
    return (pdf.to_pdf(name, made), keeping.PDF) if as_pdf else (made, keeping.DOCX)


def version_content(actor: Actor, version_id: int) -> tuple[TemplateVersion, bytes]:
    """A version's Word file as it was uploaded."""
    actor.require(PaperDeed.TEMPLATES_SEE)
    version = TemplateVersion.objects.select_related("blob", "template").filter(pk=version_id).first()
    if version is None:
        raise NotFound("模板版本")
    return version, keeping.read(version.blob)


def _template(template_id: int) -> Template:
    template = Template.objects.filter(pk=template_id).first()
    if template is None:
        raise NotFound("文书模板")
    return template


def _checked(line: str, name: str, content: bytes, known: Known | None = None) -> dict[str, Any]:
    check_docx(name, content)
    return apart.check(name, content, known or known_of(line))


def _refuse_faults(name: str, checked: dict[str, Any]) -> dict[str, Any]:
    faults = checked["faults"]
    if faults:
        first = faults[0]
        more = f"（另有 {len(faults) - 1} 处，见列表）" if len(faults) > 1 else ""
        raise Refusal(
            "papers.faults",
            f"模板“{name}”有 {len(faults)} 处需要修改：{first['place']}：{first['message']}{more}",
            faults=faults,
        ).with_status(422)
    return checked


def _add_version(
    actor: Actor, template: Template, content: bytes, file_name: str, checked: dict[str, Any]
) -> TemplateVersion:
    newest = template.versions.first()
    version = TemplateVersion.objects.create(
        template=template,
        number=(newest.number if newest else 0) + 1,
        blob=keeping.keep(content, keeping.DOCX),
        file_name=file_name[:200],
        used=checked["used"],
        by_id=actor.membership_id,
        at=clock.now(),
    )
    trail.record(
        actor, "template.uploaded",
        template=template.pk, name=template.name, number=version.number, sha256=version.blob_id,
    )  # fmt: skip
    return version


def _check_purpose(purpose: Purpose) -> None:
    papers = papers_of_line(purpose.line)
    if not 1 <= len(purpose.name.strip()) <= 60:
        raise Invalid("papers.name", "模板名称应为 1 到 60 个字。请更正后重试。")
    if purpose.kind not in dict(papers.kinds):
        raise Invalid(
            "papers.kind", "模板的文书种类不在列表中。请重新选择。", kinds=[c for c, _ in papers.kinds]
        )
    unknown = [one for one in purpose.outcomes if one not in dict(papers.outcomes)]
    if unknown:
        raise Invalid("papers.outcome", "模板适用的结果不在列表中。请重新选择。", unknown=unknown)
