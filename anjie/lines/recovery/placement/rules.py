"""What may be done with a batch: plain values in, a refusal or nothing out."""

from __future__ import annotations

from datetime import date

from anjie.foundation.refusals import Invalid, Refusal

BATCH_MOVES = ("placement.pause", "placement.resume", "placement.close")


def batch_dates(received_on: date | None, term_on: date | None) -> Refusal | None:
    """The recall day lies after the day the batch came."""
    if received_on and term_on and term_on <= received_on:
        return Invalid(
            "batch.term_first",
            f"退案日期 {term_on} 应晚于委案日期 {received_on}。请修改日期。",
            received_on=str(received_on),
            term_on=str(term_on),
        )
    return None


def batch_deletable(no: str, cases: int) -> Refusal | None:
    """A batch is deleted only while it is empty."""
    if cases:
        return Refusal(
            "batch.not_empty",
            f"批次 {no} 下还有 {cases} 个案件，不能删除。请先撤销导入，或退回这些案件后保留批次。",
            cases=cases,
        )
    return None


def batch_move(code: str) -> Refusal | None:
    """A whole batch can be paused, resumed and closed."""
    if code not in BATCH_MOVES:
        return Invalid(
            "batch.unknown_move", "批次只能整体暂停、恢复或关闭。其他流转请在案件列表中操作。", move=code[:40]
        )
    return None
