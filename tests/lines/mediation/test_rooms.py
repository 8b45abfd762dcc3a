"""Nobody mistakes a private room for the joint one, and nothing said in one is heard in another."""

from __future__ import annotations

import io
import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from anjie.access.models import Account
from anjie.access.sessions import begin
from anjie.desk.public import Case
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.session import rooms
from anjie.lines.mediation.session.models import RoomMessage
from tests.http import Browser, client
from tests.lines.mediation.conftest import mediating, room, told_since
from tests.people import World

SECRET = "ZQX-PRIVATE-77"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def phone(centre: World, name: str) -> Client:
    """A client signed in as a party, as the mini-program is: by bearer."""
    phone = client()
    session = phone.session
    session["account"] = centre[name].account_id
    session.save()
    begin(
        Account.objects.get(pk=centre[name].account_id), None, session.session_key, address="", agent="test"
    )
    phone.defaults["HTTP_AUTHORIZATION"] = f"Bearer {session.session_key}"
    phone.cookies.clear()
    return phone


def say(centre: World, name: str, case: Case, where: str, text: str, key: str) -> dict[str, object]:
    code = room(case, where)
    return rooms.say(centre[name], case.pk, code, audience=audience(case, where), text=text, key=key)


def audience(case: Case, where: str) -> str:
    """What a message must state that is said in this room."""
    return "everyone" if where == "joint" else f"mediators+{room(case, where)}"


