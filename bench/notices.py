"""A storm of notices against a worker as it runs and a vendor that speaks Tencent's HTTP, while people go on working.

    anjie bench notices --json        (``--rows 2000`` for fewer)

First so many short messages at once: how long they take to leave, and what an ordinary request takes meanwhile. Then
the vendor is down for an hour: he answers 503, his port is closed, the worker is started anew each time with a clock
set on, and at last he is back. Counted is what the vendor got: each message once, none lost, and none of a session
that had begun meanwhile. The floor is the adapter alone sending as many, one after the other.

Needs a checkout: the simulated vendor is the one of the contract tests.
"""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

OWN_DATABASE = True
GOAL_MS = 150
PEOPLE, DOWN = 10_000, 300
CHECKOUT = Path(__file__).resolve().parent.parent
PLAIN, DATED = "mediation.filed", "mediation.session_tomorrow"
VENDOR = """
import json, sys
from tests.contract.simulators.vendors import running
with running(int(sys.argv[1])) as held:
    print(held.base_url, flush=True)
    for line in sys.stdin:
        if line.startswith("down"):
            held.faults.extend(["down"] * 100_000)
        sent = [one["SessionContext"] for one in held.tencent_sms]
        print(json.dumps({"sent": sent, "asked": len(held.calls)}), flush=True)
"""
ASKED = ("/api/access/me", "/api/notices", "/api/mediation/cases", "/api/insight/home")


def run(rows: int = PEOPLE) -> dict[str, Any]:
    """One line: seconds until the storm has left, p95 of requests before and meanwhile, and what the outage lost."""
    from bench.live import _serve

    if not (CHECKOUT / "tests").is_dir():
        raise RuntimeError("这项测量需要源码目录中的 tests，请在源码目录中运行。")
    people = _people(max(rows, DOWN + 20))
    key = _signed_in()
    server, port = _serve()
    try:
        storm = _storm(people[:rows], f"http://127.0.0.1:{port}", key)
    finally:
        server.terminate()
        server.wait(20)
    outage = _outage(people[:DOWN])
    return {
        "name": "notices",
        "work": f"{rows} short messages at once through a worker and the vendor's HTTP; then {DOWN} with the vendor down for an hour",
        **storm,
        "goal_ms": GOAL_MS,
        "met": storm["request_p95_ms"] <= GOAL_MS and not any(storm[one] for one in ("lost", "twice"))
        and not any(outage[one] for one in ("lost", "twice", "past_announced")),
        "outage": outage,
    }  # fmt: skip


def _storm(people: list[int], url: str, key: str) -> dict[str, Any]:
    with _vendor() as vendor, _worker(vendor.url):
        floor = _floor(vendor.url) * len(people)
        before = _requests(url, key, lambda: False, at_least=15 * len(ASKED))
        began = time.perf_counter()
        _tell(people, PLAIN, {}, "storm")
        told = time.perf_counter() - began
        left: list[float] = []
        watching = threading.Thread(target=lambda: left.append(_left(began)), daemon=True)
        watching.start()
        meanwhile = _requests(url, key, lambda: watching.is_alive(), at_least=len(ASKED))
        watching.join()
        sent = Counter(vendor.ask("sent")["sent"])
    sent.pop("floor", None)
    return {
        "seconds": round(left[0], 2),
        "floor_seconds": round(floor, 2),
        "ratio": round(left[0] / floor, 2),
        "told_seconds": round(told, 2),
        "per_second": round(len(people) / left[0], 1),
        "request_p95_ms": _p95(meanwhile),
        "request_p95_before_ms": _p95(before),
        "request_median_ms": round(statistics.median(meanwhile), 1),
        "requests": len(meanwhile),
        "lost": len(people) - len(sent),
        "twice": sum(many - 1 for many in sent.values()),
    }


def _outage(people: list[int]) -> dict[str, Any]:
    """An hour without the vendor in three moments, each with a worker of its own; the clock is set, not waited for."""
    from anjie.foundation import clock
    from anjie.services.notices.models import Delivery

    begins = clock.now().replace(hour=10, minute=0, second=0, microsecond=0)
    past, later = begins + timedelta(minutes=30), begins + timedelta(hours=6)
    ours = Delivery.objects.filter(notice__key__startswith="outage")
    with _vendor() as vendor:
        vendor.ask("down")
        with clock.stopped(begins):
            _tell(people[:-20], PLAIN, {}, "outage")
            _tell(people[-20:-10], DATED, {"from_at": past, "when": "10:30"}, "outage-past")
            _tell(people[-20:-10], DATED, {"from_at": later, "when": "16:00"}, "outage-later")
        with _worker(vendor.url, begins):
            _until(lambda: ours.filter(tries__gte=1).count() >= 3)
        refused = ours.filter(tries__gte=1).count()
    nobody = "http://127.0.0.1:9"
    with _worker(nobody, begins + timedelta(minutes=45)):
        _until(lambda: ours.filter(tries__gte=1).count() > refused or ours.filter(tries__gte=2).exists())
    waiting = ours.exclude(state=Delivery.State.FAILED).count()
    with _vendor() as vendor:
        with _worker(vendor.url, begins + timedelta(minutes=65)):
            began = time.perf_counter()
            _until(lambda: not ours.filter(state__in=("queued", "sending")).exists())
            took = time.perf_counter() - began
        unsure = ours.filter(state=Delivery.State.UNSURE).count()
        # Whoever was killed while he sent left it open whether he had: the vendor is asked, in his own time.
        with _worker(vendor.url, begins + timedelta(minutes=90)):
            _until(lambda: not ours.filter(state__in=("queued", "sending", "unsure")).exists())
        sent = Counter(vendor.ask("sent")["sent"])
    old = {one.reference for one in ours.filter(notice__key="outage-past")}
    wanted = {one.reference for one in ours} - old
    return {
        "messages": len(wanted) + len(old),
        "tried_while_down": refused,
        "waiting_when_back": waiting,
        "seconds_until_sent": round(took, 1),
        "looked_up": unsure,
        "lost": len(wanted - set(sent)),
        "twice": sum(many - 1 for many in sent.values()),
        "past_announced": len(old & set(sent)),
        "past_told_of_in_the_log": ours.filter(notice__key="outage-past", reason="已过时限，未发送").count(),
    }


