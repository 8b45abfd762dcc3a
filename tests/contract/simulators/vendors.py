"""Speaks the documented HTTP of WeChat, Tencent and Aliyun SMS and Tencent Meeting, and our own of a voice robot's gateway.

Started by tests, and for a demo by ``python -m tests.contract.simulators.vendors 8179`` (then set
``ANJIE_WECHAT_BASE_URL=http://127.0.0.1:8179`` and so on; keys are those of :data:`KEYS`). A wx.login code
``demo-<name>`` is the user ``o-<name>``; a phone code ``phone-<number>`` is that number.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from anjie.adapters.aliyun_sms.signing import canonical_v3
from anjie.adapters.robot_gateway.signing import SIGN, TIME, NotGenuine, check
from anjie.adapters.tencent_meeting.signing import request_signature
from anjie.adapters.tencent_sms.signing import headers as tc3

KEYS = {
    "wechat": {"app_id": "wx0000000000000000", "secret": "wechat-secret"},
    "tencent_sms": {"secret_id": "AKIDtest", "secret_key": "tencent-secret", "app_id": "1400000000", "sign_name": "案结"},
    "aliyun_sms": {"key_id": "LTAItest", "key_secret": "aliyun-secret", "sign_name": "案结"},
    "robot_gateway": {"secret": "robot-secret"},
    "tencent_meeting": {"app_id": "200000000", "secret_id": "meetid", "secret_key": "meeting-secret", "user_id": "host1"},
}  # fmt: skip
FAULTS = ("lost", "down", "busy", "late", "token", "expired")
"""lost: done, no answer · down: 503 · busy: the vendor's own "busy" · late: 502, nothing done · token: token unknown."""


@dataclass
class Vendors:
    """What the vendors hold, and the faults of the next calls, first come first served."""

    base_url: str = ""
    faults: deque[str] = field(default_factory=deque)
    calls: list[str] = field(default_factory=list)
    used_codes: set[str] = field(default_factory=set)
    tokens: int = 0
    credits: dict[str, int] = field(default_factory=dict)
    subscribed: list[dict[str, Any]] = field(default_factory=list)
    tencent_sms: list[dict[str, Any]] = field(default_factory=list)
    aliyun_sms: list[dict[str, Any]] = field(default_factory=list)
    meetings: dict[str, dict[str, Any]] = field(default_factory=dict)
    robot_calls: dict[str, dict[str, Any]] = field(default_factory=dict)
    robot_tells: dict[str, dict[str, Any]] = field(default_factory=dict)
    nonces: set[str] = field(default_factory=set)
    refusal: str = ""


class Lost(Exception):
    """It was done; the answer is not sent."""