class TestWhoSees:
    def test_every_message_says_who_sees_it_in_its_readers_words(self, centre: World):
        case = mediating(centre)
        say(centre, "吕调解", case, "applicant", "您最低能接受多少？", "tap-00001")
        say(centre, "沈梅", case, "applicant", "七千。", "tap-00001")
        say(centre, "吕调解", case, "joint", "周三上午当面谈。", "tap-00002")
        mine = rooms.messages_of(centre["沈梅"], case.pk, room(case, "applicant"))
        assert [(one["audience_label"], one["name"], one["is_mine"]) for one in mine["rows"]] == [
            ("仅您与调解员可见", "吕调解", False),
            ("仅您与调解员可见", "沈梅", True),
        ]
        shown = rooms.messages_of(centre["吕调解"], case.pk, room(case, "applicant"))["rows"]
        assert {one["audience_label"] for one in shown} == {"仅申请人沈梅与调解员可见"}
        for name in ("沈梅", "秦海涛", "吕调解"):
            joint = rooms.messages_of(centre[name], case.pk, "joint")
            assert [(one["text"], one["audience_label"]) for one in joint["rows"]] == [
                ("周三上午当面谈。", "双方可见")
            ]

    def test_a_file_with_too_many_words_is_refused_and_not_cut(self, centre: World):
        case = mediating(centre)
        hers, path = (
            phone(centre, "沈梅"),
            f"/api/mediation/mine/{case.pk}/rooms/{room(case, 'applicant')}/files",
        )
        stated = {"audience": audience(case, "applicant"), "key": "tap-00001"}
        long = hers.post(path, {**stated, "text": "长" * 4001, "file": io.BytesIO(PNG)})
        assert (long.status_code, RoomMessage.objects.count()) == (422, 0)
        picture = io.BytesIO(PNG)
        picture.name = "墙面.png"
        sent = hers.post(path, {**stated, "file": picture})
        assert sent.status_code == 200, sent.content.decode()
        assert RoomMessage.objects.values_list("text", "file_name", "key").get() == (
            "",
            "墙面.png",
            "tap-00001",
        )

    def test_each_enters_his_own_rooms_only(self, centre: World):
        case = mediating(centre)
        assert [one["room"] for one in rooms.rooms_of(centre["沈梅"], case.pk)] == [
            "joint",
            room(case, "applicant"),
        ]
        assert [one["room"] for one in rooms.rooms_of(centre["秦海涛"], case.pk)] == [
            "joint",
            room(case, "respondent"),
        ]
        assert [one["name"] for one in rooms.rooms_of(centre["吕调解"], case.pk)] == [
            "共同沟通室", "与沈梅单独沟通", "与秦海涛单独沟通",
        ]  # fmt: skip
        with pytest.raises(NotFound):
            rooms.messages_of(centre["秦海涛"], case.pk, room(case, "applicant"))
        with pytest.raises(NotFound):
            say(centre, "秦海涛", case, "applicant", "看看", "tap-00001")
        for name, error in (
            ("外人", NotFound),
            ("施调解", NotFound),
            ("许分配", Forbidden),
            ("钱管理", NotFound),
        ):
            for where in ("joint", "applicant", "respondent"):
                with pytest.raises(error):
                    rooms.messages_of(centre[name], case.pk, room(case, where))
        assert not RoomMessage.objects.exists()

    @pytest.mark.parametrize(
        ("where", "shown"), [("joint", "applicant"), ("applicant", "joint"), ("joint", "")]
    )
    def test_another_audience_than_was_shown_sends_nothing(self, centre: World, where: str, shown: str):
        case = mediating(centre)
        stated, code = audience(case, shown) if shown else "", room(case, where)
        with pytest.raises(Refusal) as refused:
            rooms.say(centre["沈梅"], case.pk, code, audience=stated, text=SECRET, key="tap-00001")
        assert refused.value.code == "rooms.audience_differs"
        assert not RoomMessage.objects.exists() and not told_since(centre, "秦海涛", "mediation.message")

    def test_the_database_holds_no_private_message_for_everybody(self, centre: World):
        case = mediating(centre)
        say(centre, "沈梅", case, "applicant", SECRET, "tap-00001")
        with pytest.raises(IntegrityError, match="room_and_audience_agree"), transaction.atomic():
            RoomMessage.objects.update(audience="everyone")

    def test_a_double_tap_is_one_message_and_never_another_rooms(self, centre: World):
        case = mediating(centre)
        first = say(centre, "沈梅", case, "applicant", "七千。", "tap-00001")
        assert say(centre, "沈梅", case, "applicant", "七千。", "tap-00001")["id"] == first["id"]
        with pytest.raises(Invalid, match="另一个沟通室"):
            say(centre, "沈梅", case, "joint", "七千。", "tap-00001")
        assert RoomMessage.objects.count() == 1

    def test_unread_counts_what_others_said_until_it_is_read(self, centre: World):
        case = mediating(centre)
        said = say(centre, "吕调解", case, "joint", "周三见。", "tap-00001")
        say(centre, "沈梅", case, "joint", "好。", "tap-00001")
        assert [one["unread"] for one in rooms.rooms_of(centre["沈梅"], case.pk)] == [1, 0]
        assert [one["unread"] for one in rooms.rooms_of(centre["秦海涛"], case.pk)] == [2, 0]
        rooms.mark_seen(centre["秦海涛"], case.pk, "joint", int(str(said["id"])))
        rooms.mark_seen(centre["秦海涛"], case.pk, "joint", 0)
        assert [one["unread"] for one in rooms.rooms_of(centre["秦海涛"], case.pk)] == [1, 0]


class TestNotices:
    def test_a_private_message_is_told_to_its_room_alone_without_its_words(self, centre: World):
        case = mediating(centre, "吕调解", "施调解")
        say(centre, "沈梅", case, "applicant", SECRET, "tap-00001")
        assert told_since(centre, "秦海涛", "mediation.message") == []
        for name in ("吕调解", "施调解"):
            notice = told_since(centre, name, "mediation.message")[-1]
            assert notice.text == f"{case.no} 的与沈梅单独沟通有新消息（仅申请人沈梅与调解员可见）。"
        say(centre, "吕调解", case, "applicant", SECRET, "tap-00001")
        assert [one.text for one in told_since(centre, "沈梅", "mediation.message")] == [
            f"{case.no} 的与调解员单独沟通有新消息（仅您与调解员可见）。"
        ]
        assert told_since(centre, "秦海涛", "mediation.message") == []

    def test_both_sides_are_told_of_the_joint_room_in_the_same_words(self, centre: World):
        case = mediating(centre)
        say(centre, "吕调解", case, "joint", SECRET, "tap-00001")
        words = [
            [one.text for one in told_since(centre, name, "mediation.message")] for name in ("沈梅", "秦海涛")
        ]
        assert words[0] == words[1] == [f"{case.no} 的共同沟通室有新消息（双方可见）。"]


