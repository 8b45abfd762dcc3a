"""The picture of a licence an enterprise shows of itself: one, replaced by the next, seen by its owner and its institution."""

from __future__ import annotations

from typing import IO

from django.db import transaction
from django.db.models import QuerySet

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.access.models import Account, Organisation
from anjie.access.organisations import managed_by, seen_by
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.files import store
from anjie.services.files.actions import drop_unused
from anjie.services.files.models import AccountFile, Blob
from anjie.services.files.rules import check_size, check_type, media_type_of, tidy_name

LARGEST = 10 * 1024 * 1024
LICENCE = AccountFile.Kind.LICENCE
SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})


def show_licence(actor: Actor, *, name: str, file: IO[bytes]) -> AccountFile:
    """Put the picture of one's own licence; what is no picture and no PDF is refused."""
    return _keep(actor, actor.own_account_id, name, file)


def show_licence_of(actor: Actor, organisation_id: int, *, name: str, file: IO[bytes]) -> AccountFile:
    """Put the licence of an institution: its own account shows the same picture."""
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    _within(managed_by(actor), organisation_id)
    return _keep(actor, _account_of(organisation_id), name, file)


def licence(actor: Actor) -> AccountFile:
    """The picture of one's own licence, with its blob."""
    found = shown_licence(actor.own_account_id)
    if found is None:
        raise NotFound("营业执照")
    return found


def licence_of(actor: Actor, organisation_id: int) -> AccountFile:
    """The licence that an institution's own account shows."""
    actor.require(AccessDeed.ORGANISATIONS_SEE)
    _within(seen_by(actor), organisation_id)
    found = shown_licence(_account_of(organisation_id))
    if found is None:
        raise NotFound("营业执照")
    return found


def shown_licence(account_id: int | None) -> AccountFile | None:
    """The licence an account shows, if it shows one."""
    return AccountFile.objects.filter(account_id=account_id or 0, kind=LICENCE).select_related("blob").first()


def told_licence_of(actor: Actor, organisation_id: int) -> AccountFile | None:
    """Whether and since when the institution's account shows a licence."""
    actor.require(AccessDeed.ORGANISATIONS_SEE)
    _within(seen_by(actor), organisation_id)
    return shown_licence(
        Account.objects.filter(institution_id=organisation_id).values_list("pk", flat=True).first()
    )


def _within(reach: QuerySet[Organisation], organisation_id: int) -> None:
    if not reach.filter(pk=organisation_id).exists():
        raise NotFound("机构")


def _account_of(organisation_id: int) -> int:
    account_id = Account.objects.filter(institution_id=organisation_id).values_list("pk", flat=True).first()
    if account_id is None:
        raise Refusal(
            "files.no_institution_account", "该机构没有绑定机构账号，营业执照随账号保存。请先绑定账号。"
        )
    return account_id


def _keep(actor: Actor, account_id: int, name: str, file: IO[bytes]) -> AccountFile:
    name = tidy_name(name)
    content = store.examine(store.parts_of(file))
    check_size(name, content.size, LARGEST)
    found = check_type(name, content.head)
    if found.media not in SHOWN:
        raise Invalid(
            "files.licence_type",
            f"“{name}”不是图片或 PDF。请上传营业执照的照片（JPG、PNG、WebP）或 PDF。",
            found=found.media,
        )
    store.check_room(content.size)
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=account_id)
        if account.kind != Account.Kind.ENTERPRISE:
            raise Invalid("files.no_enterprise", "只有企业账号需要上传营业执照。")
        before = AccountFile.objects.filter(account=account, kind=LICENCE).select_related("blob").first()
        blob = store.keep(content, media_type_of(found, name), store.parts_of(file))
        kept = {"blob": blob, "name": name, "at": clock.now()}
        row, _ = AccountFile.objects.update_or_create(account=account, kind=LICENCE, defaults=kept)
        if before is not None and before.blob_id != blob.pk:
            drop_unused(Blob.objects.select_for_update().get(pk=before.blob_id))
        trail.record(actor, "access.licence_shown", account=account.pk, sha256=blob.pk)
    return row
