"""Plans, collectors and rules over HTTP."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id
from anjie.lines.recovery.assignment.drafting import Wish

Mode = Literal[
    "hand", "number", "amount", "both", "cumulative", "quick", "recommended", "rules", "swap", "hand_over",
    "take_back",
]  # fmt: skip
Split = Literal["number", "amount", "both", "cumulative", "quick", "recommended"]


Name = Annotated[Clean, Field(min_length=1, max_length=60)]
Region = Annotated[Clean, Field(min_length=1, max_length=40)]
Category = Annotated[Clean, Field(min_length=1, max_length=24)]
Bound = Annotated[Decimal, Field(ge=0, le=Decimal("999999999999.99"), decimal_places=2)]


class AssignmentPlanIn(Schema):
    """Which cases (``ids``, or ``query`` as the case list takes it), how, and to whom.

    ``collectors`` are memberships, else all collectors of ``unit``. ``swap`` takes two collectors;
    ``hand_over`` everything ``from_collectors`` hold, divided by ``split``; ``take_back`` the cases, or all
    that ``from_collectors`` hold.
    """

    mode: Mode
    ids: list[Id] = Field([], max_length=50_000)
    query: dict[str, Any] | None = None
    unassigned_only: bool = False
    collectors: list[Id] = Field([], max_length=2000)
    unit: Id | None = None
    from_collectors: list[Id] = Field([], max_length=200)
    split: Split = "cumulative"

    def wish(self) -> Wish:
        """What is asked, as the actions take it; the plan keeps what was asked but not a long list of ids."""
        asked = {**self.dict(exclude={"ids"}), "ids": len(self.ids)}
        return Wish(**self.dict(), asked=asked)


class CollectorBarOut(Schema):
    """A collector before and after."""

    membership_id: int
    name: str
    unit_id: int
    unit: str
    before_count: int
    before_amount: Decimal
    less_count: int
    less_amount: Decimal
    added_count: int
    added_amount: Decimal
    after_count: int
    after_amount: Decimal


class PlanRefusedOut(Schema):
    id: int
    no: str
    code: str
    message: str
    facts: dict[str, Any]


class AssignmentPlanOut(Schema):
    id: int
    mode: str
    mode_label: str
    state: str
    state_label: str
    at: datetime.datetime
    committed_at: datetime.datetime | None
    count: int
    amount: Decimal
    persons: int
    people: list[CollectorBarOut]
    refused: list[PlanRefusedOut] = Field(description="the first 500; refused_count counts all")
    refused_count: int
    refused_by_code: dict[str, int]
    assigned: int | None = Field(description="after the commit: cases that changed hands")
    unchanged: int | None = Field(description="after the commit: cases that stayed with their holder")
    left_out: list[PlanRefusedOut] = Field(
        description="after the commit: the first 500 that had changed meanwhile"
    )
    left_out_count: int


class AssignmentPlansOut(Schema):
    rows: list[AssignmentPlanOut]
    count: int
    totals: dict[str, Any]


class AssignmentLineOut(Schema):
    case_id: int
    no: str
    title: str
    person_id: int
    client_name: str
    amount: Decimal
    region: str
    category: str
    state: str
    from_id: int | None
    from_name: str
    to_id: int | None
    to_name: str
    why: list[str]


class AssignmentLinesOut(Schema):
    rows: list[AssignmentLineOut]
    count: int
    totals: dict[str, Any]


class PlanCorrectionIn(Schema):
    """Put planned cases (with the others of their persons, unless ``alone``) to another collector."""

    case_ids: list[Id] = Field(min_length=1, max_length=5000)
    to: Id
    alone: bool = False


class CollectorOut(Schema):
    membership_id: int
    name: str
    unit_id: int
    unit: str
    role: str
    role_name: str
    held_count: int
    held_amount: Decimal
    client_ids: list[int] | None


class CollectorTotals(Schema):
    held_count: int
    held_amount: Decimal


class CollectorsOut(Schema):
    rows: list[CollectorOut]
    count: int
    totals: CollectorTotals


class HoldingOut(Schema):
    membership_id: int
    name: str
    unit: str
    role: str
    role_label: str
    from_at: datetime.datetime
    to_at: datetime.datetime | None
    why: str
    why_label: str


class HoldingsOut(Schema):
    rows: list[HoldingOut]
    count: int
    totals: dict[str, Any]


class AssignmentRuleIn(Schema):
    """What is blank does not matter; ``amount_to`` itself no longer fits; no members means all of the unit."""

    name: Name
    client_id: Id | None = None
    unit_id: Id
    regions: list[Region] = Field([], max_length=100)
    categories: list[Category] = Field([], max_length=100)
    amount_from: Bound | None = None
    amount_to: Bound | None = None
    membership_ids: list[Id] = Field([], max_length=500)
    position: int = Field(0, ge=0, le=10_000)
    is_active: bool = True


class AssignmentRuleChangeIn(Schema):
    name: Name | None = None
    client_id: Id | None = None
    unit_id: Id | None = None
    regions: list[Region] | None = Field(None, max_length=100)
    categories: list[Category] | None = Field(None, max_length=100)
    amount_from: Bound | None = None
    amount_to: Bound | None = None
    membership_ids: list[Id] | None = Field(None, max_length=500)
    position: int | None = Field(None, ge=0, le=10_000)
    is_active: bool | None = None

    def given(self) -> dict[str, Any]:
        """What was sent; only bounds and client may be sent as null, to take them off."""
        values = self.dict(exclude_unset=True)
        may_be_null = {"client_id", "amount_from", "amount_to"}
        return {name: value for name, value in values.items() if value is not None or name in may_be_null}


class AssignmentRuleOut(Schema):
    id: int
    name: str
    client_id: int | None
    client_name: str
    unit_id: int
    unit: str
    regions: list[str]
    categories: list[str]
    amount_from: Decimal | None
    amount_to: Decimal | None
    membership_ids: list[int]
    members: list[str]
    position: int
    is_active: bool


class AssignmentRulesOut(Schema):
    rows: list[AssignmentRuleOut]
    count: int
    totals: dict[str, Any]
