"""Which cases a deed on many applies to: chosen by id, or all that a filter finds, confirmed by their count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.filters import filtered, query_of
from anjie.desk.reach import cases_for
from anjie.foundation.refusals import Invalid, Refusal

MOST = 50_000


@dataclass(frozen=True)
class Target:
    """Cases by ``ids``, or every case of ``line`` the ``filter`` finds, of which the person was told ``count``."""

    ids: Sequence[int] | None = None
    filter: Mapping[str, Any] | None = None
    count: int | None = None
    line: str = "recovery"


def chosen(actor: Actor, deed: Deed, target: Target) -> list[int]:
    """The ids the deed applies to, within reach; refused when the filter finds another count than was confirmed."""
    if (target.ids is None) == (target.filter is None):
        raise Invalid("choice.unclear", "请勾选案件，或选择全部筛选结果（二者取一）。")
    if target.ids is not None:
        wanted = sorted(set(target.ids))
        _few_enough(len(wanted))
        if not wanted:
            raise Invalid("choice.empty", "没有勾选任何案件。请先勾选案件。")
        return wanted
    if target.count is None:
        raise Invalid("choice.unconfirmed", "对全部筛选结果操作前需要确认案件数。请刷新页面后重试。")
    query = query_of(target.line, target.filter or {})
    _few_enough(target.count)
    ids = list(filtered(actor, deed, query).order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(ids) != target.count:
        raise Refusal(
            "choice.count_changed",
            f"筛选结果已由 {target.count} 个案件变为 {len(ids)} 个，未做任何更改。请核对列表后重试。",
            expected=target.count,
            found=len(ids),
        )
    return ids


def within_reach(actor: Actor, deed: Deed, ids: Sequence[int]) -> list[int]:
    """Those of the ids that are within reach, locked in id order so that two set-wise writes never dead-lock."""
    cases = cases_for(actor, deed).filter(pk__in=ids).order_by("pk").select_for_update(of=("self",))
    return list(cases.values_list("pk", flat=True))


def _few_enough(count: int) -> None:
    if count > MOST:
        raise Invalid(
            "choice.too_many",
            f"一次最多处理 {MOST:,} 个案件，当前为 {count:,} 个。请缩小筛选范围后分次操作。",
            most=MOST,
            count=count,
        )
