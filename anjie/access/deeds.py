"""Permissions are deeds the modules declare; roles are sets of them kept as data."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self


class Deed(StrEnum):
    """Base of every module's permissions: a code a role stores and the Chinese label people tick.

    A module declares its own by subclassing; :func:`all_deeds` finds them. ``is_duty`` marks what says whom a role
    is meant for and opens no door: one need not have it oneself to give it, and the administrator is not meant by it.
    Deeds of a ``line`` reach that line's cases and no others; those without one reach the cases of all.
    """

    label: str
    is_duty: bool
    line: str

    def __init_subclass__(cls, line: str = "", **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.line = line

    def __new__(cls, code: str, label: str, is_duty: bool = False) -> Self:
        deed = str.__new__(cls, code)
        deed._value_ = code
        deed.label = label
        deed.is_duty = is_duty
        return deed


def all_deeds() -> dict[str, Deed]:
    """Every deed a role may hold by its code, in the order the modules were loaded; those of parties are none."""
    return {deed.value: deed for group in Deed.__subclasses__() if group is not PartyDeed for deed in group}


def duties() -> frozenset[str]:
    """The deeds that are duties and no power."""
    return frozenset(code for code, deed in all_deeds().items() if deed.is_duty)


def unknown_deeds(codes: list[str]) -> list[str]:
    """The codes among ``codes`` that no module declares."""
    known = all_deeds()
    return [code for code in codes if code not in known]


class AccessDeed(Deed):
    """What administrators of accounts may do."""

    ACCOUNTS_SEE = "access.accounts_see", "查看账号"
    ACCOUNTS_MANAGE = "access.accounts_manage", "管理账号"
    ROLES_MANAGE = "access.roles_manage", "管理角色"
    ORGANISATIONS_SEE = "access.organisations_see", "查看组织机构"
    ORGANISATIONS_MANAGE = "access.organisations_manage", "管理组织机构"
    ADDRESSES_MANAGE = "access.addresses_manage", "管理登录地址"
    BACKUPS_MANAGE = "access.backups_manage", "管理备份"
    TRAIL_SEE = "access.trail_see", "查看操作留痕"
    SYSTEM_SEE = "access.system_see", "查看系统状态"


class PartyDeed(Deed):
    """What somebody who signed in as himself may do, and nobody else: no role holds these."""

    SELF = "party.self", "本人账号"
    APPLY = "party.apply", "提交调解申请"
    TAKE_PART = "party.take_part", "参与调解"
