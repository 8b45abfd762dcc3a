"""Key rotation while the product serves: a new key is put in use, then every sealed value is brought under it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.sealed_columns import count_under_other_keys, prove_keys, reseal, sealed_columns
from anjie.foundation.sealed import sealer
from config import home

PASSES = 5


def rotate(tell: Callable[[str], None]) -> dict[str, Any]:
    """Rotate the sealing key; a rotation that was interrupted is finished instead of a new one begun.

    The old keys stay in the secrets file: back-ups and other hosts still need them to open what they hold.
    """
    began = time.perf_counter()
    prove_keys()
    columns = sealed_columns()
    left = {one.place: count_under_other_keys(one, sealer().ring.current) for one in columns}
    resumed = any(left.values())
    if not resumed:
        home.add_seal_key()
        prove_keys()
    current = sealer().ring.current
    tell(f"{'继续' if resumed else '开始'}轮换到第 {current} 号密钥")
    done = dict.fromkeys(left, 0)
    for _ in range(PASSES):
        for column in columns:
            for count in reseal(column):
                done[column.place] += count
                tell(f"{column.place}：已重新加密 {done[column.place]} 条")
        # A process that began before the new key may have written under the old one meanwhile.
        left = {one.place: count_under_other_keys(one, current) for one in columns}
        if not any(left.values()):
            break
    result = {
        "key": current,
        "resumed": resumed,
        "resealed": sum(done.values()),
        "columns": done,
        "left": sum(left.values()),
        "seconds": round(time.perf_counter() - began, 3),
    }
    trail.record(
        Actor.job("rotate-keys"), "keys.rotated", key=current, count=result["resealed"], left=result["left"]
    )
    return result
