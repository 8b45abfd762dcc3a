"""Workbooks for tests, imported by the product's own steps: ``take(world["王内勤"], "phone", head, *rows)``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from anjie.access.actors import Actor
from anjie.services.sheets.examining.examination import Examination
from anjie.services.sheets.importing import desktop
from anjie.services.sheets.models import Import
from demo.workbooks.writing import xlsx

SAMPLES = Path(__file__).parents[1] / "demo" / "samples"
UPDATES = SAMPLES / "updates"


def book(*rows: list[Any]) -> Path:
    """A workbook with these rows, the header first."""
    path = Path(tempfile.mkdtemp()) / "sheet.xlsx"
    xlsx(path, list(rows))
    return path


def look(actor: Actor, kind: str, path: Path, client: str = "DEMO-BANK") -> Examination:
    """The preview of a file."""
    return desktop.preview(actor, path, kind, client)


def faults(found: Examination) -> list[tuple[int, str]]:
    """What is wrong in a preview: row and code."""
    return sorted((one.row, one.code) for one in found.faults)


def warnings(found: Examination) -> list[tuple[int, str]]:
    """What is doubtful in a preview: row and code."""
    return sorted((one.row, one.code) for one in found.warnings)


def take(
    actor: Actor, kind: str, path: Path, client: str = "DEMO-BANK", *, good_only: bool = False
) -> Import:
    """The file imported."""
    return desktop.import_file(actor, path, kind, client, good_only=good_only)


def undo(actor: Actor, record: Import) -> dict[str, Any]:
    """The import taken back: how many cases, and which stay and why."""
    return desktop.undo(actor, record.pk)
