"""The port to whatever turns a Word file into a PDF: in our words, with two ways to fail."""

from __future__ import annotations

from typing import Protocol


class ConvertLater(Exception):
    """Not now: too slow or too busy; the same file may be tried again."""


class ConvertNever(Exception):
    """This file will not become a PDF, however often it is tried."""


class Converter(Protocol):
    """Turns one Word file into a PDF of its pages."""

    name: str

    def is_there(self) -> bool:
        """Whether it is installed here."""
        ...

    def to_pdf(self, docx: bytes) -> bytes:
        """The PDF; raises :class:`ConvertLater` or :class:`ConvertNever`."""
        ...


_in_use: Converter | None = None


def install(converter: Converter | None) -> None:
    """Name the converter of this process; done once at start-up by config, and by tests."""
    global _in_use
    _in_use = converter


def converter() -> Converter | None:
    """The converter of this process, when one is there and works."""
    return _in_use if _in_use is not None and _in_use.is_there() else None
