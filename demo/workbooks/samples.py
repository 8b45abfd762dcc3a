"""What a sample is: a file name, how it is built, and exactly what its preview must say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Mark = tuple[int, str, str]
"""Row, column (header as it stands), code."""


@dataclass(frozen=True)
class Expect:
    """What the preview of a sample says; ``refusal`` stands alone."""

    refusal: str = ""
    header_row: int = 1
    rows: int = 0
    good: int = 0
    amount_total: str = "0.00"
    faults: list[Mark] = field(default_factory=list)
    warnings: list[Mark] = field(default_factory=list)
    mapping: dict[str, str] = field(default_factory=dict)
    """Pairs that must be in the mapping (not all of it)."""
    unmapped: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sample:
    """One workbook with its story."""

    file: str
    story: str
    kind: str
    client: str
    build: Callable[[Path], Expect]


SAMPLES: dict[str, Sample] = {}
Builder = Callable[[Path], Expect]


def sample(
    file: str, story: str, kind: str = "placement", client: str = "DEMO-BANK"
) -> Callable[[Builder], Builder]:
    """Registers a builder: it writes the file and returns what the preview must say."""

    def register(build: Builder) -> Builder:
        assert file not in SAMPLES, file
        SAMPLES[file] = Sample(file, story, kind, client, build)
        return build

    return register


def manifest_entry(one: Sample, expected: Expect) -> dict[str, Any]:
    """The sample as the manifest lists it."""
    told = {k: v for k, v in asdict(expected).items() if v not in ("", [], {})}
    if expected.refusal:
        told = {"refusal": expected.refusal}
    else:
        told["wrong"] = expected.rows - expected.good
    return {"file": one.file, "story": one.story, "kind": one.kind, "client": one.client, "expect": told}
