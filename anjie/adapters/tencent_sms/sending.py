"""Tencent Cloud SMS (2021-01-11): SendSms, PullSmsSendStatusByPhoneNumber, delivery reports."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from anjie.adapters.asking import ask, client, told
from anjie.adapters.tencent_sms.signing import headers
from anjie.foundation import clock
from anjie.ports.failures import Later, Never
from anjie.ports.sms import Accepted, Report, Sms

CONTENT_TYPE = "application/json; charset=utf-8"
LATER = (
    "LimitExceeded.PhoneNumberThirtySecondLimit", "LimitExceeded.PhoneNumberOneHourLimit",
    "LimitExceeded.DeliveryFrequencyLimit", "RequestLimitExceeded", "InternalError",
    "FailedOperation.InsufficientBalanceInSmsPackage", "UnauthorizedOperation.ServiceSuspendDueToArrears",
    "FailedOperation.MarketingSendTimeConstraint", "AuthFailure.SignatureExpire",
)  # fmt: skip
"""What passes by itself or when somebody pays; every other code stays."""


class TencentSms:
    """Sends one message at a time, so that each has its own answer."""

    live = True
    about = "腾讯云短信"

    def __init__(
        self,
        *,
        secret_id: str,
        secret_key: str,
        app_id: str,
        sign_name: str,
        templates: Mapping[str, str],
        region: str = "ap-guangzhou",
        base_url: str = "https://sms.tencentcloudapi.com",
    ) -> None:
        self._secret_id, self._secret_key = secret_id, secret_key
        self._app_id, self._sign_name, self._region = app_id, sign_name, region
        self._templates = dict(templates)
        self._host = urlsplit(base_url).netloc
        self._http = client(base_url)

    def send(self, message: Sms) -> Accepted:
        """Hand one message over; our reference travels as the session context."""
        template = message.vendor_template or self._templates.get(message.template, "")
        if not template:
            raise Never("no_template", "template id not configured")
        answer = self._call(
            "SendSms",
            {
                "PhoneNumberSet": [f"+86{message.number}"],
                "SmsSdkAppId": self._app_id,
                "TemplateId": template,
                "SignName": self._sign_name,
                "TemplateParamSet": [value for _, value in message.params],
                "SessionContext": message.reference,
            },
        )
        status = (answer.get("SendStatusSet") or [{}])[0]
        if status.get("Code") != "Ok":
            raise _failure(str(status.get("Code") or "no_status"))
        return Accepted(str(status.get("SerialNo") or ""))

    def look_up(self, message: Sms, since: datetime) -> Report | None:
        """Whether anything went to the number since then; the vendor does not give our reference back here."""
        answer = self._call(
            "PullSmsSendStatusByPhoneNumber",
            {
                "BeginTime": int(since.timestamp()) - 60,
                "EndTime": int(clock.now().timestamp()),
                "Offset": 0,
                "Limit": 100,
                "PhoneNumber": f"+86{message.number}",
                "SmsSdkAppId": self._app_id,
            },
        )
        found = answer.get("PullSmsSendStatusSet") or []
        if not found:
            return None
        last = found[-1]
        state = "delivered" if last.get("ReportStatus") == "SUCCESS" else "failed"
        return Report(str(last.get("SerialNo") or ""), state, str(last.get("Description") or "")[:120])  # type: ignore[arg-type]

    def _call(self, action: str, given: dict[str, Any]) -> dict[str, Any]:
        body = json.dumps(given, ensure_ascii=False).encode()
        signed = headers(
            self._secret_id, self._secret_key, "sms", self._host, CONTENT_TYPE, body, int(clock.now().timestamp())
        )  # fmt: skip
        signed |= {"X-TC-Action": action, "X-TC-Version": "2021-01-11", "X-TC-Region": self._region}
        answer: dict[str, Any] = told(ask(self._http, "POST", "/", content=body, headers=signed)).get(
            "Response", {}
        )
        if error := answer.get("Error"):
            raise _failure(str(error.get("Code") or "error"))
        return answer


def reports(pushed: Any) -> list[Report]:
    """The delivery reports in a push; numbers and texts are left behind."""
    rows = pushed if isinstance(pushed, list) else []
    return [
        Report(
            str(row["sid"]),
            "delivered" if row.get("report_status") == "SUCCESS" else "failed",
            str(row.get("errmsg") or "")[:60],
        )
        for row in rows
        if isinstance(row, dict) and row.get("sid")
    ]


def _failure(code: str) -> Later | Never:
    return Later(code) if code.startswith(LATER) else Never(code)
