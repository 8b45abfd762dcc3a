"""The port to PDF: what a converter gives, whichever it is; the real LibreOffice where it is installed."""

from __future__ import annotations

import stat

import pypdfium2
import pytest

from anjie.adapters.libreoffice import LibreOffice
from anjie.ports.documents import Converter, ConvertLater, ConvertNever
from anjie.services.papers.starters import STARTERS, content_of
from tests.papers import PlainConverter, word

REAL = LibreOffice()
CONVERTERS = [PlainConverter(), *([REAL] if REAL.is_there() else [])]


@pytest.mark.parametrize("converter", CONVERTERS, ids=lambda one: type(one).__name__)
def test_a_word_file_becomes_pages_with_its_chinese_text(converter: Converter) -> None:
    pdf = converter.to_pdf(word("调解协议书", "壹万贰仟元整", table=[["期次", "金额"], ["1", "6,000.00"]]))
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    assert [words for words in ("调解协议书", "壹万贰仟元整", "6,000.00") if words not in text] == []


@pytest.mark.parametrize("converter", CONVERTERS, ids=lambda one: type(one).__name__)
def test_a_shipped_template_becomes_a_pdf(converter: Converter) -> None:
    agreement = next(one for one in STARTERS if one.kind == "agreement")
    assert converter.to_pdf(content_of(agreement)).startswith(b"%PDF-")


def _program(tmp_path, script: str) -> str:
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_one_that_takes_too_long_is_ended_and_may_be_tried_again(tmp_path) -> None:
    slow = LibreOffice(_program(tmp_path, "sleep 60"), seconds=0.5)
    with pytest.raises(ConvertLater):
        slow.to_pdf(word("x"))


def test_one_that_makes_nothing_never_will(tmp_path) -> None:
    with pytest.raises(ConvertNever):
        LibreOffice(_program(tmp_path, "exit 77")).to_pdf(word("x"))


def test_what_is_not_installed_is_not_there() -> None:
    assert LibreOffice("no-such-office").is_there() is False
