"""Vendors the tests script: what was sent, what fails, whose answer is lost."""

from __future__ import annotations

from datetime import datetime

from anjie.ports.failures import Never, VendorFailure
from anjie.ports.robot import Call, CallReport, Turn
from anjie.ports.sms import Accepted, Report, Sms
from anjie.ports.wechat import Subscription, WechatPort, WechatUser


class FakeSms:
    """Sends everything unless ``failing``; with ``losing`` it sends and the answer is lost."""

    live = True
    about = "测试"

    def __init__(self) -> None:
        self.sent: list[Sms] = []
        self.failing: VendorFailure | None = None
        self.losing: VendorFailure | None = None

    def send(self, message: Sms) -> Accepted:
        if self.failing:
            raise self.failing
        self.sent.append(message)
        if self.losing:
            raise self.losing
        return Accepted(f"v-{message.reference}")

    def look_up(self, message: Sms, since: datetime) -> Report | None:
        if self.failing:
            raise self.failing
        had = any(one.reference == message.reference for one in self.sent)
        return Report(f"v-{message.reference}", "delivered") if had else None

    def code_of(self, number: str) -> str:
        """The code last sent to the number."""
        return next(dict(one.params)["code"] for one in reversed(self.sent) if one.number == number)


class FakeWechat:
    """Users by their codes, each code good for one use."""

    live = True
    about = "测试"

    def __init__(self) -> None:
        self.users: dict[str, WechatUser] = {}
        self.numbers: dict[tuple[str, str], str] = {}
        self.sent: list[Subscription] = []
        self.failing: VendorFailure | None = None
        self.scenes: list[str] = []

    @classmethod
    def showing(cls, other: WechatPort) -> FakeWechat:
        """One with the other's users that draws codes."""
        made = cls()
        if isinstance(other, FakeWechat):
            made.users = other.users
        return made

    def user_behind(self, code: str) -> WechatUser:
        if code not in self.users:
            raise Never("40029")
        return self.users.pop(code)

    def phone_number(self, code: str, openid: str) -> str:
        if (code, openid) not in self.numbers:
            raise Never("40029")
        return self.numbers.pop((code, openid))

    def send(self, message: Subscription) -> Accepted:
        if self.failing:
            raise self.failing
        self.sent.append(message)
        return Accepted(f"w-{message.reference}")

    def scan_picture(self, scene: str, page: str) -> bytes | None:
        self.scenes.append(scene)
        return b"\x89PNG-of-a-scene"


class FakeRobot:
    """Calls nobody: the test says with :meth:`tells` how a call went. Faults as those of :class:`FakeSms`."""

    live = True
    about = "测试用语音机器人"

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.told: dict[str, CallReport] = {}
        self.failing: VendorFailure | None = None
        self.losing: VendorFailure | None = None

    def place(self, call: Call) -> str:
        if self.failing:
            raise self.failing
        assert all(one.reference != call.reference for one in self.calls), "the same call twice"
        self.calls.append(call)
        if self.losing:
            raise self.losing
        return f"r-{len(self.calls)}"

    def look_up(self, reference: str) -> CallReport | None:
        if self.failing:
            raise self.failing
        if all(one.reference != reference for one in self.calls):
            return None
        return self.told.get(reference, CallReport(reference, ended=False))

    def tells(self, call: Call, *answers: str, sure: float = 0.95) -> CallReport:
        """The report of a call in which the party answered so, step by step of the dialogue; none: nobody answered."""
        steps, turns, step = {one.key: one for one in call.steps}, [], call.steps[0]
        for intent in answers:
            turns += [
                Turn("robot", step.key, step.say),
                Turn("party", step.key, f"（{intent}）", intent, sure),
            ]
            following = dict(step.after).get(intent)
            if following is None:
                break
            step = steps[following]
        last = answers[-1] if answers else ""
        report = CallReport(
            call.reference, ended=True, connected=bool(answers), turns=tuple(turns),
            conclusion=last if last in ("willing", "unwilling") else "unclear" if answers else "not_reached",
        )  # fmt: skip
        self.told[call.reference] = report
        return report
