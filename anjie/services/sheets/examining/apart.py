"""The examination in a process of its own: a hostile or huge workbook can end that process, not ours.

The child has a bound on memory and time and gives everything back when it ends. It sends plain values
(marshal, never pickle: what parsed a hostile file is not trusted), chunk by chunk, while the parent is
already sealing and loading the chunk before.
"""

from __future__ import annotations

import marshal
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import IO, Any

import structlog

import anjie
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Fault
from anjie.services.sheets.examining.examination import Examination, Order
from anjie.services.sheets.examining.rows_pass import Sink
from anjie.services.sheets.reading.limits import Limits

log = structlog.get_logger(__name__)

OUT_OF_MEMORY = 77
_LENGTH = struct.Struct("<Q")
_LARGEST_FRAME = 1 << 31


class Cancelled(Exception):
    """The caller asked to stop; nothing was kept."""


def examine_apart(
    order: Order,
    sink: Sink | None = None,
    *,
    started: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Examination:
    """As ``examine``; ``started`` hears how many rows the sheet has, ``cancelled`` is asked between chunks.

    Raises Refusal for what cannot be read, also when reading took too much memory or time; Cancelled when
    asked to stop. The child never outlives this call.
    """
    out: list[Examination] = []

    def hear(kind: str, body: Any) -> None:
        if kind == "chunk":
            if sink is not None:
                sink(Chunk(body[0], body[1], set(body[2])))
            if cancelled is not None and cancelled():
                raise Cancelled
        elif kind == "start" and started is not None:
            started(body)
        elif kind == "end":
            out.append(unpack(body))

    _ask(("examine", (order, sink is not None)), order.limits, hear)
    return out[0]


def peek_apart(order: Order) -> dict[str, Any]:
    """A first look at the workbook, as plain values; raises Refusal where it cannot be read."""
    out: list[dict[str, Any]] = []
    _ask(("peek", (order,)), order.limits, lambda kind, body: out.append(body) if kind == "end" else None)
    return out[0]


def mark_apart(source: Path, target: Path, result: Examination, limits: Limits, name: str = "") -> str:
    """Write the marked workbook and say how: ``styled``, ``plain`` or ``bad_rows``."""
    out: list[str] = []
    _ask(
        ("mark", (source, target, pack(result), limits, name)),
        limits,
        lambda kind, body: out.append(body) if kind == "end" else None,
    )
    return out[0]


def _ask(task: tuple[str, tuple[Any, ...]], limits: Limits, hear: Callable[[str, Any], None]) -> None:
    """Has a child do one task; returns after its last frame, raises its refusal."""
    child = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "anjie.services.sheets.examining.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": _import_path()},
        start_new_session=True,
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    watch = threading.Timer(limits.seconds, stop)
    watch.daemon = True
    watch.start()
    try:
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.write(pickle.dumps((limits, clock.now().isoformat(), *task)))
            child.stdin.close()
        except BrokenPipeError:
            raise (_too_slow(limits) if late.is_set() else _ended(child, limits)) from None
        while True:
            frame = _read(child.stdout)
            if frame is None:
                raise _too_slow(limits) if late.is_set() else _ended(child, limits)
            kind, body = frame
            if kind == "refusal":
                raise Refusal(body[0], body[1], **body[2])
            if kind == "crash":
                log.error("sheets.child_crashed", verb=task[0], where=body)
                raise _damaged()
            hear(kind, body)
            if kind == "end":
                return
    finally:
        watch.cancel()
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()


def pack(result: Examination) -> dict[str, Any]:
    """An examination in values that marshal takes."""
    out = {one.name: getattr(result, one.name) for one in fields(result)}
    for name in ("faults", "warnings"):
        out[name] = [tuple(one) for one in out[name]]
    return out


def unpack(body: dict[str, Any]) -> Examination:
    """The examination that ``pack`` packed."""
    for name in ("faults", "warnings"):
        body[name] = [Fault(*one) for one in body[name]]
    return Examination(**body)


def write(stream: IO[bytes], kind: str, body: Any) -> None:
    """Sends one frame."""
    data = marshal.dumps((kind, body))
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes]) -> tuple[str, Any] | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LARGEST_FRAME:
        return None
    data = stream.read(length)
    if len(data) < length:
        return None
    frame: tuple[str, Any] = marshal.loads(data)
    return frame


def _import_path() -> str:
    root = str(Path(anjie.__file__).resolve().parents[1])
    before = os.environ.get("PYTHONPATH", "")
    return f"{root}{os.pathsep}{before}" if before else root


def _ended(child: subprocess.Popen[bytes], limits: Limits) -> Refusal:
    code = child.wait(timeout=30)
    if code in (-signal.SIGABRT, -signal.SIGKILL, OUT_OF_MEMORY):
        return Refusal(
            "sheets.too_large_for_memory",
            f"读取该文件所需内存超过 {limits.memory_bytes // (1024 * 1024)} MB，已停止。"
            "表格的有效区域可能异常大：请删除数据以外的空行空列，或拆成几份后再上传。",
        )
    if code == -signal.SIGXCPU:
        return _too_slow(limits)
    log.error("sheets.child_ended", code=code)
    return _damaged()


def _damaged() -> Refusal:
    return Refusal("sheets.damaged", "文件已损坏或不完整，无法读取。请重新下载或在 Excel 中另存后再上传。")


def _too_slow(limits: Limits) -> Refusal:
    return Refusal("sheets.too_slow", f"读取该文件超过 {limits.seconds} 秒，已停止。请拆成几份后再上传。")
