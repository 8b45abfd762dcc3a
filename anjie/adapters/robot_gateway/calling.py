"""The gateway to a voice robot, by our own protocol: whoever runs a robot puts this small interface before it.

What it must answer stands in docs/robot-gateway.md; no vendor's own interface is spoken here.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from anjie.adapters.asking import ask, client, told
from anjie.adapters.robot_gateway.signing import SIGN, TIME, NotGenuine, check, signature
from anjie.foundation import clock
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.robot import Call, CallReport, Turn

MOST_TURNS = 200
LATER = (401, 403, 408, 409)
"""Besides being busy: a key that does not fit, which somebody will put right."""


class RobotGateway:
    """Places calls by PUT, so that asking twice places one."""

    live = True
    about = "语音机器人网关"

    def __init__(self, *, base_url: str, secret: str) -> None:
        self._path = urlsplit(base_url).path.rstrip("/")
        self._secret = secret
        self._http = client(base_url.rstrip("/"))

    def place(self, call: Call) -> str:
        """Have the call made; the gateway's id of it."""
        steps = [{"key": one.key, "say": one.say, "after": dict(one.after)} for one in call.steps]
        body = {"number": call.number, "name": call.name, "dialogue": call.dialogue, "steps": steps}
        return str(self._ask("PUT", call.reference, body).get("id") or "")[:80]

    def look_up(self, reference: str) -> CallReport | None:
        """How it went; nothing when the gateway never had it."""
        try:
            return report_from(self._ask("GET", reference) | {"reference": reference})
        except Never as never:
            if never.code == "404":
                return None
            raise
        except NotGenuine as wrong:
            raise Unsure("bad_report", str(wrong)) from wrong

    def _ask(self, method: str, reference: str, given: dict[str, Any] | None = None) -> dict[str, Any]:
        body = json.dumps(given, ensure_ascii=False).encode() if given is not None else b""
        url = f"/calls/{reference}"
        at = int(clock.now().timestamp())
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            TIME: str(at),
            SIGN: signature(self._secret, at, method.encode(), f"{self._path}{url}".encode(), body),
        }
        answer = ask(self._http, method, url, content=body or None, headers=headers)
        if answer.status_code in LATER:
            raise Later(str(answer.status_code))
        if answer.status_code not in (200, 201):
            raise Never(str(answer.status_code))
        return told(answer)


def report_of(body: bytes, headers: dict[str, str], *, secret: str) -> tuple[str, CallReport]:
    """The genuine push's own number and the report in it; :class:`NotGenuine` for anything else."""
    now = int(clock.now().timestamp())
    check(secret, now, headers.get(TIME, ""), headers.get(SIGN, ""), body)
    try:
        given = json.loads(body)
    except ValueError as error:
        raise NotGenuine("body") from error
    if not isinstance(given, dict):
        raise NotGenuine("body")
    event = str(given.get("event_id") or "")[:60]
    if not event:
        raise NotGenuine("event_id")
    return event, report_from(given)


def report_from(given: dict[str, Any]) -> CallReport:
    """A report as the gateway writes it; what is out of shape makes the whole one not genuine."""
    turns = given.get("turns") or []
    reference = given.get("reference")
    if not isinstance(turns, list) or len(turns) > MOST_TURNS or not isinstance(reference, str):
        raise NotGenuine("shape")
    return CallReport(
        reference=reference[:64],
        ended=given.get("ended") is True,
        connected=given.get("connected") is True,
        turns=tuple(_turn(one) for one in turns),
        conclusion=str(given.get("conclusion") or "")[:20],
        audio_url=_link(given.get("audio_url")),
    )


def _turn(given: Any) -> Turn:
    if not isinstance(given, dict) or given.get("by") not in ("robot", "party"):
        raise NotGenuine("turn")
    sure = given.get("confidence")
    real = isinstance(sure, int | float) and not isinstance(sure, bool) and 0 <= sure <= 1
    return Turn(
        by=given["by"],
        step=str(given.get("step") or "")[:40],
        text=str(given.get("text") or "")[:2000],
        intent=str(given.get("intent") or "")[:20],
        confidence=float(sure) if real and sure is not None else None,
        audio_url=_link(given.get("audio_url")),
    )


def _link(given: Any) -> str:
    """A link people may open: https only, anything else is none."""
    text = str(given or "")
    return text if text.startswith("https://") and len(text) <= 1000 else ""