class Handler(BaseHTTPRequestHandler):
    """One request to one of the vendors."""

    server: Any
    protocol_version = "HTTP/1.1"

    def log_message(self, *given: Any) -> None:
        return

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def _answer(self) -> None:
        held: Vendors = self.server.vendors
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = ""
        if held.faults and not self.path.startswith("/cgi-bin/stable_token"):
            fault = held.faults.popleft()
        try:
            if fault in ("down", "late"):
                self._say({"error": fault}, {"down": 503, "late": 502}[fault])
                return
            status, said = self._route(held, body, fault)
            if fault == "lost":
                raise Lost
            self._say(said, status)
        except Lost:
            self.close_connection = True
            self.connection.close()

    def _say(self, said: Any, status: int = 200) -> None:
        picture = isinstance(said, bytes)
        payload = said if isinstance(said, bytes) else json.dumps(said, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "image/jpeg" if picture else "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def _route(self, held: Vendors, body: bytes, fault: str) -> tuple[int, Any]:
        path = urlsplit(self.path).path
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        given = json.loads(body) if body else {}
        if self.headers.get("X-TC-Action"):
            held.calls.append(self.headers["X-TC-Action"])
            return 200, {"Response": self._tencent_sms(held, body, given, fault)}
        if self.headers.get("x-acs-action"):
            held.calls.append(self.headers["x-acs-action"])
            return 200, self._aliyun_sms(held, body, query, fault)
        held.calls.append(path)
        if path.startswith("/calls/"):
            return self._robot(held, path, body, given, fault)
        if path.startswith("/v1/"):
            return self._meeting(held, path, body.decode(), query, given, fault)
        return 200, self._wechat(held, path, query, given, fault)

    # -- WeChat --

    def _wechat(
        self, held: Vendors, path: str, query: dict[str, str], given: dict[str, Any], fault: str
    ) -> Any:
        keys = KEYS["wechat"]
        if fault == "busy":
            return {"errcode": -1, "errmsg": "system error"}
        if path == "/sns/jscode2session":
            if (query.get("appid"), query.get("secret")) != (keys["app_id"], keys["secret"]):
                return {"errcode": 40125, "errmsg": "invalid appsecret"}
            code = query.get("js_code", "")
            if code in held.used_codes:
                return {"errcode": 40163, "errmsg": "code been used"}
            if not code.startswith("demo-"):
                return {"errcode": 40029, "errmsg": "invalid code"}
            held.used_codes.add(code)
            name = code.split("-")[1]
            return {"openid": f"o-{name}", "unionid": f"u-{name}", "session_key": "c2Vzc2lvbg=="}
        if path == "/cgi-bin/stable_token":
            if (given.get("appid"), given.get("secret")) != (keys["app_id"], keys["secret"]):
                return {"errcode": 40125, "errmsg": "invalid appsecret"}
            held.tokens += 1
            return {"access_token": f"token-{held.tokens}", "expires_in": 7200}
        if fault in ("token", "expired") or query.get("access_token") != f"token-{held.tokens}":
            return {"errcode": 42001 if fault == "expired" else 40001, "errmsg": "invalid credential"}
        if path == "/wxa/business/getuserphonenumber":
            code = str(given.get("code", ""))
            if code in held.used_codes or not code.startswith("phone-"):
                return {"errcode": 40029, "errmsg": "invalid code"}
            held.used_codes.add(code)
            number = code.removeprefix("phone-")
            return {
                "errcode": 0,
                "phone_info": {"phoneNumber": number, "purePhoneNumber": number, "countryCode": "86"},
            }
        if path == "/cgi-bin/message/subscribe/send":
            if held.credits.get(given["touser"], 1) <= 0:
                return {"errcode": 43101, "errmsg": "user refuse to accept the msg"}
            if any(not one["value"] for one in given["data"].values()):
                return {"errcode": 47003, "errmsg": "argument invalid! data.thing1.value is empty"}
            held.subscribed.append(given)
            return {"errcode": 0, "errmsg": "ok", "msgid": 1000 + len(held.subscribed)}
        if path == "/wxa/getwxacodeunlimit":
            if len(given["scene"]) > 32 or given["page"].startswith("/"):
                return {"errcode": 41030, "errmsg": "invalid page"}
            return b"\xff\xd8\xff-a-code-of-" + given["scene"].encode()
        return {"errcode": 48001, "errmsg": "api unauthorized"}

    # -- a voice robot's gateway (docs/robot-gateway.md) --

    def _robot(
        self, held: Vendors, path: str, body: bytes, given: dict[str, Any], fault: str
    ) -> tuple[int, Any]:
        parts = (self.command.encode(), path.encode(), body)
        try:
            secret = KEYS["robot_gateway"]["secret"]
            check(secret, int(time.time()), self.headers[TIME] or "", self.headers[SIGN] or "", *parts)
        except NotGenuine:
            return 401, {"error": "signature"}
        if fault == "busy":
            return 429, {"error": "all lines busy"}
        reference = path.split("/")[2]
        if self.command == "PUT":
            if held.refusal:
                return 422, {"error": held.refusal}
            known = reference in held.robot_calls
            held.robot_calls.setdefault(reference, given)
            return 200 if known else 201, {"id": f"call-{list(held.robot_calls).index(reference) + 1}"}
        if reference not in held.robot_calls:
            return 404, {"error": "unknown"}
        return 200, held.robot_tells.get(reference, {"ended": False})

    # -- Tencent Cloud SMS --

    def _tencent_sms(self, held: Vendors, body: bytes, given: dict[str, Any], fault: str) -> Any:
        keys = KEYS["tencent_sms"]
        at = int(self.headers["X-TC-Timestamp"])
        wanted = tc3(
            keys["secret_id"], keys["secret_key"], "sms", self.headers["Host"], self.headers["Content-Type"], body, at
        )  # fmt: skip
        if not hmac.compare_digest(wanted["Authorization"], self.headers["Authorization"]):
            return {"Error": {"Code": "AuthFailure.SignatureFailure", "Message": "signature"}}
        if fault == "busy":
            return {"Error": {"Code": "RequestLimitExceeded", "Message": "busy"}}
        if self.headers["X-TC-Action"] == "PullSmsSendStatusByPhoneNumber":
            found = [one for one in held.tencent_sms if one["number"] == given["PhoneNumber"]]
            rows = [{"SerialNo": one["sid"], "ReportStatus": "SUCCESS", "Description": "ok"} for one in found]
            return {"PullSmsSendStatusSet": rows}
        rows = []
        for number in given["PhoneNumberSet"]:
            code = held.refusal or "Ok"
            sid = f"2640:{len(held.tencent_sms) + 1}" if code == "Ok" else ""
            if code == "Ok":
                held.tencent_sms.append({"number": number, "sid": sid, **given})
            rows.append(
                {
                    "SerialNo": sid,
                    "PhoneNumber": number,
                    "Code": code,
                    "SessionContext": given["SessionContext"],
                }
            )
        return {"SendStatusSet": rows}

    # -- Aliyun SMS --

    def _aliyun_sms(self, held: Vendors, body: bytes, query: dict[str, str], fault: str) -> Any:
        keys = KEYS["aliyun_sms"]
        names = self.headers["Authorization"].split("SignedHeaders=")[1].split(",")[0].split(";")
        signed = {name: str(self.headers[name]) for name in names}
        canonical, _ = canonical_v3(
            "POST", urlsplit(self.path).query, signed, hashlib.sha256(body).hexdigest()
        )
        text = f"ACS3-HMAC-SHA256\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        wanted = hmac.new(keys["key_secret"].encode(), text.encode(), hashlib.sha256).hexdigest()
        if not self.headers["Authorization"].endswith(f"Signature={wanted}"):
            return {"Code": "SignatureDoesNotMatch", "Message": "signature"}
        if fault == "busy":
            return {"Code": "isv.BUSINESS_LIMIT_CONTROL", "Message": "busy"}
        if self.headers["x-acs-action"] == "QuerySendDetails":
            found = [one for one in held.aliyun_sms if one["PhoneNumbers"] == query["PhoneNumber"]]
            rows = [{"OutId": one["OutId"], "SendStatus": 3, "ErrCode": "DELIVERED"} for one in found]
            return {"Code": "OK", "SmsSendDetailDTOs": {"SmsSendDetailDTO": rows}, "TotalCount": len(rows)}
        if held.refusal:
            return {"Code": held.refusal, "Message": "refused"}
        held.aliyun_sms.append(query)
        return {"Code": "OK", "BizId": f"biz^{len(held.aliyun_sms)}", "Message": "OK"}

    # -- Tencent Meeting --

    def _meeting(
        self, held: Vendors, path: str, body: str, query: dict[str, str], given: dict[str, Any], fault: str
    ) -> tuple[int, Any]:
        keys = KEYS["tencent_meeting"]
        nonce, at = int(self.headers["X-TC-Nonce"]), int(self.headers["X-TC-Timestamp"])
        wanted = request_signature(
            keys["secret_id"], keys["secret_key"], self.command, self.path, body, nonce, at
        )
        if wanted != self.headers["X-TC-Signature"]:
            return 401, {"error_info": {"error_code": 190302, "message": "signature"}}
        if abs(at - time.time()) > 300 or f"{at}:{nonce}" in held.nonces:
            return 401, {"error_info": {"error_code": 190301, "message": "replay"}}
        held.nonces.add(f"{at}:{nonce}")
        if fault == "busy":
            return 400, {"error_info": {"error_code": 190310, "message": "rate"}}
        if path == "/v1/meetings" and self.command == "POST":
            number = f"{len(held.meetings) + 1:09d}"
            made = {
                "meeting_id": f"id{number}", "meeting_code": number, "subject": given["subject"],
                "join_url": f"{held.base_url}/dm/{number}", "cancelled": False, **given,
            }  # fmt: skip
            held.meetings[made["meeting_id"]] = made
            return 200, {"meeting_number": 1, "meeting_info_list": [made]}
        if path == "/v1/meetings":
            return 200, {"meeting_info_list": list(held.meetings.values())}
        if path.endswith("/cancel"):
            found = held.meetings.get(path.split("/")[3])
            if found is None:
                return 400, {"error_info": {"error_code": 9003, "message": "not found"}}
            if found["cancelled"]:
                return 400, {"error_info": {"error_code": 9007, "message": "cancelled"}}
            found["cancelled"] = True
            return 200, {}
        if path == "/v1/records":
            return 200, {
                "record_meetings": [
                    {"meeting_record_id": "r1", "meeting_id": query["meeting_id"], "state": 3},
                    {"meeting_record_id": "r2", "meeting_id": query["meeting_id"], "state": 2},
                ]
            }
        if path == "/v1/addresses":
            link = f"{held.base_url}/record/{query['meeting_record_id']}"
            file = {
                "record_file_id": f"f-{query['meeting_record_id']}",
                "view_address": link,
                "download_address": link,
            }
            return 200, {"record_files": [file]}
        return 404, {"error_info": {"error_code": 404, "message": "no such path"}}


@contextmanager
def running(port: int = 0) -> Iterator[Vendors]:
    """The vendors behind one address of this machine until the block ends."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    server.vendors = Vendors(base_url=f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.vendors
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)


if __name__ == "__main__":
    with running(int(sys.argv[1]) if len(sys.argv) > 1 else 8179) as served:
        sys.stdout.write(f"{served.base_url}\n{json.dumps(KEYS, ensure_ascii=False, indent=1)}\n")
        sys.stdout.flush()
        threading.Event().wait()
