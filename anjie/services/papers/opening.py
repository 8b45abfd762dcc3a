"""Short-lived links that open a paper's file for one person, on the record."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from django.core import signing
from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import record
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.files.models import Blob, CaseFile
from anjie.services.papers.actions import paper_for
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.models import Paper

As = Literal["docx", "pdf", "signed"]
LIVES = timedelta(minutes=10)
_SALT = "anjie.papers.link"


@transaction.atomic
def link_to_paper(actor: Actor, paper_id: int, wanted: As) -> str:
    """The address that opens the paper's Word file, PDF or signed PDF."""
    paper = paper_for(actor, PaperDeed.SEE, paper_id)
    _blob(paper, wanted)
    record(actor, paper.case_id, "paper.opened", paper=paper.pk, name=paper.name, what=wanted)
    held = {"p": paper.pk, "w": wanted, "a": actor.key, "e": int((clock.now() + LIVES).timestamp())}
    return f"/api/papers/file/{signing.dumps(held, salt=_SALT)}"


def paper_behind(actor: Actor, token: str) -> tuple[CaseFile, Blob, str]:
    """What the link opens, as the file service serves it; reach is checked again."""
    try:
        held = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        raise NotFound("文书") from None
    if held["a"] != actor.key:
        raise NotFound("文书")
    if clock.now().timestamp() > held["e"]:
        raise Refusal("papers.link_expired", "文书链接已过期。请回到案件页面重新打开。").with_status(410)
    paper = paper_for(actor, PaperDeed.SEE, held["p"])
    blob = _blob(paper, held["w"])
    ending = "docx" if held["w"] == "docx" else "pdf"
    mark = {"docx": "", "pdf": "", "signed": "（已签署）"}[held["w"]]
    named = CaseFile(name=f"{paper.case.no} {paper.name}{mark}.{ending}")
    return named, blob, "download" if ending == "docx" else "view"


def _blob(paper: Paper, wanted: str) -> Blob:
    blob = {"docx": paper.docx, "pdf": paper.pdf, "signed": paper.signed_pdf}[wanted]
    if blob is None:
        raise Refusal(
            "papers.no_pdf",
            f"“{paper.name}”没有 PDF：本机未安装 LibreOffice，可下载 Word 打印。"
            if wanted == "pdf"
            else f"“{paper.name}”还没有在线签署完成的 PDF。",
        )
    return blob
