"""Builds every sample into a folder with its manifest: ``python -m demo.workbooks [FOLDER]``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from demo.workbooks import cells, forms, hostile, later, mediation, numbers, shapes  # noqa: F401 - they register their samples
from demo.workbooks.samples import SAMPLES, manifest_entry
from demo.workbooks.writing import steady


def build(folder: Path) -> None:
    """Writes all samples and ``manifest.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = [manifest_entry(one, one.build(folder / one.file)) for one in SAMPLES.values()]
    for path in folder.glob("*.xlsx"):
        # Those made byte by byte are steady already, and one lies about its sizes.
        if not path.name.startswith(("bomb-", "password")):
            steady(path)
    text = json.dumps(entries, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "demo/samples"))
