"""Papers for tests: Word files made on the spot, a line's facts, and a converter that needs no LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from anjie.access.actors import Actor
from anjie.desk.public import Case
from anjie.ports import documents
from anjie.services.papers import lines
from anjie.services.papers.lines import Finding, LinePapers, Matter
from anjie.services.papers.starters import FIELDS, KINDS, OUTCOMES


class PlainConverter:
    """Sets the text of a Word file line by line on A4; stands in for LibreOffice."""

    name = "纯文本"

    def is_there(self) -> bool:
        return True

    def to_pdf(self, docx: bytes) -> bytes:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=A4)
        y = 800.0
        for text in text_of(docx):
            for at in range(0, max(1, len(text)), 36):
                if y < 60:
                    canvas.showPage()
                    y = 800.0
                canvas.setFont("STSong-Light", 12)
                canvas.drawString(60, y, text[at : at + 36])
                y -= 22
        canvas.save()
        return out.getvalue()


@contextmanager
def converting(converter: documents.Converter | None) -> Iterator[None]:
    """This converter (or none) for as long as the block lasts."""
    before = documents._in_use
    documents.install(converter)
    try:
        yield
    finally:
        documents.install(before)


def word(*paragraphs: str, table: Sequence[Sequence[str]] = (), header: str = "", footer: str = "") -> bytes:
    """A Word file with these paragraphs, a table, a header and a footer."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, texts in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(docx: bytes) -> list[str]:
    """The paragraphs and, after them, the cells of a Word file."""
    document = Document(io.BytesIO(docx))
    found = [paragraph.text for paragraph in document.paragraphs]
    return found + [
        " ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows
    ]


FACTS: dict[str, Any] = {
    "applicants": [
        {"name": "王桂兰", "sex": "女", "id_no": "110101199001010000", "address": "某市某区一号", "mobile": "10000000001"},
        {"name": "王小明", "sex": "男", "id_no": "110101199101010000", "address": "某市某区二号", "mobile": "10000000002"},
    ],
    "respondents": [
        {"name": "李大山", "sex": "男", "id_no": "110101199201010000", "address": "某市某区三号", "mobile": "10000000003"}
    ],
    "mediator": "林调解",
    "institution": "示范调解委员会",
    "category": "合同",
    "disputed_facts": "双方因装修工程款发生纠纷。",
    "disputed_points": "尾款数额。",
    "agreed_terms": "李大山分两期支付装修款。\n王桂兰不再主张违约金。",
    "agreed_amount": Decimal("12000.50"),
    "performance": "银行转账。",
    "mediated_on": date(2026, 9, 21),
    "instalments": [
        {"no": 1, "payer": "李大山", "payee": "王桂兰", "due_on": date(2026, 10, 1), "amount": Decimal("6000.00")},
        {"no": 2, "payer": "李大山", "payee": "王桂兰", "due_on": date(2026, 11, 1), "amount": Decimal("6000.50")},
    ],
}  # fmt: skip


@contextmanager
def line_with_papers(
    facts: Mapping[str, Any] | None = None, *, matter: Matter = "", findings: Sequence[Finding] = ()
) -> Iterator[None]:
    """The recovery line has the papers of the starting templates for as long as the block lasts."""
    before = dict(lines._LINES)

    def gather(actor: Actor, case: Case) -> Mapping[str, Any]:
        return FACTS if facts is None else facts

    lines.register_facts(
        LinePapers(
            line="recovery",
            fields=FIELDS,
            gather=gather,
            kinds=KINDS,
            outcomes=OUTCOMES,
            matter=lambda case: matter,
            check=lambda actor, case, kind, given: findings,
        )
    )
    try:
        yield
    finally:
        lines._LINES.clear()
        lines._LINES.update(before)
