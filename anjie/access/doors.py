"""The ways in that need no password: by a code, by WeChat, by a scan; each ends in a session or says what is missing."""

from __future__ import annotations

import base64
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from anjie.access import codes, mobiles, queries, registration, scans, sessions, wechat_users
from anjie.access.actors import Actor
from anjie.access.mobiles import Proof
from anjie.access.models import Account, Scan, SmsCode
from anjie.foundation import masks
from anjie.foundation.refusals import Invalid, Refusal
from anjie.ports.sms import sms
from anjie.ports.wechat import wechat

SCAN = "scan"


def open_doors() -> dict[str, bool]:
    """Which of the ways in lead somewhere here."""
    live = sms().live
    return {"sms": live or settings.DEMO, "sms_recorded": not live, "wechat": wechat().live}


def by_code(request: HttpRequest, mobile: str, code: str, *, address: str) -> dict[str, Any]:
    """Sign in by number and code; who has no account is handed a ticket to register with."""
    number = codes.check(mobile, code, SmsCode.Purpose.ENTER)
    account = mobiles.account_of(number)
    if account is not None:
        return _session(request, account, address)
    if mobiles.is_disabled(number):
        raise Refusal("access.disabled", "该手机号的账号已被停用。请联系系统管理员。").with_status(403)
    raise Refusal(
        "access.not_registered",
        "手机号已验证，但还没有账号。请选择个人或企业，填写资料完成注册。",
        ticket=mobiles.ticket_of(Proof(mobile=number)),
    )


def register(
    request: HttpRequest, kind: str, facts: dict[str, str], proof: dict[str, str], *, address: str
) -> dict[str, Any]:
    """Register a person or an enterprise and sign in; the facts are looked at before the code is used up."""
    check = registration.check_person if kind == "person" else registration.check_enterprise
    check(facts)
    shown = _proof(**proof)
    make = registration.register_person if kind == "person" else registration.register_enterprise
    account = make(shown.mobile, facts, address=address)
    if shown.openid and wechat_users.account_bound_to(shown) is None:
        wechat_users.bind(account, shown, address=address)
    return _session(request, account, address)


def by_tap(request: HttpRequest, code: str, *, address: str) -> dict[str, Any]:
    """Sign in by WeChat; who is not bound yet is handed a ticket for the next step, his number."""
    proof = wechat_users.proof_by_tap(code)
    account = wechat_users.account_bound_to(proof)
    if account is not None:
        return _session(request, account, address)
    raise Refusal(
        "access.wechat_unbound",
        "该微信尚未绑定账号。请授权手机号或用短信验证码验证，即可绑定或注册。",
        ticket=mobiles.ticket_of(proof),
    )


def by_tap_and_phone(
    request: HttpRequest, ticket: str, phone_code: str, mobile: str, code: str, *, address: str
) -> dict[str, Any]:
    """Bind the WeChat user of a ticket to the account of his number, made when there is none, and sign in."""
    proof = mobiles.proof_of(ticket)
    if not proof.openid:
        raise Invalid("access.proof_gone", "身份验证已过期。请返回上一步重新验证。")
    if phone_code:
        proof = wechat_users.proof_by_phone(proof, phone_code)
    elif not proof.mobile:
        proof = Proof(codes.check(mobile, code, SmsCode.Purpose.ENTER), proof.openid, proof.unionid)
    account = registration.register_by_tap(proof.mobile, address=address)
    wechat_users.bind(account, proof, address=address)
    return _session(request, account, address)


def show_scan(
    request: HttpRequest, purpose: Scan.Purpose, account_id: int | None, *, address: str
) -> dict[str, Any]:
    """A QR for this browser, which alone may ask how it goes on."""
    account = Account.objects.get(pk=account_id) if account_id else None
    shown = scans.show(
        purpose,
        account,
        address=address,
        agent=request.headers.get("User-Agent", ""),
        origin=f"{request.scheme}://{request.get_host()}",
    )
    request.session[SCAN] = shown.browser
    picture = base64.b64encode(shown.picture).decode()
    return {
        "picture": f"data:{shown.media_type};base64,{picture}",
        "check_no": shown.check_no,
        "lives_seconds": shown.lives_seconds,
    }


def scan_state(request: HttpRequest) -> str:
    """How far the scan of this browser is."""
    return scans.state_of(request.session.get(SCAN, ""))


def by_scan(request: HttpRequest, *, address: str) -> dict[str, Any]:
    """Sign in the browser whose QR a phone confirmed."""
    return _session(request, scans.take_sign_in(request.session.get(SCAN, "")), address)


def bind_scanned(request: HttpRequest, actor: Actor) -> None:
    """Bind the WeChat user who scanned this browser's QR to its account."""
    scans.take_bind(actor, request.session.get(SCAN, ""))
    request.session.pop(SCAN, None)


def scan_seen(key: str) -> dict[str, Any]:
    """What a phone shows of the scan it is about to answer."""
    row = scans.look(key)
    return {
        "purpose": row.purpose,
        "check_no": row.check_no,
        "address": str(row.address or ""),
        "agent": row.agent,
        "made_at": row.made_at,
        "account": masks.name(row.account.name) if row.account else "",
    }


def _proof(mobile: str, code: str, ticket: str) -> Proof:
    held = mobiles.proof_of(ticket) if ticket else Proof()
    if held.mobile:
        return held
    return Proof(codes.check(mobile, code, SmsCode.Purpose.ENTER), held.openid, held.unionid)


def _session(request: HttpRequest, account: Account, address: str) -> dict[str, Any]:
    agent = request.headers.get("User-Agent", "")
    actor = sessions.enter(request, account, address=address, agent=agent)
    return {"key": request.session.session_key, "me": queries.me(actor)}
