"""A list of 100,000 cases × 40 columns as the product takes it out, against the bare writer.

    anjie bench export --json

The product: asked, run as the worker runs it (rights looked at all the while, rows by a server-side cursor,
cells made safe, watermark, digest, trail), until the file can be downloaded. The floor: the same writer over
the same values, ready in memory as plain records, nothing looked at.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.memory import Peaks, held_mb

OWN_DATABASE = True
GOAL = 1.3
COLUMNS = 40


def run(cases: int = 100_000) -> dict[str, Any]:
    """One line: seconds from asking to a file that can be downloaded, and of the bare writer."""
    from django.conf import settings

    from anjie.access.actors import Actor
    from anjie.access.models import Membership
    from anjie.services.sheets.exporting import exports, running
    from anjie.services.sheets.exporting.exporters import Wanted, exporter_of
    from bench.list_seed import seed

    seed(cases)
    settings.EXPORT_APPROVAL_ROWS = cases + 1
    member = Membership.objects.select_related("account", "role", "unit").get(account__username="admin")
    actor = Actor.of(member)
    exporter = exporter_of("recovery_cases")
    keys = [key for key, column in exporter.offered(actor).items() if not column.unmasked][:COLUMNS]
    with tempfile.TemporaryDirectory(prefix="anjie-bench-") as folder:
        settings.HOME = Path(folder)
        outs = [exporter.columns[key].out() for key in keys]
        values = [tuple(row) for row in exporter.rows(actor, Wanted(), keys)]
        before = _floor(Path(folder) / "bare.xlsx", outs, values)
        began = time.perf_counter()
        export = exports.ask(actor, "recovery_cases", Wanted(), columns=keys)
        asked = time.perf_counter() - began
        held = held_mb()
        with Peaks() as peaks:
            done = running.run(export.pk)
        seconds = time.perf_counter() - began
        after = _floor(Path(folder) / "bare.xlsx", outs, values)
        if done.state != "ready" or done.rows != cases:
            raise RuntimeError(f"{done.state}: {done.rows} rows, {done.why}")
        size = done.file_size
    floor = (before + after) / 2
    return {
        "name": "export",
        "work": f"{cases} cases x {len(keys)} columns, asked until ready",
        "seconds": round(seconds, 2),
        "floor_seconds": round(floor, 2),
        "ratio": round(seconds / floor, 2),
        "goal": GOAL,
        "met": seconds <= GOAL * floor,
        "ask_seconds": round(asked, 2),
        "floors": [round(before, 2), round(after, 2)],
        "file_mb": round(size / 1e6, 1),
        "added_mb": peaks.own_mb - held,
    }


def _floor(path: Path, outs: Sequence[Any], values: Sequence[Sequence[Any]]) -> float:
    """The writer alone: records of plain values, the same number formats."""
    import rustpy_xlsxwriter

    from anjie.services.sheets.writing.plain_book import NUMBER_FORMATS

    headers = [out.header for out in outs]
    formats = {
        out.header: rustpy_xlsxwriter.Format().set_num_format(NUMBER_FORMATS[out.holds])
        for out in outs
        if out.holds != "text"
    }
    began = time.perf_counter()
    records = (dict(zip(headers, row, strict=True)) for row in values)
    rustpy_xlsxwriter.write_worksheets(
        [("数据", records)], str(path), column_formats={"数据": formats}, bold_headers=True
    )
    return time.perf_counter() - began
