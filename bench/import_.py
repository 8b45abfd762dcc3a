"""A workbook of 100,000 rows × 40 columns from upload to committed, against the floor of the same workbook.

    anjie bench import --json

Everything the product does is in it: reading apart, checks, sealing, persons, cases, contact points, timelines,
indexes. The floor (``bench/import_floor.py``) is measured before and after, in the same run and database and in
a process of its own, so that what it holds is not taken for what the import holds.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from bench.memory import Peaks

OWN_DATABASE = True
GOAL = 2.5


def run(rows: int = 100_000) -> dict[str, Any]:
    """One line: seconds of the whole import, the mean of the two floors, and the parts of it."""
    from anjie.access.actors import Actor
    from anjie.services.sheets.importing import desktop
    from bench.import_floor import floor_apart, write_workbook

    client = _organise()
    with tempfile.TemporaryDirectory(prefix="anjie-bench-") as folder:
        path = Path(folder) / "placements.xlsx"
        write_workbook(path, rows)
        parts: dict[str, float] = {}
        before = floor_apart(path)
        began = time.perf_counter()
        with _timed(parts), Peaks("examining.child") as peaks:
            record = desktop.import_file(Actor.job("bench.import"), path, "placement", client)
        seconds = time.perf_counter() - began
        after = floor_apart(path)
        size = path.stat().st_size
    floor = (before + after) / 2
    return {
        "name": "import",
        "work": f"{record.done_rows} rows x 40 columns, upload to committed",
        "seconds": round(seconds, 2),
        "floor_seconds": round(floor, 2),
        "ratio": round(seconds / floor, 2),
        "goal": GOAL,
        "met": seconds <= GOAL * floor,
        "parts": {name: round(value, 2) for name, value in parts.items()},
        "floors": [round(before, 2), round(after, 2)],
        "file_mb": round(size / 1e6, 1),
        "peak_mb": peaks.own_mb,
        "reader_peak_mb": peaks.child_mb,
    }


class _timed:
    """How long each step of the import took."""

    def __init__(self, parts: dict[str, float]) -> None:
        self.parts = parts

    def __enter__(self) -> None:
        from anjie.services.sheets.importing import imports, landing

        self.kept = [
            (module, name, getattr(module, name))
            for module, name in ((imports, "upload"), (imports, "read_upload"), (landing, "land"))
        ]
        for module, name, step in self.kept:
            setattr(module, name, self._watch(name, step))

    def __exit__(self, *ended: object) -> None:
        for module, name, step in self.kept:
            setattr(module, name, step)

    def _watch(self, name: str, step: Any) -> Any:
        def watched(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return step(*args, **kwargs)
            finally:
                self.parts[name] = time.perf_counter() - began

        return watched


def _organise() -> str:
    from anjie.access.models import Organisation
    from anjie.access.sealed_columns import prove_keys
    from anjie.access.shipped import ship_roles

    prove_keys()
    ship_roles()
    for kind, code, name in (("company", "BENCH-HQ", "公司"), ("client", "BENCH", "委托方")):
        made, fresh = Organisation.objects.get_or_create(
            code=code, defaults={"kind": kind, "name": name, "path": ""}
        )
        if fresh:
            made.path = f"/{made.pk}/"
            made.save(update_fields=["path"])
    return "BENCH"
