"""Exports as the tests ask for them and read them again."""

from __future__ import annotations

from openpyxl import load_workbook

from anjie.access.models import Role, TrailEntry
from anjie.services.sheets.exporting import exports, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.models import Export


def taken(actor, kind: str = "recovery_cases", wanted: Wanted | None = None, **how) -> Export:
    """Ask, and let the worker do it."""
    export = exports.ask(actor, kind, wanted or Wanted(), **how)
    return running.run(export.pk)


def cells(export: Export, sheet: str | None = None) -> list[list]:
    book = load_workbook(running.file_of(export))
    page = book[sheet] if sheet else book.worksheets[0]
    return [list(row) for row in page.iter_rows(values_only=True)]


def written(actor) -> list[str]:
    return list(
        TrailEntry.objects.filter(actor=actor.key, verb__startswith="export.")
        .order_by("seq")
        .values_list("verb", flat=True)
    )


def may(role: str, *codes: str, no: tuple[str, ...] = ()) -> None:
    found = Role.objects.get(code=role)
    found.deeds = sorted({*found.deeds, *codes} - set(no))
    found.save()
