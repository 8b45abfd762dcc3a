"""Who comes into a dispute and who leaves, over HTTP."""

from __future__ import annotations

from typing import Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean


class PartyAddIn(Schema):
    """One more party of a side, and why."""

    part: Literal["applicant", "respondent"] = "respondent"
    name: Clean = Field(max_length=60)
    kind: Literal["natural", "enterprise"] = "natural"
    phone: Clean = Field(max_length=40)
    id_no: Clean = Field("", max_length=40)
    address: Clean = Field("", max_length=200)
    reason: Clean = Field(max_length=200)


class PartyLeaveIn(Schema):
    reason: Clean = Field(max_length=200)
