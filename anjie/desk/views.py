"""Saved views and preferences: what people keep about their pages."""

from __future__ import annotations

import json
import re
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.deeds import DeskDeed
from anjie.desk.models import Preference, SavedView
from anjie.foundation.refusals import Invalid, NotFound, Refusal

LARGEST_BYTES = 64 * 1024
MOST_VIEWS = 100
MOST_PREFERENCES = 300
_KEY = re.compile(r"[\w.:/-]{1,60}", re.ASCII)


def views_of(actor: Actor, page: str) -> list[dict[str, Any]]:
    """One's own views of a page and those others share; what a view finds is each viewer's own reach."""
    mine_or_shared = Q(owner_id=actor.account_id) | Q(is_shared=True, owner__is_active=True)
    found = SavedView.objects.filter(mine_or_shared, page=page).select_related("owner")
    return [view_row(actor, view) for view in found]


@transaction.atomic
def save_view(
    actor: Actor, page: str, name: str, query: dict[str, Any], *, shared: bool, pinned: bool
) -> dict[str, Any]:
    """Keep a new view under a name of one's own; sharing it needs the permission."""
    _may_share(actor, shared)
    if SavedView.objects.filter(owner_id=actor.account_id).count() >= MOST_VIEWS:
        raise Refusal(
            "view.too_many", f"每人最多保存 {MOST_VIEWS} 个视图。请先删除不用的视图。", most=MOST_VIEWS
        )
    view = SavedView(owner_id=_account(actor), page=page)
    return _kept(actor, view, name=name, query=query, shared=shared, pinned=pinned)


@transaction.atomic
def change_view(actor: Actor, view_id: int, **changes: Any) -> dict[str, Any]:
    """Change one's own view: name, query, pinned, shared; what is left out stays."""
    view = _own(actor, view_id)
    given = {key: value for key, value in changes.items() if value is not None}
    _may_share(actor, bool(given.get("shared")) and not view.is_shared)
    return _kept(actor, view, **given)


@transaction.atomic
def delete_view(actor: Actor, view_id: int) -> None:
    """Forget one's own view."""
    view = _own(actor, view_id)
    if view.is_shared:
        trail.record(actor, "view.unshared", view=view.pk, page=view.page)
    view.delete()


def view_row(actor: Actor, view: SavedView) -> dict[str, Any]:
    """A view as its page lists it."""
    return {
        "id": view.pk,
        "page": view.page,
        "name": view.name,
        "query": view.query,
        "shared": view.is_shared,
        "pinned": view.is_pinned,
        "mine": view.owner_id == actor.account_id,
        "owner": view.owner.name,
        "updated_at": view.updated_at,
    }


def preference(actor: Actor, key: str) -> dict[str, Any]:
    """What was kept under the key; the value is nothing when nothing was."""
    found = Preference.objects.filter(account_id=_account(actor), key=_checked_key(key)).first()
    return {"key": key, "value": found.value if found else None}


@transaction.atomic
def keep_preference(actor: Actor, key: str, value: Any) -> dict[str, Any]:
    """Keep a value under the key; nothing forgets it."""
    mine = Preference.objects.filter(account_id=_account(actor))
    if value is None:
        mine.filter(key=_checked_key(key)).delete()
        return {"key": key, "value": None}
    _checked_value(value)
    if mine.exclude(key=_checked_key(key)).count() >= MOST_PREFERENCES:
        raise Refusal(
            "preference.too_many", f"每人最多保存 {MOST_PREFERENCES} 项页面设置。请联系系统管理员。"
        )
    Preference.objects.update_or_create(account_id=_account(actor), key=key, defaults={"value": value})
    return {"key": key, "value": value}


def _account(actor: Actor) -> int:
    """Whose page it is; a named job keeps nothing."""
    if actor.account_id is None:
        raise NotFound("账号")
    return actor.account_id


def _own(actor: Actor, view_id: int) -> SavedView:
    view = SavedView.objects.select_for_update().filter(pk=view_id, owner_id=_account(actor)).first()
    if view is None:
        raise NotFound("视图")
    return view


def _kept(actor: Actor, view: SavedView, **given: Any) -> dict[str, Any]:
    was_shared = view.is_shared
    if "name" in given:
        view.name = given["name"].strip()
        if not view.name or "\0" in view.name:
            raise Invalid("view.no_name", "视图名称不能为空。请填写名称。")
    if "query" in given:
        _checked_value(given["query"])
        view.query = given["query"]
    view.is_shared = given.get("shared", view.is_shared)
    view.is_pinned = given.get("pinned", view.is_pinned)
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError:
        raise Refusal(
            "view.name_taken", f"您在本页已有名为“{view.name}”的视图。请换一个名称。", name=view.name
        ) from None
    if view.is_shared != was_shared:
        verb = "view.shared" if view.is_shared else "view.unshared"
        trail.record(actor, verb, view=view.pk, page=view.page)
    return view_row(actor, view)


def _may_share(actor: Actor, shared: bool) -> None:
    if shared:
        actor.require(DeskDeed.VIEWS_SHARE)


def _checked_key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise Invalid("preference.key", "页面设置的名称有误。请刷新页面后重试。", key=key[:60])
    return key


def _checked_value(value: Any) -> None:
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:
        raise Invalid("preference.text", "保存的内容含有不可保存的数值。请修改后重试。") from None
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_BYTES:
        raise Invalid("preference.too_large", "保存的内容过大（上限 64 KB）。请减少后重试。")
    if "\\u0000" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Invalid("preference.text", "保存的内容含有不可保存的字符。请修改后重试。")
