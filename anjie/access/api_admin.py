"""Accounts, roles and organisations over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access import accounts, addresses, institutions, organisations, queries_admin, roles
from anjie.access.deeds import AccessDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.access.schemas_admin import (
    AccountEditIn,
    AccountIn,
    AccountPageOut,
    AccountRowOut,
    AddressListIn,
    AddressListOut,
    AddressListsOut,
    BindableAccountOut,
    BindIn,
    DeedOut,
    DisabledOut,
    DisableIn,
    FirstPasswordOut,
    HeldOut,
    KindText,
    OrganisationEditIn,
    OrganisationIn,
    OrganisationOut,
    PostEditIn,
    PostIn,
    PostOut,
    RoleEditIn,
    RoleIn,
    RoleOut,
    dump,
)
from anjie.foundation.bounds import Id

router = Router(tags=["access"])
SEE = Needs(AccessDeed.ACCOUNTS_SEE)
MANAGE = Needs(AccessDeed.ACCOUNTS_MANAGE)
ROLES = Needs(AccessDeed.ROLES_MANAGE)
ADDRESSES = Needs(AccessDeed.ADDRESSES_MANAGE)
UNITS_SEE = Needs(AccessDeed.ORGANISATIONS_SEE)
UNITS = Needs(AccessDeed.ORGANISATIONS_MANAGE)


@router.get("/accounts", response=AccountPageOut, auth=SEE)
def list_accounts(
    request: HttpRequest,
    page: int = Query(1, ge=1, le=100_000),
    size: int = Query(50, ge=1, le=200),
    kind: str = "",
    role: Id | None = None,
    active: bool | None = None,
    q: str = Query("", max_length=40),
):
    """Accounts within reach by kind, role, state and text."""
    return queries_admin.account_page(
        request.auth, page=page, size=size, kind=kind, role=role, active=active, q=q.strip()
    )


@router.post("/accounts", response=FirstPasswordOut, auth=MANAGE)
def create_account(request: HttpRequest, body: AccountIn):
    """Create an account; the answer holds its first password, shown once."""
    posts = [accounts.Post(p.role, p.unit, p.reach, p.clients) for p in body.posts]
    fields = body.dict(exclude={"posts"})
    made, password = accounts.create(request.auth, posts=posts, **fields)
    return {"id": made.pk, "password": password}


@router.get("/accounts/{account_id}", response=AccountRowOut, auth=SEE)
def one_account(request: HttpRequest, account_id: int):
    """One account with its memberships."""
    return queries_admin.account(request.auth, account_id)


@router.patch("/accounts/{account_id}", response=AccountRowOut, auth=MANAGE)
def edit_account(request: HttpRequest, account_id: int, body: AccountEditIn):
    """Change an account's name, staff number or mobile."""
    accounts.edit(request.auth, account_id, dump(body))
    return queries_admin.account(request.auth, account_id)


@router.get("/accounts/{account_id}/held", response=list[HeldOut], auth=MANAGE)
def account_held(request: HttpRequest, account_id: int):
    """What it holds, asked before it is disabled."""
    return queries_admin.held(request.auth, account_id)


@router.post("/accounts/{account_id}/reset-password", response=FirstPasswordOut, auth=MANAGE)
def reset_password(request: HttpRequest, account_id: int):
    """Give a new first password, shown once."""
    return {"id": account_id, "password": accounts.reset_password(request.auth, account_id)}


@router.post("/accounts/{account_id}/disable", response=DisabledOut, auth=MANAGE)
def disable_account(request: HttpRequest, account_id: int, body: DisableIn):
    """Disable an account and hand over what it holds in the same transaction."""
    return accounts.disable(request.auth, account_id, hand_over_to=body.hand_over_to, why=body.why)


@router.post("/accounts/{account_id}/enable", response=OkOut, auth=MANAGE)
def enable_account(request: HttpRequest, account_id: int):
    """Let it sign in again."""
    accounts.enable(request.auth, account_id)
    return {"ok": True}


@router.post("/accounts/{account_id}/posts", response=PostOut, auth=MANAGE)
def give_post(request: HttpRequest, account_id: int, body: PostIn):
    """Give it another membership."""
    made = accounts.add_post(
        request.auth, account_id, accounts.Post(body.role, body.unit, body.reach, body.clients)
    )
    return queries_admin.post(made)


@router.patch("/posts/{membership_id}", response=PostOut, auth=MANAGE)
def edit_post(request: HttpRequest, membership_id: int, body: PostEditIn):
    """Change a membership's reach, clients, or whether it is active."""
    row = accounts.edit_post(
        request.auth, membership_id, reach=body.reach, client_ids=body.clients, active=body.active
    )
    return queries_admin.post(row)


