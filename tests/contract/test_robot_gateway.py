"""The robot's gateway as docs/robot-gateway.md has it: signed both ways, one call per reference, faults told apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from anjie.adapters.robot_gateway.calling import RobotGateway, report_of
from anjie.adapters.robot_gateway.signing import SIGN, TIME, NotGenuine, signature
from anjie.foundation import clock
from anjie.ports.failures import Later, Never, NotConfigured, Unsure
from anjie.ports.robot import Call, CallReport, NoRobot, RobotPort, Step, Turn
from tests.contract.simulators.vendors import KEYS, Vendors, running
from tests.vendors import FakeRobot

CALL = Call(
    "anjie-7", "19900000001", "秦海涛", "consent-1", (Step("identity", "您是本人吗？", (("yes", "matter"),)),)
)


@pytest.fixture
def vendors() -> Iterator[Vendors]:
    with running() as held:
        yield held


def gateway(vendors: Vendors, secret: str = KEYS["robot_gateway"]["secret"]) -> RobotGateway:
    return RobotGateway(base_url=vendors.base_url, secret=secret)


def fake(vendors: Vendors) -> FakeRobot:
    return FakeRobot()


@pytest.mark.parametrize("port", [gateway, fake])
def test_a_call_is_placed_and_known_by_its_reference(
    vendors: Vendors, port: Callable[[Vendors], RobotPort]
) -> None:
    robot = port(vendors)
    assert robot.look_up(CALL.reference) is None
    assert robot.place(CALL)
    assert robot.look_up(CALL.reference) == CallReport(CALL.reference, ended=False)


def test_the_dialogue_goes_with_the_call(vendors: Vendors) -> None:
    gateway(vendors).place(CALL)
    assert vendors.robot_calls["anjie-7"] == {
        "number": "19900000001", "name": "秦海涛", "dialogue": "consent-1",
        "steps": [{"key": "identity", "say": "您是本人吗？", "after": {"yes": "matter"}}],
    }  # fmt: skip


def test_the_same_reference_is_called_once(vendors: Vendors) -> None:
    robot = gateway(vendors)
    assert robot.place(CALL) == robot.place(CALL) == "call-1" and len(vendors.robot_calls) == 1


@pytest.mark.parametrize(
    ("fault", "kind"), [("busy", Later), ("down", Later), ("late", Unsure), ("lost", Unsure)]
)
def test_each_fault_is_told_apart_and_what_was_lost_is_found(
    vendors: Vendors, fault: str, kind: type[Exception]
) -> None:
    vendors.faults.append(fault)
    robot = gateway(vendors)
    with pytest.raises(kind):
        robot.place(CALL)
    assert (robot.look_up(CALL.reference) is not None) == (fault == "lost")


def test_a_refused_call_is_never_and_a_wrong_key_is_later(vendors: Vendors) -> None:
    with pytest.raises(Later, match="401"):
        gateway(vendors, "wrong").place(CALL)
    vendors.refusal = "number"
    with pytest.raises(Never, match="422"):
        gateway(vendors).place(CALL)


def test_how_it_went_is_asked_for(vendors: Vendors) -> None:
    robot = gateway(vendors)
    robot.place(CALL)
    vendors.robot_tells["anjie-7"] = {
        "ended": True, "connected": True, "conclusion": "willing", "audio_url": "https://voice.test/7",
        "turns": [{"by": "party", "step": "identity", "text": "我是", "intent": "yes", "confidence": 0.9}],
    }  # fmt: skip
    turn = Turn("party", "identity", "我是", "yes", 0.9)
    assert robot.look_up("anjie-7") == CallReport(
        "anjie-7", True, True, (turn,), "willing", "https://voice.test/7"
    )
    vendors.robot_tells["anjie-7"] = {"ended": True, "turns": "none"}
    with pytest.raises(Unsure):
        robot.look_up("anjie-7")


def push(told: dict[str, Any], secret: str = "push", at: int | None = None) -> tuple[bytes, dict[str, str]]:
    body, now = json.dumps(told).encode(), int(clock.now().timestamp()) if at is None else at
    return body, {TIME: str(now), SIGN: signature(secret, now, body)}


TOLD: dict[str, Any] = {"event_id": "e1", "reference": "anjie-7", "ended": True, "connected": False}


def test_a_genuine_push_is_translated() -> None:
    body, headers = push(TOLD)
    assert report_of(body, headers, secret="push") == ("e1", CallReport("anjie-7", True))


def test_only_links_by_https_are_kept() -> None:
    turn = {"by": "robot", "text": "您好", "audio_url": "javascript:alert(1)", "confidence": True}
    _, report = report_of(*push(TOLD | {"turns": [turn], "audio_url": "http://voice.test/7"}), secret="push")
    assert (report.audio_url, report.turns) == ("", (Turn("robot", "", "您好"),))


def test_what_is_forged_old_or_out_of_shape_is_not_genuine() -> None:
    body, headers = push(TOLD)
    old = int(clock.now().timestamp()) - 301
    wrong: list[tuple[tuple[bytes, dict[str, str]], str]] = [
        ((body, headers), ""), ((body, headers), "other"), ((body + b" ", headers), "push"), ((body, {}), "push"),
        ((body, headers | {TIME: "x"}), "push"), (push(TOLD, at=old), "push"), (push(TOLD | {"event_id": ""}), "push"),
        (push(TOLD | {"reference": 7}), "push"), (push(TOLD | {"turns": [3]}), "push"),
        (push(TOLD | {"turns": [{"by": "robot"}] * 201}), "push"),
    ]  # fmt: skip
    for given, secret in wrong:
        with pytest.raises(NotGenuine):
            report_of(*given, secret=secret)


def test_where_no_robot_is_configured_nobody_is_called() -> None:
    with pytest.raises(NotConfigured):
        NoRobot().place(CALL)
    assert NoRobot().look_up("anjie-7") is None and not NoRobot.live
