"""What commits reaches the browsers that may know of it, and nobody else; the displaced one is told why."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.test import AsyncClient
from prometheus_client import REGISTRY

from anjie.access.models import Account, Membership
from anjie.access.sessions import begin
from anjie.desk.public import move_case
from anjie.foundation import live
from anjie.services.notices.actions import notify
from config import live as door
from tests.cases import place
from tests.people import World, build_world

pytestmark = pytest.mark.django_db(transaction=True)


class Stream:
    """An open stream of one browser: its events as they come."""

    def __init__(self, response: Any) -> None:
        self.blocks = aiter(response.streaming_content)
        self.rest = ""

    async def next(self, within: float = 30.0) -> tuple[str, dict[str, Any]]:
        """The next event and its facts; heartbeats and retry lines are left out."""
        while True:
            if "\n\n" in self.rest:
                block, self.rest = self.rest.split("\n\n", 1)
                lines = dict(
                    line.split(": ", 1) for line in block.split("\n") if ": " in line and line[0] != ":"
                )
                if "event" in lines:
                    return lines["event"], json.loads(lines["data"])
                continue
            self.rest += (await asyncio.wait_for(anext(self.blocks), within)).decode()

    async def hears_nothing_but(self, event: str) -> dict[str, Any]:
        """The facts of the next event, which must be ``event``."""
        name, facts = await self.next()
        assert name == event
        return facts


async def off(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Do blocking work in a thread that keeps no connection."""

    def run() -> Any:
        try:
            return work(*args, **kwargs)
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


def sign_in(world: World, who: str, key: str) -> str:
    actor = world[who]
    membership = Membership.objects.select_related("account", "role", "unit").get(pk=actor.membership_id)
    begin(Account.objects.get(pk=actor.account_id), membership, key, address="127.0.0.1", agent="test")
    return key


@asynccontextmanager
async def listening(world: World, who: str, key: str = "", **headers: str) -> AsyncIterator[Stream]:
    """The stream of a person who signs in now, past its greeting."""
    key = await off(sign_in, world, who, key or f"key of {world[who].key}")
    response = await AsyncClient().get("/api/live", headers={"Authorization": f"Bearer {key}", **headers})
    assert response.status_code == 200 and response["Content-Type"] == "text/event-stream"
    stream = Stream(response)
    assert (await stream.hears_nothing_but("hello"))["membership"] == world[who].membership_id
    await heard()
    try:
        yield stream
    finally:
        await stream.blocks.aclose()


async def heard() -> None:
    """Wait until the one connection of the process listens."""

    def listens() -> bool:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN anjie_live%' AND datname = current_database()"
            )
            return cursor.fetchone() is not None

    for _ in range(100):
        if await off(listens):
            return
        await asyncio.sleep(0.05)
    raise AssertionError("nobody listens")


def run(story: Callable[[World], Awaitable[None]]) -> None:
    world = build_world()
    asyncio.run(story(world))


def test_the_open_streams_are_counted_for_the_metrics():
    async def story(world: World) -> None:
        hub, streams = door.Hub(), [door.Listener("key", world["李催收"]) for _ in range(2)]
        for stream in streams:
            hub.join(stream)
        assert REGISTRY.get_sample_value("anjie_live_clients") == 2
        for stream in streams:
            hub.leave(stream)
        assert REGISTRY.get_sample_value("anjie_live_clients") == 0

    run(story)


def test_nobody_signed_in_hears_why():
    async def story(world: World) -> None:
        answer = await AsyncClient().get("/api/live")
        assert (answer.status_code, answer.json()["code"]) == (401, "access.not_signed_in")

    run(story)


def test_a_notice_reaches_its_person_only_and_only_when_it_commits():
    async def story(world: World) -> None:
        async with listening(world, "李催收") as li, listening(world, "吴催收") as wu:

            def rolled_back() -> None:
                with pytest.raises(ZeroDivisionError), transaction.atomic():
                    notify(world["赵主管"], [world["李催收"].membership_id], "x", "不会到", "", key="a")
                    raise ZeroDivisionError

            await off(rolled_back)
            await off(notify, world["赵主管"], [world["李催收"].membership_id], "x", "到了", "", key="b")
            assert (await li.hears_nothing_but("notice"))["title"] == "到了"
            await off(live.publish, "list:cases")
            assert (await wu.hears_nothing_but("list"))["topic"] == "list:cases"

    run(story)


