"""Templates and papers over HTTP."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Form, Router
from ninja.files import UploadedFile

from anjie.access.http import Needs
from anjie.services.files.serving import file_response
from anjie.services.papers import actions, opening, queries, templates
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.guard import MOST_BYTES
from anjie.services.papers.schemas import (
    OpenPaperIn,
    OpenPaperOut,
    PaperFactOut,
    PaperLineOut,
    PaperOut,
    PapersOut,
    ProduceIn,
    SignedOnPaperIn,
    TemplateChangeIn,
    TemplateCheckOut,
    TemplateIn,
    TemplateOut,
)

router = Router(tags=["papers"])
SEE_TEMPLATES = Needs(PaperDeed.TEMPLATES_SEE)
MANAGE = Needs(PaperDeed.TEMPLATES_MANAGE)
PRODUCE = Needs(PaperDeed.PRODUCE)


@router.get("/lines", response=list[PaperLineOut], auth=SEE_TEMPLATES)
def lines(request: HttpRequest):
    """The lines that have papers, with their kinds and outcomes."""
    return queries.lines()


@router.get("/facts", response=list[PaperFactOut], auth=SEE_TEMPLATES)
def facts(request: HttpRequest, line: str):
    """Every fact a line's templates may name, with the text to write in Word."""
    return queries.facts(line)


@router.get("/templates", response=list[TemplateOut], auth=SEE_TEMPLATES)
def list_templates(request: HttpRequest, line: str = ""):
    """Every template with its versions."""
    return queries.list_templates(request.auth, line)


@router.post("/templates/check", response=TemplateCheckOut, auth=MANAGE)
def check_template(request: HttpRequest, file: File[UploadedFile], line: Form[str]):
    """What a Word file says and what is wrong with it, nothing saved."""
    return templates.check(request.auth, line, file.name or "", _content(file))


@router.post("/templates", response=TemplateOut, auth=MANAGE)
def add_template(request: HttpRequest, file: File[UploadedFile], details: Form[TemplateIn]):
    """A new template."""
    purpose = templates.Purpose(**details.dict())
    made = templates.add(request.auth, purpose, _content(file), file_name=file.name or "")
    return queries.one_template(made.pk)


@router.post("/templates/{int:template_id}/versions", response=TemplateOut, auth=MANAGE)
def renew_template(request: HttpRequest, template_id: int, file: File[UploadedFile]):
    """A newer version of a template."""
    renewed = templates.renew(request.auth, template_id, _content(file), file.name or "")
    return queries.one_template(renewed.pk)


@router.put("/templates/{int:template_id}", response=TemplateOut, auth=MANAGE)
def change_template(request: HttpRequest, template_id: int, body: TemplateChangeIn):
    """Change what a template is for, or take it out of use."""
    return queries.one_template(templates.change(request.auth, template_id, **body.dict()).pk)


@router.get("/templates/versions/{int:version_id}", auth=SEE_TEMPLATES)
def version_file(request: HttpRequest, version_id: int):
    """A version's Word file as it was uploaded."""
    version, content = templates.version_content(request.auth, version_id)
    return _answer(content, version.blob.media_type, f"{version.template.name} 第{version.number}版.docx")


@router.get("/templates/versions/{int:version_id}/preview/{int:case_id}/{as_what}", auth=MANAGE)
def preview_version(request: HttpRequest, version_id: int, case_id: int, as_what: Literal["docx", "pdf"]):
    """A version filled with a real case, nothing saved."""
    version, content = templates.version_content(request.auth, version_id)
    name = version.template.name
    made, media = templates.preview(
        request.auth, version.template.line, name, content, case_id, as_pdf=as_what == "pdf"
    )
    return _answer(made, media, f"预览 {name}.{as_what}")


@router.get("/cases/{int:case_id}", response=PapersOut, auth=Needs(PaperDeed.SEE))
def papers_of_case(request: HttpRequest, case_id: int):
    """The papers of a case, and what can be made for it."""
    return queries.list_papers(request.auth, case_id)


@router.post("/cases/{int:case_id}", response=PapersOut, auth=PRODUCE)
def produce(request: HttpRequest, case_id: int, body: ProduceIn):
    """Make the papers of an outcome, or one."""
    actions.produce_asked(request.auth, case_id, body.outcome, body.template_id)
    return queries.list_papers(request.auth, case_id)


@router.post("/{int:paper_id}/remake", response=PaperOut, auth=PRODUCE)
def remake(request: HttpRequest, paper_id: int):
    """Make a paper again with the facts as they are now."""
    return queries.paper_row(request.auth, actions.remake(request.auth, paper_id))


@router.post("/{int:paper_id}/final", response=PaperOut, auth=PRODUCE)
def finalise(request: HttpRequest, paper_id: int):
    """Fix a draft."""
    return queries.paper_row(request.auth, actions.finalise(request.auth, paper_id))


@router.post("/{int:paper_id}/signed", response=PaperOut, auth=PRODUCE)
def signed_on_paper(request: HttpRequest, paper_id: int, body: SignedOnPaperIn):
    """The paper was signed by hand; its scan lies among the case's files."""
    return queries.paper_row(request.auth, actions.mark_signed(request.auth, paper_id, **body.dict()))


@router.post("/{int:paper_id}/open", response=OpenPaperOut, auth=Needs(PaperDeed.SEE))
def open_paper(request: HttpRequest, paper_id: int, body: OpenPaperIn):
    """A link that opens a paper's file."""
    return {"url": opening.link_to_paper(request.auth, paper_id, body.what)}


@router.get("/file/{token}", auth=Needs(PaperDeed.SEE))
def paper_file(request: HttpRequest, token: str):
    """The bytes behind a paper's link."""
    return file_response(request, *opening.paper_behind(request.auth, token))


def _content(file: UploadedFile) -> bytes:
    # One byte more than may be: the guard tells of it, and no more is held.
    return file.read(MOST_BYTES + 1)


def _answer(content: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = (
        content_disposition_header(media != "application/pdf", name) or "attachment"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
