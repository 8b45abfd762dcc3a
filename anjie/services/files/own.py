"""The picture of a licence an enterprise shows of itself: one, replaced by the next, opened by its owner."""

from __future__ import annotations

from typing import IO

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound
from anjie.services.files import store
from anjie.services.files.actions import drop_unused
from anjie.services.files.models import AccountFile, Blob
from anjie.services.files.rules import check_size, check_type, media_type_of, tidy_name

LARGEST = 10 * 1024 * 1024
LICENCE = AccountFile.Kind.LICENCE
SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})


def show_licence(actor: Actor, *, name: str, file: IO[bytes]) -> dict[str, object]:
    """Put the picture of one's own licence; what is no picture and no PDF is refused."""
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
        account = Account.objects.select_for_update().get(pk=actor.own_account_id)
        if account.kind != Account.Kind.ENTERPRISE:
            raise Invalid("files.no_enterprise", "只有企业账号需要上传营业执照。")
        before = AccountFile.objects.filter(account=account, kind=LICENCE).select_related("blob").first()
        blob = store.keep(content, media_type_of(found, name), store.parts_of(file))
        kept = {"blob": blob, "name": name, "at": clock.now()}
        row, _ = AccountFile.objects.update_or_create(account=account, kind=LICENCE, defaults=kept)
        if before is not None and before.blob_id != blob.pk:
            drop_unused(Blob.objects.select_for_update().get(pk=before.blob_id))
        trail.record(actor, "access.licence_shown", account=account.pk, sha256=blob.pk)
    return {"name": row.name, "size": blob.size, "at": row.at}


def licence(actor: Actor) -> tuple[AccountFile, Blob]:
    """The picture of one's own licence."""
    found = AccountFile.objects.filter(account_id=actor.own_account_id, kind=LICENCE).select_related("blob")
    row = found.first()
    if row is None:
        raise NotFound("营业执照")
    return row, row.blob
