"""Client settings and custom fields over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement import contracts
from anjie.lines.recovery.placement.schemas_contract import (
    ContractChangeIn,
    ContractOut,
    CustomFieldIn,
    CustomFieldOut,
)

router = Router(tags=["recovery"])
MANAGE = Needs(PlacementDeed.CONTRACTS_MANAGE)


@router.get("", response=list[ContractOut], auth=MANAGE)
def list_contracts(request: HttpRequest):
    """Every client with its settings and custom fields."""
    return contracts.contracts(request.auth)


@router.patch("/{int:client_id}", response=OkOut, auth=MANAGE)
def change_contract(request: HttpRequest, client_id: int, body: ContractChangeIn):
    """Change a client's settings."""
    contracts.change_contract(request.auth, client_id, body.dict(exclude_unset=True))
    return {"ok": True}


@router.post("/{int:client_id}/fields", response=CustomFieldOut, auth=MANAGE)
def declare_field(request: HttpRequest, client_id: int, body: CustomFieldIn):
    """Declare a custom field."""
    return contracts.declare_field(request.auth, client_id, **body.dict())


@router.delete("/{int:client_id}/fields/{int:field_id}", response=OkOut, auth=MANAGE)
def drop_field(request: HttpRequest, client_id: int, field_id: int):
    """Stop declaring a field; values cases hold stay."""
    contracts.drop_field(request.auth, client_id, field_id)
    return {"ok": True}
