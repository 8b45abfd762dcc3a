from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from anjie.access import trail, verify
from anjie.access.jobs import checkpoint
from anjie.access.models import TrailCheckpoint
from anjie.desk import timeline
from anjie.desk.models import Case
from tests.append_only import lifted
from tests.cases import place
from tests.http import Browser
from tests.people import World


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def cases(world: World) -> list[Case]:
    """Three cases with five events each, and two people with a trail of three."""
    made = [place(world, name=name) for name in ("甲某", "乙某", "丙某")]
    for number in range(4):
        timeline.record_all(world["李催收"], "contact.marked", [case.pk for case in made], n=number)
    for number in range(3):
        trail.record(world["李催收"], "access.signed_in", n=number)
        trail.record(world["钱管理"], "access.signed_in", n=number)
    return made


@pytest.fixture
def superuser(db: None) -> Callable[..., None]:
    """Somebody who can switch the triggers off and write what he likes."""

    def write(sql: str, *values: object) -> None:
        with connection.cursor() as cursor, lifted(cursor):
            cursor.execute(sql, values)
            assert cursor.rowcount > 0

    return write


def first() -> tuple[str, str, int, str]:
    broken = verify.verify().broken[0]
    return broken.chain, broken.no or broken.key, broken.seq, broken.what


def test_whole_chains_are_proved_with_their_counts(cases: list[Case]) -> None:
    found = verify.verify()
    assert (found.whole, found.broken_count) == (True, 0)
    by_name = {chain["name"]: chain for chain in found.chains}
    assert (by_name["timeline"]["links"], by_name["timeline"]["chains"]) == (15, 3)
    assert by_name["trail"]["chains"] >= 2
    assert found.message == f"共核对 {15 + by_name['trail']['links']} 条记录，链条完整。"


@pytest.mark.parametrize(
    "change",
    [
        """facts = '{"n": 99}'""",
        "actor_name = '别人'",
        "actor = 'account:1'",
        "verb = 'contact.added'",
        "at = at + interval '1 microsecond'",
        "hash = sha256('x')",
    ],
)
def test_a_changed_row_is_named(cases: list[Case], superuser: Callable[..., None], change: str) -> None:
    superuser(f"UPDATE desk_event SET {change} WHERE case_id = %s AND seq = 3", cases[1].pk)
    assert first() == ("timeline", cases[1].no, 3, "changed")
    assert verify.verify().broken[0].message == f"案件时间线：案件 {cases[1].no}，第 3 条记录的内容被改动。"


def test_a_row_changed_together_with_its_hash_breaks_the_next(
    cases: list[Case], superuser: Callable[..., None]
) -> None:
    computed = trail.link_sql(
        prev="prev", key="case_id", seq="seq", at="at", actor="actor", actor_name="actor_name::text",
        verb="verb::text", facts="""'{"n": 7}'::jsonb""",
    )  # fmt: skip
    superuser(
        f"""UPDATE desk_event SET facts = '{{"n": 7}}', hash = {computed} WHERE case_id = %s AND seq = 2""",
        cases[0].pk,
    )
    assert first() == ("timeline", cases[0].no, 3, "unlinked")


def test_a_deleted_row_is_named(cases: list[Case], superuser: Callable[..., None]) -> None:
    superuser("DELETE FROM desk_event WHERE case_id = %s AND seq = 4", cases[2].pk)
    assert first() == ("timeline", cases[2].no, 4, "missing")


def test_a_deleted_beginning_is_named(cases: list[Case], superuser: Callable[..., None]) -> None:
    superuser("DELETE FROM desk_event WHERE case_id = %s AND seq = 1", cases[0].pk)
    assert first() == ("timeline", cases[0].no, 1, "missing")


def test_a_cut_tail_is_named(cases: list[Case], superuser: Callable[..., None]) -> None:
    superuser("DELETE FROM desk_event WHERE case_id = %s AND seq >= 4", cases[1].pk)
    assert first() == ("timeline", cases[1].no, 4, "missing_tail")


