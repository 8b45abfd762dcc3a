"""The sheet of mediators: each row a mediator of the institution, with an account by his mobile."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError

from anjie.access.actors import Actor
from anjie.access.models import Account, Membership
from anjie.foundation.sealed import Field, sealer
from anjie.lines.mediation.application.kinds import kinds
from anjie.lines.mediation.deeds import FilingDeed
from anjie.lines.mediation.mediators import library
from anjie.lines.mediation.mediators.columns import MEDIATOR
from anjie.lines.mediation.mediators.models import Mediator
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.importing.loaders import Gathered, Kept, Landing, Loader, Written, register_loader
from anjie.services.sheets.models import Import, ImportedRow

_FACTS = ("profession", "appointed_on", "joined_on", "note")
SEPARATORS = str.maketrans(dict.fromkeys("，,;；/ |", "、"))


def specialties_of(cell: str | None) -> tuple[list[str], list[str]]:
    """The kinds a cell names, by code, and the words that are none."""
    codes = {kind.label: kind.code for kind in kinds()}
    named = [word for word in (cell or "").translate(SEPARATORS).split("、") if word]
    return [codes[word] for word in named if word in codes], [word for word in named if word not in codes]


def against_desk(actor: Actor, institution_id: int, gathered: Gathered) -> Iterator[tuple[int, str, Said]]:
    """Unknown specialties, and what the accounts with these mobiles already are."""
    columns = (gathered.columns[field] for field in ("phone", "name", "specialties"))
    for row, number, who, cell in zip(gathered.rows, *columns, strict=True):
        if unknown := specialties_of(cell)[1]:
            labels = "、".join(kind.label for kind in kinds())
            message = f"没有“{'、'.join(unknown)}”这种纠纷类型。可填：{labels}，多个用顿号分开。"
            yield row, "specialties", fault("mediator.specialty", message)
        there = _accounts(number)
        if len(there) > 1 or any(not one.is_active for one in there):
            yield (
                row,
                "phone",
                fault(
                    "mediator.account_unclear",
                    "该手机号登记在多个账号或已停用的账号上。请先由系统管理员处理账号。",
                ),
            )
        elif (
            there
            and Mediator.objects.filter(membership__account=there[0], institution_id=institution_id).exists()
        ):
            yield row, "phone", fault("mediator.already_there", "该手机号已是本机构的调解员。请删去此行。")
        elif there and there[0].name != who:
            yield (
                row,
                "name",
                doubt(
                    who,
                    "mediator.other_name",
                    f"该手机号已有账号，姓名为“{there[0].name}”。将为该账号增加调解员身份。",
                ),
            )


def land(landing: Landing) -> None:
    """Make the mediators of a sheet; a mobile that has an account already gets the membership."""
    for chunk, good in landing.good():
        for i in good:
            told = {field: (chunk.column(field) or [None] * len(chunk.rows))[i] for field in _READ}
            facts = {field: told[field] or "" for field in ("profession", "note")}
            facts |= {field: told[field] for field in ("appointed_on", "joined_on")}
            facts |= {
                "specialties": specialties_of(told["specialties"])[0],
                "state": told["state"] or "active",
            }
            there = _accounts(told["phone"])
            made = library.enlist(
                landing.actor,
                account=there[0] if there else None,
                username=f"tjy{secrets.randbelow(10**8):08d}",
                name=told["name"],
                mobile=told["phone"],
                institution_id=landing.record.client_id,
                facts=facts,
            )
            before = {"mediator": made.pk, "made_account": not there}
            landing.written.append(Written(chunk.rows[i], 0, True, before))
        landing.progress(len(landing.written))


def undo(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Take back the mediators of an import who have neither signed in nor been given a case."""
    kept = []
    rows = ImportedRow.objects.filter(import_id=record.pk).order_by("row")
    for done, row in enumerate(rows):
        before = row.before or {}
        found = (
            Mediator.objects.select_related("membership__account").filter(pk=before.get("mediator")).first()
        )
        why = _take_back(found, made_account=bool(before.get("made_account"))) if found else ""
        if why and found:
            kept.append(Kept(0, found.membership.account.name, why))
        else:
            row.delete()
        progress(done + 1)
    return kept


def _take_back(one: Mediator, *, made_account: bool) -> str:
    """Why he stays; nothing when he is gone."""
    account = one.membership.account
    if one.appointments.exists():
        return "已分配过案件，不能撤销。"
    if made_account and account.last_login is not None:
        return "本人已登录使用，不能撤销。"
    try:
        with transaction.atomic():
            membership = one.membership
            one.delete()
            membership.delete()
            if made_account and not Membership.objects.filter(account=account).exists():
                account.delete()
    except (ProtectedError, RestrictedError, IntegrityError):
        return "账号已被使用，不能撤销。"
    return ""


def _accounts(number: str) -> list[Account]:
    return list(Account.objects.filter(mobile_index=sealer().index(number, Field.PHONE)).order_by("id")[:2])


_READ = ("name", "phone", "specialties", "state", *_FACTS)


def register() -> None:
    """Make the sheet of mediators known; called once at start-up."""
    register_loader(
        Loader(
            kind=MEDIATOR,
            deed=FilingDeed.MEDIATORS_MANAGE,
            land=land,
            gather=("phone", "name", "specialties"),
            against_desk=against_desk,
            undo=undo,
            of="institution",
        )
    )
