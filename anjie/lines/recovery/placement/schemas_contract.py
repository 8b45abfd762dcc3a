"""What client settings say over HTTP."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean

Clock = Literal["hours", "working_hours", "days", "working_days"]


class CustomFieldOut(Schema):
    id: int
    code: str
    label: str
    kind: str
    choices: list[str]
    in_fold: bool


class ContractOut(Schema):
    client_id: int
    client: str
    code: str
    kind: str
    kind_label: str
    takes_good_rows: bool
    wrong_check_digit_is_fault: bool
    parts_tolerance: Decimal
    first_call_limit: int
    first_call_clock: str
    visit_limit_days: int
    term_months: int
    retention_months: int
    retention_years: int
    plan_grace_days: int
    contact_overrides: dict[str, Any]
    pause_overrides: dict[str, bool]
    fields: list[CustomFieldOut]


class ContractChangeIn(Schema):
    """What is left out stays."""

    kind: Literal["card", "consumer", "loan"] | None = None
    takes_good_rows: bool | None = None
    wrong_check_digit_is_fault: bool | None = None
    parts_tolerance: Annotated[Decimal | None, Field(ge=0, le=Decimal("999999.99"), decimal_places=2)] = None
    first_call_limit: Annotated[int | None, Field(ge=1, le=365)] = None
    first_call_clock: Clock | None = None
    visit_limit_days: Annotated[int | None, Field(ge=0, le=365, description="0 asks for no visit")] = None
    term_months: Annotated[int | None, Field(ge=1, le=36)] = None
    retention_months: Annotated[int | None, Field(ge=1, le=12)] = None
    retention_years: Annotated[
        int | None, Field(ge=2, le=30, description="records are kept two years at least")
    ] = None
    plan_grace_days: Annotated[
        int | None, Field(ge=0, le=30, description="of a mediated plan; those signed before keep theirs")
    ] = None
    contact_overrides: dict[str, Any] | None = None
    pause_overrides: Annotated[
        dict[str, bool] | None, Field(max_length=50, description="by reason: does the clock stand still")
    ] = None


class CustomFieldIn(Schema):
    code: Clean = Field(min_length=1, max_length=40)
    label: Clean = Field(min_length=1, max_length=40)
    kind: Literal["text", "number", "money", "date", "choice"] = "text"
    choices: list[Annotated[Clean, Field(min_length=1, max_length=40)]] = Field([], max_length=50)
    in_fold: bool = True
