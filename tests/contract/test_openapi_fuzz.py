"""No request, however odd, makes any route of the API fall over.

Schemathesis makes requests of each operation's own description, right and wrong ones, sent by a signed-in
administrator or by a collector; half of them name things that are really there. ``ANJIE_FUZZ=200`` asks for
that many of each.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.generation import GenerationMode

from anjie.access.models import Account, Membership
from anjie.access.sessions import begin
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.work.results import ship_results
from anjie.services.sheets.importing import imports
from tests.cases import batch, place
from tests.http import Browser, client
from tests.people import World, build_world

EXAMPLES = int(os.environ.get("ANJIE_FUZZ", "3"))
KEYS = {"钱管理": "fuzz-administrator", "李催收": "fuzz-collector"}
BASE = "http://testserver"

pytestmark = pytest.mark.django_db


def described() -> Any:
    """The API as it describes itself."""
    from config.api import api

    generation = GenerationConfig(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
    config = SchemathesisConfig(projects=ProjectsConfig(default=ProjectConfig(generation=generation)))
    return schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())), config=config)


OPERATIONS = {one.label: one for one in (found.ok() for found in described().get_all_operations())}


@pytest.fixture(scope="module")
def known(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """What is really there, by the names requests give it; made once, gone with its transaction."""
    with (
        override_settings(HOME=tmp_path_factory.mktemp("home")),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        yield at_work(build_world())
        transaction.set_rollback(True)


def at_work(world: World) -> dict[str, Any]:
    """A case with a batch, a phone, money, a promise and people around it, and a session of each who asks."""
    boss, holder, unit = world["钱管理"], world["李催收"], world.units["北一组"].pk
    case = place(
        world, name="张三", batch_no="B-1", id_no="110101199003070001", card_no="6222020000000000000"
    )
    place(world, client="DEMO-CF", name="李四", holder="吴催收")
    ship_results()
    admin, collector = Browser(boss), Browser(holder)
    results = admin.get("/api/recovery/work/results").json()
    ids: dict[str, Any] = {
        "case": case.pk,
        "contact_point": case.contact_points.get().pk,
        "party": case.parties.get().pk,
        "batch": batch(world, no="B-1").pk,
        "client": world.clients["DEMO-BANK"].pk,
        "unit": unit,
        "membership": holder.membership_id,
        "account": holder.account_id,
        "role": Membership.objects.get(pk=boss.membership_id).role_id,
        "result": (results["rows"] if isinstance(results, dict) else results)[0]["id"],
    }
    of_case = {"case": case.pk}
    money = {"case_id": case.pk, "amount": "10.00", "paid_on": "2026-09-02"}
    pay, terms, work = "/api/recovery/payments", "/api/recovery/terms", "/api/recovery/work"
    asked = {"mode": "number", "ids": [case.pk], "collectors": [world["周催收"].membership_id]}
    steps: dict[str, tuple[Browser, str, dict[str, Any]]] = {
        "record": (collector, f"{work}/records", {**of_case, "channel": "note", "note": "试"}),
        "request": (collector, f"{work}/materials", {**of_case, "what": "账单", "reason": "核对"}),
        "instruction": (
            Browser(world["赵主管"]),
            f"{work}/instructions",
            {**of_case, "text": "请核实", "due_on": "2099-01-01"},
        ),
        "repayment": (admin, pay, money),
        "claim": (collector, f"{pay}/claims", {**money, "amount": "20.00"}),
        "retention": (
            collector,
            f"{terms}/retentions",
            {"case_id": case.pk, "reason": "协商中", "months": 1},
        ),
        "plan": (admin, "/api/recovery/assignment/plans", asked),
        "rule": (admin, "/api/recovery/assignment/rules", {"name": "大额", "unit_id": unit}),
        "announcement": (admin, "/api/office/announcements", {"title": "通知", "text": "今日盘点"}),
        "view": (admin, "/api/desk/views", {"page": "recovery.cases", "name": "大额", "query": {}}),
        "organisation": (
            admin,
            "/api/access/organisations",
            {"kind": "team", "code": "N9", "name": "北九组", "parent": world.units["北"].pk},
        ),
    }
    period = {"client": ids["client"], "from_on": "2026-09-01", "to_on": "2026-09-30"}
    steps["reconciliation"] = (admin, f"{pay}/reconciliations", {**period, "rows": []})
    steps["file"] = (admin, f"/api/files/cases/{case.pk}/offline", {"name": "合同", "place": "一号柜"})
    for name, (browser, path, body) in steps.items():
        answer = browser.post(path, body)
        assert answer.status_code == 200, f"{name}: {answer.status_code} {answer.content.decode()}"
        ids[name] = answer.json().get("id") or Repayment.objects.latest("pk").pk
    sheet = SimpleUploadedFile("试.csv", "姓名,金额\n张三,10.00\n".encode())
    upload = {"file": sheet, "kind": "placement", "client": ids["client"]}
    answer = admin.client.post("/api/sheets/imports", upload, headers={"X-CSRFToken": admin.token})
    ids["import"] = answer.json()["id"]
    imports.read_upload(boss, ids["import"])
    for name, key in KEYS.items():
        begin(
            Account.objects.get(pk=world[name].account_id),
            Membership.objects.select_related("account", "role", "unit").get(pk=world[name].membership_id),
            key,
            address="127.0.0.1",
            agent="fuzz",
        )
    return ids


def really(known: dict[str, Any], path: str, given: Any) -> Any:
    """The same values, with those that name something replaced by what is there."""
    if not isinstance(given, dict):
        return given
    listed = {"reverse": "repayment", "answer": "claim", "decide": "retention"}.get(
        path.rsplit("/", 1)[1], "case"
    )
    names = {
        **known,
        "point": known["contact_point"],
        "helper": known["membership"],
        "to": known["membership"],
        "year": 2026,
        "kind": "placement",
        "code": "placement.pause" if "/moves/" in path else "name",
    }
    found = {}
    for name, value in given.items():
        if name in ("ids", "collectors", "membership_ids"):
            found[name] = [known[listed if name == "ids" else "membership"]]
        else:
            found[name] = names.get(name.removesuffix("_id"), value)
    return found


@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_nothing_makes_it_fall_over(known: dict[str, Any], label: str) -> None:
    operation = OPERATIONS[label]
    asking = client(raise_request_exception=False)

    @settings(
        max_examples=EXAMPLES,
        derandomize=EXAMPLES < 50,
        deadline=None,
        database=None,
        phases=[Phase.generate] if EXAMPLES < 50 else [Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        operation.as_strategy() | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE),
        st.booleans(),
        st.sampled_from(sorted(KEYS.values())),
    )
    def ask(case: Any, real: bool, key: str) -> None:
        if real:
            case.path_parameters = really(known, operation.path, case.path_parameters)
            case.body = really(known, operation.path, case.body)
        wanted = requests.Request(**case.as_transport_kwargs(base_url=BASE)).prepare()
        told = {name: value for name, value in wanted.headers.items() if name.lower().startswith("x-")}
        with transaction.atomic():
            answer = asking.generic(
                wanted.method or "GET",
                (wanted.url or "").removeprefix(BASE),
                data=_bytes(wanted.body),
                content_type=wanted.headers.get("Content-Type", "application/json"),
                headers={**told, "Authorization": f"Bearer {key}", "X-Anjie-Face": "miniapp"},
            )
            transaction.set_rollback(True)
        said = b"" if answer.streaming else answer.content
        asked = f"{key}: {wanted.method} {wanted.url} {_bytes(wanted.body)[:800]!r}"
        shown = f"{asked}: {answer.status_code} {said[:300].decode()}"
        assert answer.status_code < 500, shown
        assert b"access.csrf" not in said, f"no request gets past this door: {shown}"
        if answer.status_code >= 400 and answer.status_code not in (404, 405):
            assert {"code", "message", "facts"} == set(json.loads(said)), shown

    ask()


def _bytes(body: Any) -> bytes:
    if body is None:
        return b""
    return body.encode() if isinstance(body, str) else body if isinstance(body, bytes) else body.read()
