"""WeChat users sign in with one tap as the account they are bound to; bound and unbound by its owner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from anjie.access import mobiles, trail
from anjie.access.actors import Actor
from anjie.access.mobiles import Proof
from anjie.access.models import Account, WechatBinding
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.ports.failures import Never, NotConfigured, VendorFailure
from anjie.ports.wechat import wechat


def proof_by_tap(code: str) -> Proof:
    """Who got this ``wx.login`` code."""
    with _told():
        user = wechat().user_behind(code)
    return Proof(openid=user.openid, unionid=user.unionid)


def proof_by_phone(proof: Proof, phone_code: str) -> Proof:
    """The same user with the number WeChat vouches for."""
    with _told():
        number = wechat().phone_number(phone_code, proof.openid)
    return Proof(mobiles.read_mobile(number), proof.openid, proof.unionid)


def account_bound_to(proof: Proof) -> Account | None:
    """The account this user is bound to, known by his id with us or across our applications."""
    found = WechatBinding.objects.select_related("account").filter(openid=proof.openid).first()
    if found is None and proof.unionid:
        found = WechatBinding.objects.select_related("account").filter(unionid=proof.unionid).first()
    return found.account if found else None


@transaction.atomic
def bind(account: Account, proof: Proof, *, address: str = "") -> None:
    """Bind the user to the account; each has at most one of the other."""
    Account.objects.select_for_update().get(pk=account.pk)
    held = account_bound_to(proof)
    if held is not None and held.pk == account.pk:
        return
    if held is not None:
        raise Refusal(
            "wechat.bound_elsewhere", "该微信已绑定另一个账号。请先在原账号中解绑，再绑定到本账号。"
        )
    if WechatBinding.objects.filter(account=account).exists():
        raise Refusal("wechat.account_bound", "该账号已绑定另一个微信。请先解绑，再绑定新的微信。")
    try:
        with transaction.atomic():
            WechatBinding.objects.create(
                account=account, openid=proof.openid, unionid=proof.unionid, bound_at=clock.now()
            )
    except IntegrityError:
        raise Refusal(
            "wechat.bound_elsewhere", "该微信已绑定另一个账号。请先在原账号中解绑，再绑定到本账号。"
        ) from None
    trail.record(Actor.party(account, address), "access.wechat_bound", account=account.pk)


def bind_own(actor: Actor, code: str) -> None:
    """Bind the user who got this ``wx.login`` code to one's own account."""
    proof = proof_by_tap(code)
    bind(Account.objects.get(pk=actor.own_account_id), proof, address=actor.address)


@transaction.atomic
def unbind(actor: Actor) -> None:
    """Undo the binding of one's own account, unless it is the only way in."""
    account = Account.objects.select_for_update().get(pk=actor.own_account_id)
    if account.mobile_index is None and not account.has_usable_password():
        raise Refusal("wechat.only_way_in", "解绑后将无法登录。请先登记手机号或设置密码。")
    deleted, _ = WechatBinding.objects.filter(account=account).delete()
    if not deleted:
        raise NotFound("微信绑定")
    trail.record(actor, "access.wechat_unbound", account=account.pk)


@contextmanager
def _told() -> Iterator[None]:
    """What WeChat refuses, in words."""
    try:
        yield
    except NotConfigured:
        raise Refusal(
            "wechat.not_configured", "系统尚未配置微信小程序，不能用微信登录。请用手机号和验证码登录。"
        ) from None
    except Never as never:
        raise Invalid(
            "wechat.code", "微信登录凭证无效或已用过。请重新点击登录。", vendor_code=never.code
        ) from None
    except VendorFailure as failure:
        raise Refusal(
            "wechat.busy", "微信暂时没有应答。请稍后再试，或用手机号和验证码登录。", vendor_code=failure.code
        ) from None
