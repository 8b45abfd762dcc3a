"""The process in which a workbook is read: bounded in memory and processor time, ended after one file."""

from __future__ import annotations

import gc
import os
import pickle
import sys
from contextlib import suppress

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.sheets.apart import pack, write
from anjie.services.sheets.clean import Chunk
from anjie.services.sheets.examine import Order, examine


def main() -> None:
    """Takes an order from standard input, sends frames to standard output."""
    # Whatever prints (a parser's panic) must not fall between the frames.
    out = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    os.dup2(2, 1)
    order, wanted = pickle.loads(sys.stdin.buffer.read())
    _bound(order)
    # Chunks are dropped by count; nothing here makes cycles worth looking for.
    gc.disable()

    def sink(chunk: Chunk) -> None:
        write(out, "chunk", (chunk.rows, chunk.columns, list(chunk.wrong)))

    try:
        with clock.stopped(order.now):
            result = examine(order, sink if wanted else None, started=lambda rows: write(out, "start", rows))
        write(out, "end", pack(result))
    except Refusal as refusal:
        facts = {key: value for key, value in refusal.facts.items() if isinstance(value, str | int | float)}
        write(out, "refusal", (refusal.code, refusal.message, facts))
    except BrokenPipeError:
        pass
    with suppress(OSError):
        out.close()
    # Freeing a million cells one by one takes longer than ending.
    os._exit(0)


def _bound(order: Order) -> None:
    try:
        import resource
    except ImportError:  # a system without limits keeps the parent's clock
        return
    limits = ((resource.RLIMIT_AS, order.limits.memory_bytes), (resource.RLIMIT_CPU, order.limits.seconds))
    for what, most in limits:
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
