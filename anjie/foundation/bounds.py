"""The bounds of what a request may name: ids, days and instants that the database and the calendar can hold."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 1, 1)


def _holdable(moment: datetime) -> datetime:
    if not FIRST_DAY.year <= moment.year < LAST_DAY.year:
        raise ValueError("outside the calendar")
    return moment


Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Instant = Annotated[AwareDatetime, AfterValidator(_holdable)]
Offset = Annotated[int, Field(ge=0, le=10_000_000)]
Limit = Annotated[int, Field(ge=1, le=500)]