def test_an_inserted_row_is_named(cases: list[Case], superuser: Callable[..., None]) -> None:
    superuser(
        """INSERT INTO desk_event (case_id, seq, at, actor, actor_name, verb, facts, prev, hash)
        SELECT case_id, 6, at, actor, actor_name, verb, '{"n": 100}', hash, sha256('forged')
        FROM desk_event WHERE case_id = %s AND seq = 5""",
        cases[0].pk,
    )
    broken = {(row.seq, row.what) for row in verify.verify().broken}
    assert broken == {(6, "changed"), (6, "beyond_head")}


def test_two_rows_that_changed_places_are_named(cases: list[Case], superuser: Callable[..., None]) -> None:
    pk = cases[0].pk
    for old, new in ((2, 102), (3, 2), (102, 3)):
        superuser("UPDATE desk_event SET seq = %s WHERE case_id = %s AND seq = %s", new, pk, old)
    assert first() == ("timeline", cases[0].no, 2, "moved")


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE desk_timelinehead SET hash = sha256('x') WHERE case_id = %s", "head_differs"),
        ("DELETE FROM desk_timelinehead WHERE case_id = %s", "no_head"),
    ],
)
def test_a_changed_head_is_named(
    cases: list[Case], superuser: Callable[..., None], sql: str, what: str
) -> None:
    superuser(sql, cases[1].pk)
    assert first() == ("timeline", cases[1].no, 5, what)


def test_a_case_that_lost_its_whole_chain_is_named(cases: list[Case], superuser: Callable[..., None]) -> None:
    superuser("DELETE FROM desk_event WHERE case_id = %s", cases[1].pk)
    superuser("DELETE FROM desk_timelinehead WHERE case_id = %s", cases[1].pk)
    assert first() == ("timeline", cases[1].no, 1, "no_chain")


def test_a_person_of_the_trail_is_named(
    world: World, cases: list[Case], superuser: Callable[..., None]
) -> None:
    actor = world["李催收"].key
    superuser("UPDATE access_trailentry SET facts = '{}' WHERE actor = %s AND seq = 2", actor)
    assert first() == ("trail", actor, 2, "changed")


def test_every_break_is_counted_and_the_first_stands_first(
    cases: list[Case], superuser: Callable[..., None]
) -> None:
    superuser("UPDATE desk_event SET facts = '{}' WHERE case_id = %s AND seq = 4", cases[2].pk)
    superuser("UPDATE desk_event SET facts = '{}' WHERE case_id = %s AND seq = 2", cases[0].pk)
    found = verify.verify(["timeline"])
    assert [(row.no, row.seq) for row in found.broken] == [(cases[0].no, 2), (cases[2].no, 4)]
    assert found.broken_count == 2
    assert found.message.startswith("发现 2 处断裂。第一处：案件时间线：案件 ")


def test_a_chain_cut_off_with_its_head_is_missed_by_the_checkpoint(
    world: World, cases: list[Case], superuser: Callable[..., None]
) -> None:
    # given a checkpoint, and more events after it
    checkpoint()
    trail.record(world["李催收"], "access.signed_out")
    assert verify.verify().whole
    before = TrailCheckpoint.objects.get(chain="trail").links
    # when somebody removes a person's whole trail with its head
    actor = world["钱管理"].key
    superuser("DELETE FROM access_trailentry WHERE actor = %s", actor)
    superuser("DELETE FROM access_trailhead WHERE actor = %s", actor)
    # then the rest is whole, but the count says what is gone
    found = verify.verify(["trail"])
    assert [row.what for row in found.broken] == ["checkpoint_count"]
    assert f"记有 {before} 条记录，现有 {before - 3} 条" in found.broken[0].message


def test_a_rewritten_chain_is_found_by_the_checkpoint(
    world: World, cases: list[Case], superuser: Callable[..., None]
) -> None:
    # given a checkpoint, when somebody rewrites the last event with a right hash and a right head
    checkpoint()
    computed = trail.link_sql(
        prev="prev", key="case_id", seq="seq", at="at", actor="actor", actor_name="actor_name::text",
        verb="verb::text", facts="""'{"n": 7}'::jsonb""",
    )  # fmt: skip
    superuser(
        f"""UPDATE desk_event SET facts = '{{"n": 7}}', hash = {computed} WHERE case_id = %s AND seq = 5""",
        cases[0].pk,
    )
    superuser(
        """UPDATE desk_timelinehead h SET hash = e.hash FROM desk_event e
        WHERE e.case_id = h.case_id AND e.seq = 5 AND h.case_id = %s""",
        cases[0].pk,
    )
    assert [row.what for row in verify.verify().broken] == ["checkpoint_digest"]


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE access_trailcheckpoint SET links = links - 1 WHERE chain = 'timeline'", "checkpoint_forged"),
        ("DELETE FROM access_trailcheckpoint WHERE chain = 'timeline'", "checkpoint_missing"),
    ],
)
def test_a_forged_or_dropped_checkpoint_is_found(
    cases: list[Case], superuser: Callable[..., None], sql: str, what: str
) -> None:
    checkpoint()
    superuser(sql)
    assert what in [row.what for row in verify.verify().broken]


