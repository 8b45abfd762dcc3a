"""Whose a mobile number is, and the signed proof that somebody has just shown he holds one."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.core import signing
from django.db import connection

from anjie.access.models import Account
from anjie.foundation import clock, masks
from anjie.foundation.phones import phone_key
from anjie.foundation.refusals import Invalid, Refusal
from anjie.foundation.sealed import Field, sealer

PLACE = "access_account.mobile_sealed"
LIVES = timedelta(minutes=10)
_SALT = "anjie.access.proof"
_SEALED_AS = "access.proof"
_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)


@dataclass(frozen=True)
class Proof:
    """What somebody has shown: that he holds a number, that he is a WeChat user, or both."""

    mobile: str = ""
    openid: str = ""
    unionid: str = ""


def read_mobile(text: str) -> str:
    """A mobile number of eleven digits."""
    number = phone_key(text.strip())
    if not _MOBILE.fullmatch(number):
        raise Invalid("mobile.shape", "手机号应为 11 位数字，以 1 开头。请核对后重填。")
    return number


def account_of(number: str) -> Account | None:
    """The account that signs in by this number; refused when the number stands on several."""
    index = sealer().index(number, Field.PHONE)
    found = list(Account.objects.filter(mobile_index=index, is_active=True).order_by("id")[:2])
    if len(found) > 1:
        raise Refusal(
            "access.mobile_on_several",
            "该手机号登记在多个账号上，不能用它登录。请用用户名和密码登录，并请系统管理员更正。",
        )
    return found[0] if found else None


def is_disabled(number: str) -> bool:
    """Whether the number belongs to an account that was disabled, and to none in use."""
    index = sealer().index(number, Field.PHONE)
    return Account.objects.filter(mobile_index=index, is_active=False).exists()


def hold(number: str) -> None:
    """Keep the number to this transaction, so that two registrations of it are one after the other."""
    index = sealer().index(number, Field.PHONE)
    assert index is not None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(index[:7], "big")])


def set_mobile(account: Account, number: str) -> None:
    """Put the number on the account, sealed, indexed and masked."""
    account.mobile_sealed = sealer().seal(number, PLACE, account.pk)
    account.mobile_index = sealer().index(number, Field.PHONE)
    account.mobile_mask = masks.phone(number)
    account.save(update_fields=["mobile_sealed", "mobile_index", "mobile_mask"])


def ticket_of(proof: Proof) -> str:
    """The proof as its holder carries it to the next request: sealed, good for ten minutes."""
    until = int((clock.now() + LIVES).timestamp())
    sealed = sealer().seal(json.dumps({**asdict(proof), "until": until}), _SEALED_AS, 0)
    return signing.dumps(base64.b64encode(sealed).decode(), salt=_SALT)


def proof_of(ticket: str) -> Proof:
    """The proof behind a ticket; refused when it is not ours or too old."""
    try:
        sealed = base64.b64decode(signing.loads(ticket, salt=_SALT))
        held = json.loads(sealer().open(sealed, _SEALED_AS, 0))
    except (signing.BadSignature, binascii.Error, ValueError, TypeError, Refusal):
        raise _gone() from None
    if held.pop("until") <= clock.now().timestamp():
        raise _gone()
    return Proof(**held)


def _gone() -> Invalid:
    return Invalid("access.proof_gone", "身份验证已过期。请返回上一步重新验证。")
