"""Passwords: due after so many days, never one of the last five."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Account, PasswordHistory
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid


class Passworded(Protocol):
    """What is asked of an account, or of a row about one."""

    @property
    def must_change_password(self) -> bool: ...
    @property
    def password_changed_at(self) -> datetime | None: ...


def is_due(account: Passworded, now: datetime) -> bool:
    """Whether the account must change its password before doing anything else."""
    if account.must_change_password or account.password_changed_at is None:
        return True
    return now - account.password_changed_at > timedelta(days=settings.PASSWORD_DAYS)


@transaction.atomic
def change_own(actor: Actor, old: str, new: str) -> None:
    """Change one's own password; the old one must be right and the new one not used lately."""
    account = Account.objects.select_for_update().get(pk=actor.account_id or 0)
    if not account.check_password(old):
        raise Invalid("access.wrong_old_password", "原密码不正确。请重新输入。")
    set_password(actor, account, new, must_change=False)


def set_password(actor: Actor, account: Account, new: str, *, must_change: bool) -> None:
    """Give the account a new password after checking its strength and the last five."""
    try:
        validate_password(new, account)
    except ValidationError as wrong:
        raise Invalid("access.weak_password", "新密码不符合要求：" + " ".join(wrong.messages)) from None
    used = [
        account.password,
        *PasswordHistory.objects.filter(account=account).values_list("password", flat=True)[
            : settings.PASSWORD_HISTORY
        ],
    ]
    if any(hashed and check_password(new, hashed) for hashed in used):
        raise Invalid(
            "access.password_reused",
            f"新密码不能与最近 {settings.PASSWORD_HISTORY} 次用过的密码相同。请换一个。",
        )
    now = clock.now()
    if account.password:
        PasswordHistory.objects.create(account=account, password=account.password, at=now)
    account.password = make_password(new)
    account.password_changed_at = now
    account.must_change_password = must_change
    account.save(update_fields=["password", "password_changed_at", "must_change_password"])
    trail.record(actor, "access.password_changed", account=account.pk)