class TestOverHttp:
    def test_what_is_private_leaks_by_no_route(self, centre: World):
        """Text and file of a private message, looked for in everything the other side and outsiders can ask for."""
        case = mediating(centre)
        hers = room(case, "applicant")
        said = rooms.say(
            centre["沈梅"], case.pk, hers, audience=f"mediators+{hers}", text=SECRET, key="tap-00001",
            file=rooms.Sent(io.BytesIO(PNG), f"{SECRET}.png"),
        )  # fmt: skip
        base = f"/api/mediation/mine/{case.pk}"
        own = phone(centre, "沈梅").get(f"{base}/rooms/{hers}/messages/{said['id']}/file")
        assert own.status_code == 200 and b"".join(own.streaming_content).startswith(b"\x89PNG")
        other = phone(centre, "秦海涛")
        for code in ("joint", hers, room(case, "respondent")):
            answer = other.get(f"{base}/rooms/{code}/messages")
            assert answer.status_code == (404 if code == hers else 200)
            assert SECRET not in answer.content.decode()
            assert other.get(f"{base}/rooms/{code}/messages/{said['id']}/file").status_code == 404
        for path in ("/api/mediation/mine", base, f"{base}/rooms", f"{base}/files", f"{base}/offers",
                     f"{base}/sessions", "/api/notices"):  # fmt: skip
            answer = other.get(path)
            assert answer.status_code == 200, path
            assert SECRET not in answer.content.decode(), path
        for name in ("许分配", "钱管理", "何审核", "韩档案"):
            staff = Browser(centre[name])
            for path in (
                f"/api/desk/cases/{case.pk}", f"/api/desk/cases/{case.pk}/timeline", f"/api/files/cases/{case.pk}",
                f"/api/mediation/cases/{case.pk}/records", "/api/notices",
            ):  # fmt: skip
                assert SECRET not in staff.get(path).content.decode(), (name, path)
            for code in ("joint", hers):
                answer = staff.get(f"/api/mediation/cases/{case.pk}/rooms/{code}/messages")
                assert answer.status_code in (403, 404) and SECRET not in answer.content.decode()

    def test_the_audience_is_named_on_the_wire(self, centre: World):
        case = mediating(centre)
        mine = phone(centre, "沈梅")
        shown = mine.get(f"/api/mediation/mine/{case.pk}/rooms").json()
        body = {"text": "好", "key": "tap-00001", "audience": shown[1]["audience"]}

        def post(room: str) -> tuple[int, dict[str, object]]:
            answer = mine.post(
                f"/api/mediation/mine/{case.pk}/rooms/{room}/messages",
                json.dumps(body),
                content_type="application/json",
            )
            return answer.status_code, answer.json()

        status, told = post("joint")
        assert (status, told["code"]) == (409, "rooms.audience_differs")
        status, told = post(shown[1]["room"])
        assert (status, told["audience_label"]) == (200, "仅您与调解员可见")

    def test_programs_are_not_sent(self, centre: World):
        case = mediating(centre)
        with pytest.raises(Refusal):
            rooms.say(
                centre["沈梅"], case.pk, "joint", audience="everyone", key="tap-00001",
                file=rooms.Sent(io.BytesIO(b"MZ" + b"\0" * 200), "合同.exe"),
            )  # fmt: skip
        assert not RoomMessage.objects.exists()
