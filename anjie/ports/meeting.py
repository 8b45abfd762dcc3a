"""Online sessions: a room made for a time, called off, its recordings found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from anjie.ports.slots import Slot


@dataclass(frozen=True)
class Meeting:
    """A session to be made; ``reference`` is ours, ``password`` of 4 to 6 digits or none."""

    reference: str
    subject: str
    starts_at: datetime
    ends_at: datetime
    password: str = ""


@dataclass(frozen=True)
class MadeMeeting:
    """The room: the vendor's id for later questions, the number people read aloud, the link they tap.

    ``recorded`` where no vendor is configured: the link is then entered by hand.
    """

    meeting_id: str
    meeting_no: str
    join_url: str
    recorded: bool = False


@dataclass(frozen=True)
class MeetingRecording:
    """One recorded file; links live for hours only, so what is to be kept is fetched at once."""

    recording_id: str
    view_url: str
    download_url: str


class MeetingPort(Protocol):
    """Makes and calls off rooms; raises Later, Never or Unsure."""

    live: bool
    about: str

    def create(self, meeting: Meeting) -> MadeMeeting:
        """Make the room."""
        ...

    def find(self, meeting: Meeting) -> MadeMeeting | None:
        """The room made for this reference when the answer was lost; nothing when there is none."""
        ...

    def cancel(self, meeting_id: str, reason: str) -> None:
        """Call it off; one already called off is well."""
        ...

    def recordings(self, meeting_id: str, since: datetime, until: datetime) -> list[MeetingRecording]:
        """The recordings that are ready, from sessions between these instants."""
        ...


class RecordingMeeting:
    """No vendor: staff enter the link of a room they opened themselves."""

    live = False
    about = "未配置腾讯会议，会议链接由人工填写"

    def create(self, meeting: Meeting) -> MadeMeeting:
        """A room without a link."""
        return MadeMeeting("", "", "", recorded=True)

    def find(self, meeting: Meeting) -> MadeMeeting | None:
        """Nothing was made."""
        return None

    def cancel(self, meeting_id: str, reason: str) -> None:
        """Nothing to call off."""

    def recordings(self, meeting_id: str, since: datetime, until: datetime) -> list[MeetingRecording]:
        """There are none."""
        return []


class FakeMeeting:
    """A vendor for tests: rooms by reference, none twice."""

    live = True
    about = "测试用会议服务"

    def __init__(self) -> None:
        self.made: dict[str, Meeting] = {}
        self.cancelled: list[str] = []
        self.recorded: dict[str, list[MeetingRecording]] = {}

    def create(self, meeting: Meeting) -> MadeMeeting:
        """The room of this reference."""
        self.made.setdefault(meeting.reference, meeting)
        return self._room(meeting.reference)

    def find(self, meeting: Meeting) -> MadeMeeting | None:
        """The room, if it was made."""
        return self._room(meeting.reference) if meeting.reference in self.made else None

    def cancel(self, meeting_id: str, reason: str) -> None:
        """Note it."""
        self.cancelled.append(meeting_id)

    def recordings(self, meeting_id: str, since: datetime, until: datetime) -> list[MeetingRecording]:
        """What the test put there."""
        return self.recorded.get(meeting_id, [])

    def _room(self, reference: str) -> MadeMeeting:
        number = f"{list(self.made).index(reference) + 1:09d}"
        return MadeMeeting(f"m-{reference}", number, f"https://meeting.test/{number}")


meeting: Slot[MeetingPort] = Slot("meeting", "腾讯会议", RecordingMeeting())
