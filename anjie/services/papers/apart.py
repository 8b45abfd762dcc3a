"""Reads and fills templates in a process of their own: a hostile one can take its time and memory, not ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anjie
from anjie.foundation.refusals import Refusal
from anjie.services.papers.fields import Known
from anjie.services.papers.packing import pack

SECONDS = 180
"""By the wall; the process itself has 20 seconds of the processor."""


def check(name: str, content: bytes, known: Known) -> dict[str, Any]:
    """``{"used": codes, "faults": [{place, text, code, message, suggestion}]}`` of a guarded template."""
    answer = _ask({"verb": "check"}, name, content, known)
    result: dict[str, Any] = json.loads(answer)
    return result


def fill(name: str, content: bytes, known: Known, facts: Mapping[str, Any]) -> bytes:
    """The paper as a Word file."""
    packed = {code: pack(value) for code, value in facts.items()}
    return _ask({"verb": "fill", "facts": packed}, name, content, known)


def _ask(order: dict[str, Any], name: str, content: bytes, known: Known) -> bytes:
    order |= {"fields": dict(known.fields), "codes": dict(known.codes)}
    head = json.dumps(order, ensure_ascii=False).encode() + b"\n"
    root = str(Path(next(iter(anjie.__path__))).parent)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "anjie.services.papers.child"],
            input=head + content,
            capture_output=True,
            timeout=SECONDS,
            # Nothing of ours is in its environment: no database, no keys.
            env={"PYTHONPATH": root, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much(name) from None
    if done.returncode != 0:
        raise _too_much(name)
    return done.stdout


def _too_much(name: str) -> Refusal:
    return Refusal(
        "papers.unworkable",
        f"模板“{name}”无法处理：结构异常，或超出时间与内存上限。请在 Word 中新建文档，复制内容后另存为 .docx 再上传。",
    ).with_status(422)
