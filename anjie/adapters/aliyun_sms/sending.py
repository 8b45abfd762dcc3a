"""Aliyun SMS (2017-05-25): SendSms, QuerySendDetails, SmsReport."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from anjie.adapters.aliyun_sms.signing import Call, headers_v3, query_of
from anjie.adapters.asking import ask, client, told
from anjie.foundation import clock
from anjie.ports.failures import Later, Never
from anjie.ports.sms import Accepted, Report, Sms

LATER = (
    "isv.BUSINESS_LIMIT_CONTROL", "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL", "isv.AMOUNT_NOT_ENOUGH",
    "isv.OUT_OF_SERVICE", "isp.SYSTEM_ERROR", "Throttling", "ServiceUnavailable", "InternalError",
)  # fmt: skip
VERSION = "2017-05-25"
WAITING, FAILED, DELIVERED = 1, 2, 3


class AliyunSms:
    """Sends one message at a time; our reference travels as OutId and comes back in every report."""

    live = True
    about = "阿里云短信"

    def __init__(
        self,
        *,
        key_id: str,
        key_secret: str,
        sign_name: str,
        templates: Mapping[str, str],
        base_url: str = "https://dysmsapi.aliyuncs.com",
    ) -> None:
        self._key_id, self._secret, self._sign_name = key_id, key_secret, sign_name
        self._templates = dict(templates)
        self._host = urlsplit(base_url).netloc
        self._http = client(base_url)

    def send(self, message: Sms) -> Accepted:
        """Hand one message over."""
        template = message.vendor_template or self._templates.get(message.template, "")
        if not template:
            raise Never("no_template", "template id not configured")
        answer = self._call(
            "SendSms",
            {
                "PhoneNumbers": message.number,
                "SignName": self._sign_name,
                "TemplateCode": template,
                "TemplateParam": json.dumps(dict(message.params), ensure_ascii=False),
                "OutId": message.reference,
            },
        )
        return Accepted(str(answer.get("BizId") or ""))

    def look_up(self, message: Sms, since: datetime) -> Report | None:
        """The message with our reference among those sent to the number on these days."""
        first, last = clock.local(since).date(), clock.today()
        for day in {first, last}:
            answer = self._call(
                "QuerySendDetails",
                {
                    "PhoneNumber": message.number,
                    "SendDate": f"{day:%Y%m%d}",
                    "PageSize": "50",
                    "CurrentPage": "1",
                },
            )
            rows = (answer.get("SmsSendDetailDTOs") or {}).get("SmsSendDetailDTO") or []
            for row in rows:
                if row.get("OutId") == message.reference:
                    status = int(row.get("SendStatus") or WAITING)
                    state = {DELIVERED: "delivered", FAILED: "failed"}.get(status, "sent")
                    return Report("", state, str(row.get("ErrCode") or "")[:60], message.reference)  # type: ignore[arg-type]
        return None

    def _call(self, action: str, params: dict[str, str]) -> dict[str, Any]:
        query = query_of(params)
        date = clock.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        call = Call(self._host, action, VERSION, query, date, nonce=secrets.token_hex(16))
        signed = headers_v3(self._key_id, self._secret, call)
        answer = told(ask(self._http, "POST", f"/?{query}", headers=signed))
        code = str(answer.get("Code") or "no_code")
        if code != "OK":
            raise Later(code) if code.startswith(LATER) else Never(code)
        return answer


def reports(pushed: Any) -> list[Report]:
    """The delivery reports in a push; numbers and texts are left behind."""
    rows = pushed if isinstance(pushed, list) else []
    return [
        Report(
            str(row["biz_id"]),
            "delivered" if row.get("success") is True else "failed",
            str(row.get("err_code") or "")[:60],
            str(row.get("out_id") or ""),
        )
        for row in rows
        if isinstance(row, dict) and row.get("biz_id")
    ]