def test_a_cases_events_reach_those_in_whose_reach_it_lies():
    async def story(world: World) -> None:
        case = await off(place, world, name="张三", holder="李催收")
        async with (
            listening(world, "李催收") as holder,
            listening(world, "周催收") as colleague,
            listening(world, "赵主管") as over_him,
            listening(world, "郑主管") as over_others,
            listening(world, "王内勤") as clerk_of_the_bank,
        ):
            await off(live.publish, f"case:{case.pk}", verb="work.recorded")
            await off(live.publish, "list:end")
            for stream in (holder, over_him, clerk_of_the_bank):
                assert (await stream.hears_nothing_but("case"))["id"] == case.pk
            for stream in (colleague, over_others):
                assert (await stream.hears_nothing_but("list"))["topic"] == "list:end"

    run(story)


def test_a_move_tells_the_queues_and_the_page_of_its_case():
    async def story(world: World) -> None:
        case = await off(place, world, name="张三", holder="李催收")
        async with listening(world, "李催收") as holder:
            await off(move_case, world["孙内勤"], case.pk, "placement.pause", reason="客户要求暂停")
            name, facts = await holder.next()
            assert (name, facts["topic"], facts["verb"]) == ("case", f"case:{case.pk}", "placement.pause")
            while name != "list":
                name, facts = await holder.next()
            assert (facts["topic"], facts["states"]) == ("list:recovery", ["open", "paused"])

    run(story)


def test_a_topic_nobody_declared_and_a_job_of_somebody_else_are_heard_by_nobody():
    async def story(world: World) -> None:
        async with listening(world, "钱管理") as admin:
            await off(live.publish, "secret:1")
            await off(live.publish, "import:999", state="running", done=1, total=2)
            await off(live.publish, "list:end")
            await admin.hears_nothing_but("list")

    run(story)


def test_the_displaced_browser_is_told_why_and_its_stream_ends():
    async def story(world: World) -> None:
        async with listening(world, "李催收", key="first") as first:
            await off(sign_in, world, "李催收", "second")
            facts = await first.hears_nothing_but("session")
            assert (facts["ended"], facts["why"]) == (True, "displaced")
            assert "在别处登录" in facts["message"]
            with pytest.raises(StopAsyncIteration):
                await asyncio.wait_for(anext(first.blocks), 5)

    run(story)


def test_rights_taken_away_count_from_the_next_event_on():
    async def story(world: World) -> None:
        case = await off(place, world, name="张三", holder="李催收")
        async with listening(world, "赵主管") as over_him:
            members = Membership.objects.filter(pk=world["赵主管"].membership_id)
            await off(members.update, unit=world.units["南一组"])
            await off(live.publish, f"account:{world['赵主管'].account_id}", event="session_changed")
            assert (await over_him.hears_nothing_but("resync"))["why"] == "rights"
            await off(live.publish, f"case:{case.pk}")
            await off(live.publish, "list:end")
            await over_him.hears_nothing_but("list")

    run(story)


def test_a_database_that_restarts_is_heard_again_and_the_page_reads_again():
    async def story(world: World) -> None:
        async with listening(world, "李催收") as li:

            def cut() -> None:
                with connection.cursor() as cursor:
                    cursor.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE query LIKE 'LISTEN anjie_live%' AND datname = current_database()"
                    )

            await off(cut)
            assert (await li.hears_nothing_but("resync"))["why"] == "away"
            await off(live.publish, "list:cases")
            await li.hears_nothing_but("list")

    run(story)


def test_who_comes_back_after_a_break_reads_again():
    async def story(world: World) -> None:
        async with listening(world, "李催收", **{"Last-Event-ID": "not a number"}) as li:
            assert (await li.hears_nothing_but("resync"))["why"] == "reconnected"

    run(story)


def test_a_client_that_does_not_keep_up_is_told_to_read_everything_again():
    async def story(world: World) -> None:
        slow = door.Listener("hash", world["李催收"])
        for number in range(door.QUEUE + 1):
            slow.give(door.block_of("list", {"n": number}))
        assert slow.queue.qsize() == 1
        assert b"event: resync" in slow.queue.get_nowait()

    run(story)


def test_the_end_arrives_however_much_waits_before_it_and_comes_after_it():
    async def story(world: World) -> None:
        slow = door.Listener("hash", world["李催收"])
        for number in range(door.QUEUE):
            slow.give(door.block_of("list", {"n": number}))
        slow.end(door.block_of("session", {"why": "displaced"}))
        slow.end(door.block_of("session", {"why": "displaced"}))
        for number in range(door.QUEUE + 1):
            slow.give(door.block_of("list", {"n": number}))
        told = [block async for block in door._stream(slow, missed=False)]
        assert [b"event: session" in block for block in told] == [False, True]

    run(story)
