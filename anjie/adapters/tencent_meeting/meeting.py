"""Tencent Meeting's REST API: make and cancel a meeting, find its recordings, hear its events."""

from __future__ import annotations

import json
import secrets
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from anjie.adapters.asking import ask, client, told
from anjie.adapters.tencent_meeting.signing import first_object, opened, request_signature
from anjie.foundation import clock
from anjie.ports.failures import Later, Never
from anjie.ports.meeting import MadeMeeting, Meeting, MeetingRecording

LATER = (190310, 500, 9999)
ALREADY_CANCELLED = 9007
PC = 1
READY = 3
EVENTS = {
    "meeting.started": "meeting.started",
    "meeting.end": "meeting.ended",
    "recording.completed": "meeting.recording_ready",
}


class TencentMeeting:
    """One enterprise's own application; every room belongs to the configured host."""

    live = True
    about = "腾讯会议"

    def __init__(
        self,
        *,
        app_id: str,
        secret_id: str,
        secret_key: str,
        user_id: str,
        sdk_id: str = "",
        base_url: str = "https://api.meeting.qq.com",
    ) -> None:
        self._app_id, self._secret_id, self._secret_key = app_id, secret_id, secret_key
        self._user_id, self._sdk_id = user_id, sdk_id
        self._http = client(base_url)

    def create(self, meeting: Meeting) -> MadeMeeting:
        """Make the room; its subject ends with our reference, by which ``find`` knows it again."""
        body: dict[str, Any] = {
            "userid": self._user_id,
            "instanceid": PC,
            "subject": self._subject(meeting),
            "type": 0,
            "start_time": str(int(meeting.starts_at.timestamp())),
            "end_time": str(int(meeting.ends_at.timestamp())),
            "settings": {"auto_record_type": "cloud", "auto_in_waiting_room": True},
        }
        if meeting.password:
            body["password"] = meeting.password
        return _made(self._call("POST", "/v1/meetings", body))

    def find(self, meeting: Meeting) -> MadeMeeting | None:
        """Among the host's coming meetings the one whose subject carries our reference."""
        query = urlencode({"userid": self._user_id, "instanceid": PC})
        answer = self._call("GET", f"/v1/meetings?{query}")
        for row in answer.get("meeting_info_list") or []:
            if str(row.get("subject") or "").endswith(f"[{meeting.reference}]"):
                return _made({"meeting_info_list": [row]})
        return None

    def cancel(self, meeting_id: str, reason: str) -> None:
        """Call it off."""
        body = {
            "userid": self._user_id, "instanceid": PC, "reason_code": 1, "reason_detail": reason[:100],
        }  # fmt: skip
        try:
            self._call("POST", f"/v1/meetings/{meeting_id}/cancel", body)
        except Never as never:
            if never.code != str(ALREADY_CANCELLED):
                raise

    def recordings(self, meeting_id: str, since: datetime, until: datetime) -> list[MeetingRecording]:
        """The files of its recordings that are ready, each with links of this moment."""
        operator = {"operator_id": self._user_id, "operator_id_type": 1}
        span = {"start_time": int(since.timestamp()), "end_time": int(until.timestamp())}
        query = urlencode(operator | span | {"meeting_id": meeting_id, "page_size": 20, "page": 1})
        listed = self._call("GET", f"/v1/records?{query}")
        found = []
        for row in listed.get("record_meetings") or []:
            if row.get("state") == READY:
                query = urlencode(
                    {"meeting_record_id": row["meeting_record_id"]} | operator | {"page_size": 50, "page": 1}
                )
                files = self._call("GET", f"/v1/addresses?{query}").get("record_files") or []
                found += [
                    MeetingRecording(
                        str(file["record_file_id"]),
                        str(file.get("view_address") or ""),
                        str(file.get("download_address") or ""),
                    )
                    for file in files
                ]
        return found

    def _subject(self, meeting: Meeting) -> str:
        tail = f" [{meeting.reference}]"
        kept = meeting.subject.encode()[: 500 - len(tail)].decode("utf-8", "ignore")
        return f"{kept}{tail}"

    def _call(self, method: str, uri: str, given: dict[str, Any] | None = None) -> dict[str, Any]:
        body = json.dumps(given, ensure_ascii=False) if given is not None else ""
        nonce, at = secrets.randbelow(2_000_000_000) + 1, int(clock.now().timestamp())
        headers = {
            "Content-Type": "application/json",
            "X-TC-Key": self._secret_id,
            "X-TC-Timestamp": str(at),
            "X-TC-Nonce": str(nonce),
            "X-TC-Signature": request_signature(
                self._secret_id, self._secret_key, method, uri, body, nonce, at
            ),
            "AppId": self._app_id,
            "X-TC-Registered": "1",
        }
        if self._sdk_id:
            headers["SdkId"] = self._sdk_id
        answer = ask(self._http, method, uri, content=body.encode() if body else None, headers=headers)
        said = told(answer)
        if error := said.get("error_info"):
            code = int(error.get("error_code") or 0)
            raise Later(str(code)) if code in LATER else Never(str(code))
        return said


def event_of(
    body: bytes, headers: dict[str, str], *, token: str, aes_key: str
) -> list[tuple[str, str, dict[str, Any]]]:
    """The event in a genuine push: our name of it, its reference, its facts; others give none."""
    data = str(first_object(body.decode("utf-8", "replace")).get("data") or "")
    event = first_object(opened(data, headers, token=token, aes_key=aes_key))
    name = EVENTS.get(str(event.get("event") or ""))
    payload = event.get("payload")
    if name is None or not isinstance(payload, list) or not payload or not isinstance(payload[0], dict):
        return []
    about = payload[0].get("meeting_info") or {}
    facts: dict[str, Any] = {
        "meeting_id": str(about.get("meeting_id") or ""),
        "meeting_no": str(about.get("meeting_code") or ""),
    }
    if isinstance(files := payload[0].get("recording_files"), list):
        facts["recording_ids"] = [
            str(file.get("record_file_id") or "") for file in files if isinstance(file, dict)
        ]
    reference = str(event.get("trace_id") or "") or f"{facts['meeting_id']}:{payload[0].get('operate_time')}"
    return [(name, f"{event['event']}:{reference}", facts)]


def _made(answer: dict[str, Any]) -> MadeMeeting:
    rows = answer.get("meeting_info_list") or []
    if not rows:
        raise Never("no_meeting")
    row = rows[0]
    return MadeMeeting(
        str(row["meeting_id"]), str(row.get("meeting_code") or ""), str(row.get("join_url") or "")
    )