@router.get("/deeds", response=list[DeedOut], auth=SEE)
def list_deeds(request: HttpRequest):
    """Every deed a role can hold."""
    return queries_admin.deeds(request.auth)


@router.get("/roles", response=list[RoleOut], auth=SEE)
def list_roles(request: HttpRequest):
    """Every role."""
    return queries_admin.roles(request.auth)


@router.post("/roles", response=RoleOut, auth=ROLES)
def create_role(request: HttpRequest, body: RoleIn):
    """Add a role."""
    role = roles.create(request.auth, **body.dict())
    return next(row for row in queries_admin.roles(request.auth) if row.pk == role.pk)


@router.patch("/roles/{role_id}", response=RoleOut, auth=ROLES)
def edit_role(request: HttpRequest, role_id: int, body: RoleEditIn):
    """Change what a role may do, with effect on the next request."""
    roles.edit(request.auth, role_id, **body.dict())
    return next(row for row in queries_admin.roles(request.auth) if row.pk == role_id)


@router.delete("/roles/{role_id}", response=OkOut, auth=ROLES)
def delete_role(request: HttpRequest, role_id: int):
    """Delete a role nobody has."""
    roles.delete(request.auth, role_id)
    return {"ok": True}


@router.get("/organisations", response=list[OrganisationOut], auth=UNITS_SEE)
def list_organisations(request: HttpRequest, kind: KindText | None = None, q: str = Query("", max_length=40)):
    """Our units within reach, clients and institutions, in tree order."""
    return queries_admin.organisations(request.auth, kind=kind or "", q=q.strip())


@router.post("/organisations", response=OrganisationOut, auth=UNITS)
def create_organisation(request: HttpRequest, body: OrganisationIn):
    """Add an organisation."""
    fields = body.dict(exclude={"parent"})
    return queries_admin.organisation(organisations.create(request.auth, parent_id=body.parent, **fields))


@router.patch("/organisations/{organisation_id}", response=OrganisationOut, auth=UNITS)
def edit_organisation(request: HttpRequest, organisation_id: int, body: OrganisationEditIn):
    """Change an organisation, or move it under another parent; refused where ``version`` is stale."""
    changes = dump(body)
    version = changes.pop("version")
    if "parent" in changes:
        changes["parent_id"] = changes.pop("parent")
    edited = organisations.edit(request.auth, organisation_id, changes, version=version)
    return queries_admin.organisation(edited)


@router.delete("/organisations/{organisation_id}", response=OkOut, auth=UNITS)
def delete_organisation(request: HttpRequest, organisation_id: int):
    """Delete an organisation on which nothing hangs."""
    organisations.delete(request.auth, organisation_id)
    return {"ok": True}


@router.get("/institution-accounts", response=list[BindableAccountOut], auth=UNITS)
def bindable_accounts(request: HttpRequest, q: str = Query("", max_length=40)):
    """Enterprise accounts that may be bound to an institution."""
    return institutions.candidates(request.auth, q.strip())


@router.post("/organisations/{organisation_id}/bind", response=OrganisationOut, auth=UNITS)
def bind_account(request: HttpRequest, organisation_id: Id, body: BindIn):
    """Bind an enterprise's own account to its first-level institution."""
    bound = institutions.bind(
        request.auth, organisation_id, body.account, keep=body.keep, version=body.version
    )
    return queries_admin.organisation(bound)


@router.post("/organisations/{organisation_id}/unbind", response=OrganisationOut, auth=UNITS)
def unbind_account(request: HttpRequest, organisation_id: Id):
    """Undo the binding of an institution and its account."""
    return queries_admin.organisation(institutions.unbind(request.auth, organisation_id))


@router.get("/addresses", response=AddressListsOut, auth=ADDRESSES)
def list_addresses(request: HttpRequest):
    """From which addresses staff may work, and the address this request came from."""
    rows = [addresses.row(one) for one in addresses.lists(request.auth)]
    return {"your_address": request.auth.address, "rows": rows}


@router.post("/addresses", response=AddressListOut, auth=ADDRESSES)
def put_addresses(request: HttpRequest, body: AddressListIn):
    """Set the list of a role, of a membership, or of everybody."""
    saved = addresses.put(
        request.auth,
        networks=body.networks,
        role_id=body.role,
        membership_id=body.membership,
        note=body.note,
    )
    return addresses.row(saved)


@router.delete("/addresses/{list_id}", response=OkOut, auth=ADDRESSES)
def remove_addresses(request: HttpRequest, list_id: Id):
    """Take a list away."""
    addresses.remove(request.auth, list_id)
    return {"ok": True}
