"""The first administrator of an installation nobody can sign in to yet; closed for good once there is an account."""

from __future__ import annotations

import base64

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from anjie.access import organisations
from anjie.access.accounts import Post, create
from anjie.access.actors import Actor
from anjie.access.models import Account, Membership, Organisation
from anjie.access.passwords import set_password
from anjie.access.shipped import ship_roles
from anjie.foundation.refusals import Refusal


def is_open() -> bool:
    """Tell whether no staff has an account yet; persons who registered themselves do not close it."""
    return not Account.objects.filter(kind=Account.Kind.STAFF).exists()


def setup_key() -> str:
    """The key that ``anjie serve`` prints while :func:`is_open`; every process with our secrets knows the same.

    Asked for always: behind a proxy on the same machine, everybody seems to come from the machine itself.
    """
    digest = salted_hmac(
        "anjie.access.first", "administrator", secret=settings.SECRET_KEY, algorithm="sha256"
    ).digest()
    text = base64.b32encode(digest[:10]).decode().lower()
    return "-".join(text[at : at + 4] for at in range(0, 16, 4))


def begin_with_key(key: str, *, username: str, name: str, staff_no: str, company: str, password: str) -> None:
    """Make the first administrator with a password of his own, for somebody who can read the server's log."""
    if not is_open():
        raise _closed()
    if not constant_time_compare(key.strip().lower(), setup_key()):
        raise Refusal(
            "first.wrong_key",
            "安装密钥不正确，没有建立账号。请照抄 anjie serve 启动时打印的安装密钥，或在服务器上运行 anjie create-admin。",
        ).with_status(403)
    make(
        Actor.job("access.first"),
        username=username,
        name=name,
        staff_no=staff_no,
        company=company,
        password=password,
    )


@transaction.atomic
def make(
    actor: Actor, *, username: str, name: str, staff_no: str, company: str, password: str = ""
) -> tuple[Account, str]:
    """Make the company, the shipped roles and their administrator, once.

    Returns the account with its first password; one given as ``password`` is kept, else it must be changed.
    """
    # Held until the commit: of two who come at once, the second finds an account and is refused.
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE access_account IN SHARE ROW EXCLUSIVE MODE")
    if not is_open():
        raise _closed()
    role = ship_roles()["administrator"]
    unit = organisations.create(
        actor, kind=Organisation.Kind.COMPANY, code="HQ", name=company, parent_id=None
    )
    account, first = create(
        actor,
        username=username,
        name=name,
        staff_no=staff_no,
        mobile="",
        kind=Account.Kind.STAFF,
        posts=[Post(role.pk, unit.pk, Membership.Reach.ALL)],
    )
    if password:
        set_password(actor, account, password, must_change=False)
    return account, password or first


def _closed() -> Refusal:
    return Refusal(
        "first.closed",
        "系统中已有内部人员账号，首位管理员只能建立一次。请直接登录，或请系统管理员为您开通账号。",
    ).with_status(409)
