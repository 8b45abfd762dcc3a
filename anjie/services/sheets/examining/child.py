"""The process in which a workbook is read: bounded in memory and processor time, ended after one file."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.examining.apart import OUT_OF_MEMORY, pack, unpack, write
from anjie.services.sheets.examining.examination import Order
from anjie.services.sheets.examining.examine import examine
from anjie.services.sheets.examining.peek import peek
from anjie.services.sheets.reading.limits import Limits


def _examine(out: IO[bytes], order: Order, wanted: bool) -> dict[str, Any]:
    def sink(chunk: Chunk) -> None:
        write(out, "chunk", (chunk.rows, chunk.columns, list(chunk.wrong)))

    return pack(examine(order, sink if wanted else None, started=lambda rows: write(out, "start", rows)))


def _peek(out: IO[bytes], order: Order) -> dict[str, Any]:
    return peek(order).as_dict()


def _mark(
    out: IO[bytes], source: Path, target: Path, result: dict[str, Any], limits: Limits, name: str
) -> str:
    # Only this one needs openpyxl, which is slow to import.
    from anjie.services.sheets.examining.marked import write_marked

    return write_marked(source, target, unpack(result), limits, name)


VERBS: dict[str, Callable[..., Any]] = {"examine": _examine, "peek": _peek, "mark": _mark}


def main() -> None:
    """Takes one task from standard input, sends frames to standard output."""
    # Whatever prints (a parser's panic) must not fall between the frames.
    out = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    os.dup2(2, 1)
    limits, now, verb, task = pickle.loads(sys.stdin.buffer.read())
    _bound(limits)
    # Chunks are dropped by count; nothing here makes cycles worth looking for.
    gc.disable()
    try:
        with clock.stopped(now):
            write(out, "end", VERBS[verb](out, *task))
    except Refusal as refusal:
        facts = {key: value for key, value in refusal.facts.items() if isinstance(value, str | int | float)}
        write(out, "refusal", (refusal.code, refusal.message, facts))
    except BrokenPipeError:
        pass
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:
        # Where it happened, never what it said: a message may quote a cell.
        last = traceback.extract_tb(error.__traceback__)[-1]
        write(out, "crash", f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}")
    with suppress(OSError):
        out.close()
    # Freeing a million cells one by one takes longer than ending.
    os._exit(0)


def _bound(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # a system without limits keeps the parent's clock
        return
    bounds = ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, limits.seconds))
    for what, most in bounds:
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
