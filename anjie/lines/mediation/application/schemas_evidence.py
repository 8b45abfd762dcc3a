"""What a party's own files say over HTTP."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean
from anjie.services.files.schemas import FileOut


class EvidenceOut(Schema):
    """One's own files; ``may_change``: whether files may be added and taken off now."""

    rows: list[FileOut]
    count: int
    may_change: bool


class EvidenceFinishIn(Schema):
    note: Clean = Field("", max_length=200)