# -- who is told, and by whom it is carried --


def _people(count: int) -> list[int]:
    """So many accounts of persons with a mobile no operator gives out."""
    from anjie.access.mobiles import PLACE
    from anjie.access.models import Account
    from anjie.access.sealed_columns import prove_keys
    from anjie.foundation import clock
    from anjie.foundation.sealed import Field, sealer
    from anjie.services.notices.models import TemplateIds

    prove_keys()
    TemplateIds.objects.bulk_create(
        TemplateIds(code=code, sms_id=f"s-{number}", changed_at=clock.now())
        for number, code in enumerate((PLAIN, DATED))
    )
    made = Account.objects.bulk_create(
        Account(
            kind="person", username=f"p{n}", name="吴晓", password="!", password_changed_at=clock.now(),
            mobile_index=sealer().index(f"1990{n:07d}", Field.PHONE),
        )
        for n in range(count)
    )  # fmt: skip
    for n, account in enumerate(made):
        account.mobile_sealed = sealer().seal(f"1990{n:07d}", PLACE, account.pk)
    Account.objects.bulk_update(made, ["mobile_sealed"], batch_size=2000)
    return [account.pk for account in made]


def _signed_in() -> str:
    """An administrator's live session; returns its key."""
    from anjie.access.models import LiveSession
    from anjie.access.shipped import ship_roles
    from anjie.access.standing import hash_of
    from anjie.foundation import clock
    from bench.seeding import member, unit

    made = member(
        "admin", "管理", ship_roles()["administrator"], unit("company", "BENCH", "公司", None), "all"
    )
    now = clock.now()
    LiveSession.objects.create(
        account=made.account, membership=made, key_hash=hash_of("bench-notices"), started_at=now, seen_at=now
    )
    return "bench-notices"


def _tell(people: list[int], template: str, facts: dict[str, Any], key: str) -> None:
    from anjie.access.actors import Actor
    from anjie.services.notices.actions import tell

    tell(
        Actor.job("bench"),
        people,
        template,
        {"no": "M-1", "state": "已立案", "what": "调解", **facts},
        key=key,
    )


def _left(began: float) -> float:
    """Seconds until nothing waits any more."""
    from django.db import connection

    from anjie.services.notices.models import Delivery

    try:
        _until(lambda: not Delivery.objects.filter(state__in=("queued", "sending", "unsure")).exists(), 3600)
        return time.perf_counter() - began
    finally:
        connection.close()


def _until(what: Callable[[], bool], seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise RuntimeError(f"it did not happen within {seconds:.0f} seconds")
        time.sleep(0.5)


def _requests(url: str, key: str, going_on: Callable[[], bool], at_least: int) -> list[float]:
    """Milliseconds of ordinary requests, one after the other, while something goes on."""
    import httpx

    times: list[float] = []
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as http:
        for path in ASKED:
            http.get(path).raise_for_status()  # the first warms the caches
        while going_on() or len(times) < at_least:
            began = time.perf_counter()
            http.get(ASKED[len(times) % len(ASKED)]).raise_for_status()
            times.append((time.perf_counter() - began) * 1000)
            time.sleep(0.05)
    return times


def _p95(times: list[float]) -> float:
    return round(sorted(times)[min(len(times) - 1, int(len(times) * 0.95))], 1)


def _floor(url: str, many: int = 200) -> float:
    """Seconds for one message by the adapter alone."""
    from anjie.adapters.tencent_sms.sending import TencentSms
    from anjie.ports.sms import Sms

    port = TencentSms(**_keys(), templates={}, base_url=url)
    message = Sms("floor", "19900000000", PLAIN, (("no", "M-1"),), "s-0")
    began = time.perf_counter()
    for _ in range(many):
        port.send(message)
    return (time.perf_counter() - began) / many


class _Vendor:
    """The simulated vendor in a process of its own, so that it takes no time of ours."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert process.stdout is not None
        self.url = process.stdout.readline().strip()

    def ask(self, what: str) -> dict[str, Any]:
        """Say something to it; what it got so far."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))


def _keys() -> dict[str, str]:
    """What the simulated vendor takes for genuine."""
    if str(CHECKOUT) not in sys.path:
        sys.path.insert(0, str(CHECKOUT))
    from tests.contract.simulators.vendors import KEYS

    return KEYS["tencent_sms"]


@contextmanager
def _vendor() -> Iterator[_Vendor]:
    process = subprocess.Popen(
        [sys.executable, "-c", VENDOR, "0"],
        cwd=CHECKOUT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        yield _Vendor(process)
    finally:
        process.kill()
        process.wait()


@contextmanager
def _worker(vendor: str, at: Any = None) -> Iterator[None]:
    """A worker as ``anjie worker`` starts it, which knows this vendor; killed without a word when the block ends."""
    given = {f"ANJIE_TENCENT_SMS_{name}".upper(): value for name, value in _keys().items()}
    given |= {"ANJIE_TENCENT_SMS_BASE_URL": vendor, **({"ANJIE_CLOCK": at.isoformat()} if at else {})}
    process = subprocess.Popen(
        [sys.executable, "-m", "config.command", "worker"],
        env=os.environ | given, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
