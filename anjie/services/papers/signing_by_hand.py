"""Whose signatures a scan must show before a paper counts as signed by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from anjie.foundation.refusals import Invalid
from anjie.services.papers.lines import MustSign, must_sign
from anjie.services.papers.models import Paper


def seen_on(
    paper: str, wanted: Sequence[MustSign], before: Collection[int], signed: Collection[int], *, partly: bool
) -> list[MustSign]:
    """Who signed on this scan and on none ``before``; refused while one is missing and it is not said to be ``partly`` signed."""
    known = {one.party_id for one in wanted}
    if not set(signed) <= known:
        raise Invalid(
            "papers.signer_unknown", f"勾选的人不是“{paper}”的签署人，或已退出本案。请刷新后重新勾选。"
        )
    seen = [one for one in wanted if one.party_id in signed and one.party_id not in before]
    left = missing(wanted, {*before, *signed})
    names = "、".join(f"{one.part}{one.name}" for one in left)
    if left and not partly:
        raise Invalid(
            "papers.not_all_signed",
            f"“{paper}”还缺{names}的签名，不能登记为已签署。请核对扫描件，勾选每一位已签名的人；确实没有签齐的，登记为部分签署，待其补签后再上传。",
            missing=[one.name for one in left],
        )
    if left and not seen:
        raise Invalid("papers.nobody_signed", f"没有勾选“{paper}”上新签名的人。请勾选扫描件上已签名的人。")
    return seen


def waited_for(paper: Paper) -> list[MustSign]:
    """Whose signatures a paper waits for that others have signed by hand already; nobody's before the first."""
    if paper.state != Paper.State.FINAL or not paper.signed_by:
        return []
    return missing(must_sign(paper.case, paper.kind), {one["party_id"] for one in paper.signed_by})


def missing(wanted: Sequence[MustSign], signed: Collection[int]) -> list[MustSign]:
    """Who must sign and has not."""
    return [one for one in wanted if one.party_id not in signed]
