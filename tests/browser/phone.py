"""A phone in somebody's hand: the phone site at 390×844, and staff who act over the API."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import APIRequestContext, FilePayload, Locator, Page, expect

from anjie.foundation.identifiers import id_check_digit
from tests.browser.served import Served
from tests.people import PASSWORD

SIZE = {"width": 390, "height": 844}
FACE = {"X-Anjie-Face": "miniapp"}


def id_no(birthday: str, order: str) -> str:
    """A number whose checksum holds, for registration looks at it."""
    head = f"110101{birthday}{order}"
    return head + id_check_digit(head)


class Phone:
    """One person's phone."""

    def __init__(self, page: Page, product: Served) -> None:
        self.page = page
        self.product = product

    def open(self, path: str = "") -> None:
        """Go to a page of the phone site."""
        self.page.goto(f"/m/#/{path}")

    def tap(self, name: str) -> None:
        """Tap the button with these words, once it takes taps."""
        self.button(name).and_(self.page.locator(":not([disabled])")).click()

    def button(self, name: str) -> Locator:
        """The button with exactly these words, of the page that is on top."""
        return self.page.locator("uni-button:visible", has_text=re.compile(f"^{re.escape(name)}$"))

    def entry(self, name: str) -> Locator:
        """A large entry or a link-like row that holds these words."""
        return self.page.locator("uni-view[role=button]:visible, uni-text[role=button]:visible").filter(
            has_text=name
        )

    def fill(self, label: str, text: str) -> None:
        """Type into the field of this name."""
        field = self.page.locator(
            f'uni-input[aria-label="{label}"]:visible input, uni-textarea[aria-label="{label}"]:visible textarea'
        )
        field.fill(text)

    def choose(self, label: str) -> None:
        """Choose an answer."""
        self.page.locator("uni-view[role=radio]:visible").filter(has_text=label).first.click()

    def sees(self, text: str) -> None:
        """Expect these words on the page."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def fits(self) -> None:
        """Expect that nothing is cut off at the side."""
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{self.page.url}: {wide} px past the right edge"

    def turn(self, column: int, by: int) -> None:
        """Turn a column of the wheel that is open so many rows down, and take what it stands on."""
        wheel = self.page.locator("uni-picker-view-column:visible").nth(column)
        wheel.hover()
        for _ in range(by):
            self.page.mouse.wheel(0, 20)
        self.page.locator(".uni-picker-action-confirm:visible").click()

    def draw(self, label: str) -> None:
        """Draw a line with the finger across the field of this name."""
        box = self.page.locator(f'uni-canvas[aria-label="{label}"]:visible').bounding_box()
        assert box
        finger = self.page.context.new_cdp_session(self.page)
        for step in range(12):
            at = {"x": box["x"] + 40 + 20 * step, "y": box["y"] + (50 if step % 2 else 120)}
            kind = "touchMove" if step else "touchStart"
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [at]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def beside(self) -> Phone:
        """The same person's second window."""
        return Phone(self.page.context.new_page(), self.product)

    def sign_in(self, name: str) -> None:
        """Sign in by user name and password."""
        self.open()
        self.page.get_by_role("tab", name="密码登录").click()
        self.fill("用户名", self.product.people[name])
        self.fill("密码", PASSWORD)
        self.tap("登录")

    def register(self, name: str, mobile: str, birthday: str) -> None:
        """Register as a person, with the code that came by message."""
        self.open()
        self.tap("还没有账号，去注册")
        self.entry("个人").click()
        self.fill("手机号", mobile)
        self.tap("获取验证码")
        self.sees("验证码已发送")
        self.fill("验证码", self.product.code_sent_to(mobile))
        self.tap("下一步")
        self.sees("您的资料")
        self.fill("姓名", name)
        self.fill("身份证号", id_no(birthday, "021"))
        self.tap("完成注册")
        self.sees("我要申请")


class Staff:
    """A member of staff, or a party, who acts over the API, signed in with a bearer key as on a phone."""

    def __init__(self, asks: APIRequestContext, username: str) -> None:
        self.asks = asks
        answer = asks.post(
            "/api/access/sign-in", data={"username": username, "password": PASSWORD}, headers=FACE
        )
        assert answer.ok, answer.text()
        self.key = answer.json()["key"]

    def move(self, case_id: int, code: str, reason: str = "", **facts: Any) -> None:
        """Make one move on a case."""
        self.post(f"/api/desk/cases/{case_id}/moves/{code}", {"reason": reason, "facts": facts})

    def get(self, path: str) -> Any:
        """GET and give the answer."""
        answer = self.asks.get(path, headers=self._headers)
        assert answer.ok, answer.text()
        return answer.json()

    def post(self, path: str, body: Any) -> Any:
        """POST and give the answer; a refusal fails."""
        answer = self.asks.post(path, data=body, headers=self._headers)
        assert answer.ok, answer.text()
        return answer.json()

    def patch(self, path: str, body: Any) -> Any:
        """PATCH and give the answer; a refusal fails."""
        answer = self.asks.patch(path, data=body, headers=self._headers)
        assert answer.ok, answer.text()
        return answer.json()

    def refused(self, path: str, body: Any) -> str:
        """POST what must be refused, and give the words of the refusal."""
        answer = self.asks.post(path, data=body, headers=self._headers)
        assert not answer.ok, answer.text()
        return str(answer.json()["message"])

    def add_file(self, case_id: int, name: str, content: bytes) -> int:
        """Put a PDF on a case."""
        file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": content}
        path = f"/api/files/cases/{case_id}"
        answer = self.asks.post(path, multipart={"file": file}, headers=self._headers)
        assert answer.ok, answer.text()
        return int(answer.json()["id"])

    @property
    def _headers(self) -> dict[str, str]:
        return FACE | {"Authorization": f"Bearer {self.key}"}
