"""The robot through its doors: what it tells is verified, what it said is read, stopped and set by who may."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from anjie.adapters.robot_gateway.signing import SIGN, TIME, signature
from anjie.desk.public import Party
from anjie.foundation import clock
from anjie.lines.mediation.consent.models import RobotCall, RobotTurn
from anjie.services.callbacks import actions as callbacks
from anjie.services.callbacks.models import Callback
from config import doctor
from tests.http import Browser
from tests.lines.mediation.conftest import consenting
from tests.lines.mediation.robots import a_robot, calls_at, reports, task_of
from tests.people import World
from tests.vendors import FakeRobot


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeRobot]:
    monkeypatch.setenv("ANJIE_ROBOT_GATEWAY_PUSH_SECRET", "push")
    with a_robot() as robot:
        yield robot


def push(told: dict[str, Any], secret: str = "push", at: int | None = None) -> int:
    body = json.dumps(told, ensure_ascii=False).encode()
    now = int(clock.now().timestamp()) if at is None else at
    signed = {TIME: str(now), SIGN: signature(secret, now, body)}
    return (
        Client()
        .post("/api/webhooks/robot", body, content_type="application/json", headers=signed)
        .status_code
    )


def told(reference: str, event: str = "e1", conclusion: str = "willing") -> dict[str, Any]:
    return {
        "event_id": event, "reference": reference, "ended": True, "connected": True, "conclusion": conclusion,
        "turns": [
            {"by": "robot", "step": "identity", "text": "请问您是秦海涛本人吗？"},
            {"by": "party", "step": "identity", "text": "我是", "intent": "yes", "confidence": 0.97},
            {"by": "robot", "step": "matter", "text": "请问您是否愿意调解？"},
            {"by": "party", "step": "matter", "text": "愿意", "intent": conclusion, "confidence": 0.91,
             "audio_url": "https://voice.test/turn/4"},
        ],
        "audio_url": "https://voice.test/call",
    }  # fmt: skip


def test_a_genuine_report_is_taken_once_and_a_forged_or_old_one_never(centre: World, held: FakeRobot):
    case = consenting(centre)
    call = next(one for one in calls_at(held, "12:00") if one.name == "秦海涛")
    whole, now = told(call.reference), int(clock.now().timestamp())
    assert push(whole, "stolen") == push(whole, at=now - 301) == 403
    assert not Callback.objects.exists() and not RobotTurn.objects.exists()
    assert [push(whole), push(whole)] == [200, 200]
    row = Callback.objects.get()
    assert "愿意" not in json.dumps(row.facts, ensure_ascii=False)
    assert callbacks.handle(row.pk) is True and callbacks.handle(row.pk) is False
    assert task_of(case).state == "done" and RobotTurn.objects.count() == 4
    assert push(told("anjie-nobody", "e9")) == 200
    assert callbacks.handle(Callback.objects.latest("id").pk) is True
    assert RobotTurn.objects.count() == 4


def test_staff_see_how_far_it_is_read_what_was_said_and_stop_it(centre: World, held: FakeRobot):
    case = consenting(centre)
    made = calls_at(held, "12:00")
    call = next(one for one in made if one.name == "秦海涛")
    assert push(told(call.reference, conclusion="unclear")) == 200
    callbacks.handle(Callback.objects.get().pk)
    staff = Browser(centre["何审核"])
    base = f"/api/mediation/cases/{case.pk}/consent"
    shown = staff.get(base).json()
    robot = next(one for one in shown["sides"] if one["part"] == "respondent")["robot"]
    assert (shown["robot_live"], robot["state"], robot["attempts"], robot["most"]) == (True, "waiting", 1, 3)
    assert robot["next_at"].startswith("2026-09-01T08:00"), "16:00 in Shanghai"
    [one] = robot["calls"]
    assert (one["number"], one["said_label"], one["turns"]) == ("134****0002", "未明确", 4)
    talk = staff.post(f"{base}/robot-calls/{one['id']}").json()
    assert (talk["audio_url"], talk["turns"][3]) == (
        "https://voice.test/call",
        {"by": "party", "by_label": "接听人", "text": "愿意", "intent": "unclear", "intent_label": "未听清",
         "confidence": 0.91, "audio_url": "https://voice.test/turn/4"},
    )  # fmt: skip
    party = Party.objects.get(case=case, part="respondent")
    stopped = staff.post(f"{base}/robot/{party.pk}/stop")
    assert stopped.status_code == 200 and task_of(case).state == "handed_over"
    again = staff.post(f"{base}/robot/{party.pk}/stop")
    assert (again.status_code, again.json()["code"]) == (409, "robot.not_asking")


def test_a_mediator_neither_reads_nor_stops_and_nobody_reads_another_cases(centre: World, held: FakeRobot):
    case = consenting(centre)
    call = calls_at(held, "12:00")[0]
    reports(held, call, "yes", "willing")
    row = RobotCall.objects.get(reference=call.reference)
    party = Party.objects.get(case=case, part="respondent")
    mediator, staff = Browser(centre["吕调解"]), Browser(centre["何审核"])
    for path in (f"robot-calls/{row.pk}", f"robot/{party.pk}/stop"):
        assert mediator.post(f"/api/mediation/cases/{case.pk}/consent/{path}").status_code == 403
    other = consenting(centre)
    assert staff.post(f"/api/mediation/cases/{other.pk}/consent/robot-calls/{row.pk}").status_code == 404
    assert staff.post(f"/api/mediation/cases/{other.pk}/consent/robot/{party.pk}/stop").status_code == 409


def test_the_administrator_sets_how_an_institution_asks(centre: World):
    boss = Browser(centre["钱管理"])
    shown = boss.get("/api/mediation/consent/settings").json()
    assert (shown["robot_live"], shown["robot_about"]) == (False, "未配置语音机器人，由工作人员征询")
    [row] = shown["rows"]
    body = {"robot_asks": False, "spacing_hours": 6, "unwilling": "close"}
    path = f"/api/mediation/consent/settings/{row['institution_id']}"
    saved = boss.send("PUT", path, body).json()
    assert (saved["unwilling_label"], saved["spacing_hours"], saved["by"]) == (
        "告知申请人并结束申请",
        6,
        "钱管理",
    )
    assert boss.send("PUT", path, body | {"spacing_hours": 73}).status_code == 422
    assert Browser(centre["何审核"]).get("/api/mediation/consent/settings").status_code == 403


def test_the_doctor_says_what_stands_behind_the_robot(monkeypatch: pytest.MonkeyPatch):
    found = {one.name: one for one in doctor.ports()}
    assert found["port.robot"].message == "未配置语音机器人，由工作人员征询"
    monkeypatch.setenv("ANJIE_ROBOT_GATEWAY_SECRET", "x")
    found = {one.name: one for one in doctor.ports()}
    assert found["port.robot"].message.endswith("（缺少 ANJIE_ROBOT_GATEWAY_BASE_URL）")
