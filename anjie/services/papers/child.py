"""The process in which a template is read or filled: bounded in memory and time, ended after one."""

from __future__ import annotations

import json
import os
import sys

from anjie.services.papers.fields import Known
from anjie.services.papers.filling import fill
from anjie.services.papers.packing import unpack
from anjie.services.papers.places import check_template

MEMORY = 1024 * 1024 * 1024
SECONDS = 20


def main() -> None:
    """One line of JSON and the template from standard input; JSON or the paper to standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _bound()
    order = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    known = Known(order["fields"], order["codes"])
    if order["verb"] == "check":
        out.write(json.dumps(check_template(content, known).as_dict(), ensure_ascii=False).encode())
    else:
        facts = {code: unpack(value) for code, value in order["facts"].items()}
        out.write(fill(content, known, facts))
    out.close()


def _bound() -> None:
    try:
        import resource
    except ImportError:  # a system without limits keeps the parent's clock
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
