"""WeChat's server API: code2Session, stable token, phone number, subscription messages, mini-program codes."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any

from anjie.adapters.asking import ask, client, told
from anjie.foundation import clock
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.sms import Accepted
from anjie.ports.wechat import Subscription, WechatUser

TOKEN_GONE = (40001, 40014, 42001)
LATER = (-1, 45009, 45011)
EARLY = timedelta(minutes=6)
"""A new token is asked for so long before the old one ends: both hold for five minutes then."""


class Wechat:
    """One mini-program. Its token is the stable one, the same for every process that asks."""

    live = True
    about = "微信小程序"

    def __init__(
        self,
        *,
        app_id: str,
        secret: str,
        state: str = "formal",
        base_url: str = "https://api.weixin.qq.com",
    ) -> None:
        self._app_id, self._secret, self._state = app_id, secret, state
        self._http = client(base_url)
        self._lock = threading.Lock()
        self._token, self._token_until = "", clock.now()

    def user_behind(self, code: str) -> WechatUser:
        """code2Session; the session key stays here and is forgotten."""
        answer = told(
            ask(
                self._http,
                "GET",
                "/sns/jscode2session",
                params={
                    "appid": self._app_id,
                    "secret": self._secret,
                    "js_code": code,
                    "grant_type": "authorization_code",
                },
            )
        )
        if "openid" not in answer:
            raise _failure(answer)
        return WechatUser(str(answer["openid"]), str(answer.get("unionid") or ""))

    def phone_number(self, code: str, openid: str) -> str:
        """The number without its country code; WeChat checks that it is this user's."""
        answer = self._call("/wxa/business/getuserphonenumber", {"code": code, "openid": openid})
        info = answer.get("phone_info") or {}
        if str(info.get("countryCode") or "86") != "86" or not info.get("purePhoneNumber"):
            raise Never("foreign_number")
        return str(info["purePhoneNumber"])

    def send(self, message: Subscription) -> Accepted:
        """Send a subscription message."""
        answer = self._call(
            "/cgi-bin/message/subscribe/send",
            {
                "touser": message.openid,
                "template_id": message.vendor_template,
                "page": message.page,
                "data": {key: {"value": value} for key, value in message.fields},
                "miniprogram_state": self._state,
                "lang": "zh_CN",
            },
        )
        return Accepted(str(answer.get("msgid") or ""))

    def scan_picture(self, scene: str, page: str) -> bytes | None:
        """The picture of a code without limit of number."""
        env = {"formal": "release", "trial": "trial"}.get(self._state, "develop")
        given = {"scene": scene, "page": page, "check_path": False, "env_version": env, "width": 430}
        answer = self._ask("/wxa/getwxacodeunlimit", given)
        return answer if isinstance(answer, bytes) else None

    def _call(self, path: str, given: dict[str, Any]) -> dict[str, Any]:
        answer = self._ask(path, given)
        if isinstance(answer, bytes):
            raise Unsure("not_json")
        return answer

    def _ask(self, path: str, given: dict[str, Any]) -> dict[str, Any] | bytes:
        """Ask with the token; when WeChat no longer knows it, ask once more with a new one."""
        for again in (False, True):
            token = self._held_token(renew=again)
            answer = ask(self._http, "POST", path, params={"access_token": token}, json=given)
            if not answer.headers.get("content-type", "").startswith(("application/json", "text/")):
                return answer.content
            body = told(answer)
            if int(body.get("errcode") or 0) in TOKEN_GONE and not again:
                continue
            if int(body.get("errcode") or 0) != 0:
                raise _failure(body)
            return body
        raise Later("token")

    def _held_token(self, *, renew: bool) -> str:
        with self._lock:
            now = clock.now()
            if renew or not self._token or now >= self._token_until:
                self._token, self._token_until = self._new_token(now)
            return self._token

    def _new_token(self, now: datetime) -> tuple[str, datetime]:
        try:
            answer = told(
                ask(
                    self._http,
                    "POST",
                    "/cgi-bin/stable_token",
                    json={
                        "grant_type": "client_credential",
                        "appid": self._app_id,
                        "secret": self._secret,
                        "force_refresh": False,
                    },
                )
            )
        except Unsure as unsure:
            # Asking for a token does nothing: what was to be done with it was not begun.
            raise Later(unsure.code) from unsure
        if not answer.get("access_token"):
            raise _failure(answer)
        lives = timedelta(seconds=int(answer.get("expires_in") or 0))
        return str(answer["access_token"]), now + max(lives - EARLY, timedelta(seconds=30))


def _failure(answer: dict[str, Any]) -> Later | Never:
    code = int(answer.get("errcode") or 0)
    return Later(str(code)) if code in LATER or code in TOKEN_GONE else Never(str(code))
