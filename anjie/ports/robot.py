"""Voice robot: one call is placed with a dialogue, and told later as it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from anjie.ports.failures import NotConfigured
from anjie.ports.slots import Slot


@dataclass(frozen=True)
class Step:
    """One thing the robot says, and by what it understood of the answer which step is next; none ends the call."""

    key: str
    say: str
    after: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Call:
    """One call to be made; ``reference`` is ours, and the same reference is never called twice."""

    reference: str
    number: str
    name: str
    dialogue: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Turn:
    """One thing that was said: at which step, what was understood and how surely (0 to 1), where it can be heard."""

    by: Literal["robot", "party"]
    step: str
    text: str
    intent: str = ""
    confidence: float | None = None
    audio_url: str = ""


@dataclass(frozen=True)
class CallReport:
    """How a call went so far; ``conclusion`` is what the robot takes from it once it has ended."""

    reference: str
    ended: bool
    connected: bool = False
    turns: tuple[Turn, ...] = ()
    conclusion: str = ""
    audio_url: str = ""


class RobotPort(Protocol):
    """Calls people; raises Later, Never or Unsure."""

    live: bool
    about: str

    def place(self, call: Call) -> str:
        """Have the call made; the vendor's id of it."""
        ...

    def look_up(self, reference: str) -> CallReport | None:
        """How the call of this reference went; nothing when the vendor never had it."""
        ...


class NoRobot:
    """No robot is configured: no call is made, people ask."""

    live = False
    about = "未配置语音机器人，由工作人员征询"

    def place(self, call: Call) -> str:
        """Nobody can be called."""
        raise NotConfigured()

    def look_up(self, reference: str) -> CallReport | None:
        """Nobody was called."""
        return None


robot: Slot[RobotPort] = Slot("robot", "语音机器人", NoRobot())
