"""The ways in that need no password, registration and one's own account over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router

from anjie.access import codes, doors, registration, scans, wechat_users
from anjie.access.deeds import PartyDeed
from anjie.access.http import Anyone, Needs, address_of
from anjie.access.models import Scan, SmsCode
from anjie.access.schemas import OkOut, SessionOut
from anjie.access.schemas_admin import dump
from anjie.access.schemas_door import (
    CodeIn,
    CodeOut,
    DoorsOut,
    EnterpriseIn,
    MobileCodeIn,
    PersonIn,
    PhoneIn,
    ProfileIn,
    ProfileOut,
    ProofIn,
    ScanAnswerIn,
    ScanOut,
    ScanShownOut,
    ScanStateOut,
    TapIn,
)

router = Router(tags=["access"])
SELF = Needs(PartyDeed.SELF)
PROOF = set(ProofIn.model_fields)


@router.get("/doors", response=DoorsOut, auth=Anyone())
def ways_in(request: HttpRequest):
    """Which ways in lead somewhere."""
    return doors.open_doors()


@router.post("/codes", response=CodeOut, auth=Anyone())
def send_code(request: HttpRequest, body: CodeIn):
    """Send a code to a number; the answer is the same whether anybody has it or not."""
    return codes.send(body.mobile, body.purpose, address=address_of(request))


@router.post("/sign-in/code", response=SessionOut, auth=Anyone())
def sign_in_by_code(request: HttpRequest, body: MobileCodeIn):
    """Sign in by number and code; 409 ``access.not_registered`` brings a ticket to register with."""
    get_token(request)
    return doors.by_code(request, body.mobile, body.code, address=address_of(request))


@router.post("/register/person", response=SessionOut, auth=Anyone())
def register_person(request: HttpRequest, body: PersonIn):
    """Register a person and sign in."""
    facts, proof = body.dict(exclude=PROOF), body.dict(include=PROOF)
    return doors.register(request, "person", facts, proof, address=address_of(request))


@router.post("/register/enterprise", response=SessionOut, auth=Anyone())
def register_enterprise(request: HttpRequest, body: EnterpriseIn):
    """Register an enterprise and sign in; its licence picture follows by ``POST /files/licence``."""
    facts, proof = body.dict(exclude=PROOF), body.dict(include=PROOF)
    return doors.register(request, "enterprise", facts, proof, address=address_of(request))


@router.get("/profile", response=ProfileOut, auth=SELF)
def own_profile(request: HttpRequest):
    """One's own facts."""
    return registration.profile(request.auth)


@router.patch("/profile", response=ProfileOut, auth=SELF)
def edit_profile(request: HttpRequest, body: ProfileIn):
    """Change one's own facts; what is left out stays. An institution's are refused where ``version`` is stale."""
    changes = {name: value for name, value in dump(body).items() if value is not None}
    version = changes.pop("version", None)
    return registration.edit_profile(request.auth, changes, version)


@router.post("/profile/mobile", response=ProfileOut, auth=SELF)
def change_mobile(request: HttpRequest, body: MobileCodeIn):
    """Move one's account to another number, proved by a code of purpose ``mobile``."""
    number = codes.check(body.mobile, body.code, SmsCode.Purpose.MOBILE)
    return registration.change_mobile(request.auth, number)


@router.post("/wechat/sign-in", response=SessionOut, auth=Anyone())
def sign_in_by_wechat(request: HttpRequest, body: TapIn):
    """Sign in with the code of ``wx.login``; 409 ``access.wechat_unbound`` brings a ticket for the next step."""
    return doors.by_tap(request, body.code, address=address_of(request))


@router.post("/wechat/phone", response=SessionOut, auth=Anyone())
def bind_by_phone(request: HttpRequest, body: PhoneIn):
    """Bind the WeChat user of a ticket to the account of his number, made when there is none, and sign in."""
    return doors.by_tap_and_phone(request, **body.dict(), address=address_of(request))


@router.post("/wechat/bind", response=OkOut, auth=Needs(party=True))
def bind_wechat(request: HttpRequest, body: TapIn):
    """Bind this phone's WeChat to one's own account."""
    wechat_users.bind_own(request.auth, body.code)
    return {"ok": True}


@router.post("/wechat/unbind", response=OkOut, auth=Needs(party=True))
def unbind_wechat(request: HttpRequest):
    """Undo the binding of one's own account."""
    wechat_users.unbind(request.auth)
    return {"ok": True}


@router.post("/scan/sign-in", response=ScanShownOut, auth=Anyone())
def show_sign_in(request: HttpRequest):
    """A QR that lets a signed-in phone sign this browser in."""
    return doors.show_scan(request, Scan.Purpose.SIGN_IN, None, address=address_of(request))


@router.post("/scan/bind", response=ScanShownOut, auth=Needs(party=True))
def show_bind(request: HttpRequest):
    """A QR by which a phone offers its WeChat user to the account signed in here."""
    account_id = request.auth.account_id
    return doors.show_scan(request, Scan.Purpose.BIND, account_id, address=address_of(request))


@router.get("/scan", response=ScanStateOut, auth=Anyone())
def scan_state(request: HttpRequest):
    """How far this browser's scan is: waiting, seen, confirmed, refused, used, expired; ask every two seconds."""
    return {"state": doors.scan_state(request)}


@router.post("/scan/enter", response=SessionOut, auth=Anyone())
def enter_by_scan(request: HttpRequest):
    """Sign in this browser after a phone confirmed its QR."""
    return doors.by_scan(request, address=address_of(request))


@router.post("/scan/bind/finish", response=OkOut, auth=Needs(party=True))
def finish_bind(request: HttpRequest):
    """Say yes on this page to the WeChat user who scanned its QR."""
    doors.bind_scanned(request, request.auth)
    return {"ok": True}


@router.post("/scan/{key}/look", response=ScanOut, auth=Anyone())
def look_at_scan(request: HttpRequest, key: str):
    """What the phone shows before it answers: which browser, which check number."""
    return doors.scan_seen(key)


@router.post("/scan/{key}/answer", response=OkOut, auth=Needs(party=True))
def answer_scan(request: HttpRequest, key: str, body: ScanAnswerIn):
    """Let that browser sign in as the account of this phone, or not."""
    scans.answer_sign_in(request.auth, key, yes=body.yes)
    return {"ok": True}


@router.post("/scan/{key}/bind", response=OkOut, auth=Anyone())
def offer_wechat(request: HttpRequest, key: str, body: TapIn):
    """Offer this phone's WeChat user (the code of ``wx.login``) to the account whose page shows the QR."""
    scans.answer_bind(wechat_users.proof_by_tap(body.code), key)
    return {"ok": True}