def test_checkpoints_follow_one_another(world: World, cases: list[Case]) -> None:
    checkpoint()
    checkpoint()  # nothing new: nothing made
    assert TrailCheckpoint.objects.filter(chain="timeline").count() == 1
    timeline.record(world["李催收"], cases[0].pk, "contact.marked", n=9)
    checkpoint()
    one, two = TrailCheckpoint.objects.filter(chain="timeline").order_by("id")
    assert (one.links, two.links, two.from_id, bytes(two.prev)) == (15, 1, one.last_id, bytes(one.mac))
    assert verify.verify().whole


def test_an_ordinary_session_cannot_change_what_happened(cases: list[Case]) -> None:
    from django.db import DatabaseError, transaction

    for sql in (
        "UPDATE desk_event SET verb = 'x'",
        "DELETE FROM desk_event",
        "UPDATE access_trailentry SET verb = 'x'",
        "DELETE FROM access_trailentry",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert verify.verify().whole


def test_the_administrator_reads_and_proves_the_trail(
    world: World, cases: list[Case], superuser: Callable[..., None]
) -> None:
    # given what people did
    admin = Browser(world["钱管理"])
    # when the administrator reads it, narrowed
    answer = admin.get("/api/desk/trail", actor=world["李催收"].key, limit=2).json()
    assert [row["text"] for row in answer["rows"]] == ["登录", "登录"]
    assert {row["actor_name"] for row in answer["rows"]} == {"李催收"}
    older = admin.get("/api/desk/trail", actor=world["李催收"].key, limit=2, before=answer["next"]).json()
    assert (len(older["rows"]), older["next"]) == (1, None)
    assert admin.get("/api/desk/trail", verb="export.asked").json()["rows"] == []
    assert admin.get("/api/desk/trail", to="2020-01-01").json()["rows"] == []
    # then proves it, before and after somebody meddled
    assert admin.post("/api/desk/trail/verify").json()["whole"] is True
    superuser("UPDATE desk_event SET facts = '{}' WHERE case_id = %s AND seq = 2", cases[0].pk)
    found = admin.post("/api/desk/trail/verify").json()
    assert (found["whole"], found["broken"][0]["no"], found["broken"][0]["seq"]) == (False, cases[0].no, 2)
    # and nobody else may
    for name in ("李催收", "赵主管", "王内勤"):
        assert Browser(world[name]).get("/api/desk/trail").status_code == 403
        assert Browser(world[name]).post("/api/desk/trail/verify").status_code == 403


def test_the_command_prints_the_verdict_and_exits_by_it(
    cases: list[Case], superuser: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from config import command, command_desk

    monkeypatch.setattr(command_desk, "ready", lambda: None)
    good = CliRunner().invoke(command.main, ["verify-trail", "--json"])
    assert (good.exit_code, json.loads(good.stdout)["whole"]) == (0, True)
    superuser("UPDATE desk_event SET facts = '{}' WHERE case_id = %s AND seq = 2", cases[0].pk)
    bad = CliRunner().invoke(command.main, ["verify-trail", "--json"])
    said = json.loads(bad.stdout)
    assert bad.exit_code == 1
    assert (said["broken"][0]["no"], said["broken"][0]["seq"], said["broken"][0]["what"]) == (
        cases[0].no, 2, "changed",
    )  # fmt: skip
    plain = CliRunner().invoke(command.main, ["verify-trail"])
    assert (plain.exit_code, f"案件 {cases[0].no}，第 2 条记录的内容被改动" in plain.output) == (1, True)
