from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.db import connection, models

from anjie.access.models import KeyProof, TrailEntry
from anjie.access.sealed_columns import count_under_other_keys, prove_keys, reseal, sealed_columns
from anjie.desk import reveal
from anjie.desk.models import ContactPoint
from anjie.foundation.sealed import Field, KeysMissing, sealer
from config import command, command_desk, home, refuse, rotation
from tests.cases import place
from tests.http import Browser
from tests.people import World, build_world

CARD = "6222020000000000000"
BAD_ID = "320102199001011231"  # its check digit is wrong on purpose


@pytest.fixture(autouse=True)
def own_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Secrets of this test alone: a rotation must not reach those of the developer's home."""
    file = tmp_path / "secrets.json"
    shutil.copy(home.secrets_file(), file)
    monkeypatch.setenv("ANJIE_SECRETS_FILE", str(file))
    monkeypatch.setattr(command_desk, "ready", lambda: None)
    return file


def quiet(said: str) -> None:
    """Progress is not what these tests look at."""


def test_every_sealed_column_is_known_and_every_other_binary_one_accounted_for(db: None) -> None:
    # given every binary column the database has
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE data_type = 'bytea' AND table_schema = 'public'"
        )
        binary = {f"{table}.{column}" for table, column in cursor.fetchall()}
    # then those that are not sealed are indexes, links of chains, proofs, or a client's empty form
    found = {column.place for column in sealed_columns()}
    assert found >= {
        "access_account.mobile_sealed", "desk_person.id_sealed", "desk_contactpoint.sealed",
        "recovery_placement.card_sealed",
    }  # fmt: skip
    others = {place.rpartition(".")[2] for place in binary - found}
    plain = {"hash", "prev", "mac", "digest", "proof", "index", "code_hash"}
    forms = {place.rpartition(".")[2] for place in binary if place.endswith("_layout.content")}
    assert {name for name in others if not name.endswith("_index")} <= plain | forms
    # and no model hides sealed values in another kind of field
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if field.name.endswith("sealed"):
                assert isinstance(field, models.BinaryField), f"{model.__name__}.{field.name}"


def test_a_rotation_brings_every_value_under_the_new_key(world: World) -> None:
    # given sealed values of every kind under the first key
    case = place(world, name="单小明", id_no=BAD_ID, card_no=CARD, mobile="10012345678")
    before = sealer().ring.current
    index = sealer().index("10012345678", Field.PHONE)
    # when the key is rotated
    done = rotation.rotate(quiet)
    # then all are under the new one, open as before, and are found as before
    assert (done["key"], done["left"], done["resumed"]) == (before + 1, 0, False)
    assert done["columns"]["desk_contactpoint.sealed"] == 1
    assert done["columns"]["recovery_placement.card_sealed"] == 1
    point = ContactPoint.objects.get(case=case)
    assert sealer().key_of(point.sealed) == before + 1
    assert bytes(point.index) == index == sealer().index("100 1234 5678", Field.PHONE)
    actor = world["李催收"]
    assert reveal.reveal_contact_point(actor, case.pk, point.pk, "核对").value == "10012345678"
    assert reveal.reveal_fact(actor, case.pk, "id_no", "核对").value == BAD_ID
    assert reveal.reveal_fact(actor, case.pk, "card_no", "核对").value == CARD
    # and the old key stays for what is elsewhere, and the rotation is on the record
    assert set(sealer().ring.sealing) >= {before, before + 1}
    assert TrailEntry.objects.get(verb="keys.rotated").facts["key"] == before + 1
    # and the next one is a new one again
    assert rotation.rotate(quiet)["key"] == before + 2


def test_an_interrupted_rotation_is_finished_not_begun_again(world: World) -> None:
    # given a rotation that stopped after one chunk of two values
    for number in range(5):
        place(world, name=f"某{number}", phones=(f"1000000000{number}",))
    key = sealer().ring.current + 1
    home.add_seal_key()
    prove_keys()
    points = next(column for column in sealed_columns() if column.place == "desk_contactpoint.sealed")
    assert next(reseal(points, chunk=2)) == 2
    assert count_under_other_keys(points, key) == 3
    # when it is run again
    done = rotation.rotate(quiet)
    # then it goes on under the same key and only with the rest
    assert (done["key"], done["resumed"], done["columns"]["desk_contactpoint.sealed"]) == (key, True, 3)
    assert done["left"] == 0


@pytest.mark.django_db(transaction=True)
def test_values_are_read_and_written_while_the_key_is_rotated() -> None:
    # given people who reveal and add numbers without pause
    world = build_world()
    case = place(world, name="张三", phones=("10000000001",))
    point = ContactPoint.objects.get(case=case)
    wrong: list[BaseException] = []
    stop = threading.Event()

    def work() -> None:
        number = 0
        try:
            while not stop.is_set():
                number += 1
                seal = sealer()
                fresh = ContactPoint.objects.get(pk=point.pk)
                assert seal.open(fresh.sealed, "desk_contactpoint.sealed", fresh.pk) == "10000000001"
                place(world, name=f"新{number}", phones=(f"1000001{number:04d}",))
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    # when the key is rotated three times meanwhile
    done = [rotation.rotate(quiet) for _ in range(3)]
    stop.set()
    for thread in threads:
        thread.join()
    # then nobody noticed
    assert wrong == []
    assert [one["key"] for one in done] == sorted({one["key"] for one in done})
    for row in ContactPoint.objects.all():
        assert sealer().open(row.sealed, "desk_contactpoint.sealed", row.pk).startswith("100000")


def test_a_value_under_a_key_newer_than_the_sealer_opens_all_the_same(db: None) -> None:
    # given a sealer asked for before a rotation, and a value sealed after it
    old = sealer()
    home.add_seal_key()
    token = sealer().seal("x", "a.b", 1)
    assert old.key_of(token) not in old.ring.sealing
    # then the old one opens it
    assert old.open(token, "a.b", 1) == "x"


@pytest.mark.parametrize("lost", ["file", "keys", "index"])
def test_with_other_keys_nothing_is_served(world: World, own_secrets: Path, lost: str) -> None:
    # given a database sealed with our keys
    place(world, name="张三")
    prove_keys()
    browser = Browser(world["李催收"])
    assert browser.get("/api/access/me").status_code == 200
    # when the keys are lost, and perhaps others are there
    if lost == "file":
        own_secrets.unlink()
    else:
        raw = json.loads(own_secrets.read_text())
        other = home._fresh()
        if lost == "keys":
            raw["seal_keys"] = [{**raw["seal_keys"][0], "key": other["seal_keys"][0]["key"]}]
        else:
            raw["index_key"] = other["index_key"]
        own_secrets.write_text(json.dumps(raw))
    # then the API refuses, readiness and doctor say why, and nothing was written
    refused = browser.get("/api/access/me")
    assert refused.status_code == 503
    assert refused.json()["code"] in ("sealed.keys_missing", "sealed.keys_differ")
    assert "secrets.json" in refused.json()["message"]
    ready = browser.get("/readyz")
    assert (ready.status_code, ready.json()["missing"]) == (503, "keys")
    assert browser.get("/healthz").status_code == 200
    checked = CliRunner().invoke(command.main, ["doctor", "--json"])
    said = {row["name"]: row for row in json.loads(checked.stdout)["checks"]}
    assert (checked.exit_code, said["keys"]["ok"]) == (1, False)
    migrating = CliRunner().invoke(command.main, ["migrate"])
    assert (migrating.exit_code, "secrets.json" in migrating.stderr) == (2, True), migrating.output
    with pytest.raises(KeysMissing):
        rotation.rotate(quiet)
    assert KeyProof.objects.count() == 1


def test_with_the_keys_back_it_serves_again(
    world: World, own_secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refuse, "AGAIN_SECONDS", 0)
    prove_keys()
    held = own_secrets.read_text()
    browser = Browser(world["李催收"])
    own_secrets.unlink()
    assert browser.get("/api/access/me").status_code == 503
    own_secrets.write_text(held)
    assert browser.get("/api/access/me").status_code == 200


def test_a_database_older_than_its_proofs_is_proved_by_its_values(world: World, own_secrets: Path) -> None:
    place(world, name="张三")
    raw = json.loads(own_secrets.read_text())
    raw["seal_keys"] = home._fresh()["seal_keys"]
    own_secrets.write_text(json.dumps(raw))
    with pytest.raises(KeysMissing) as refused:
        prove_keys()
    assert refused.value.code == "sealed.keys_differ"
    assert KeyProof.objects.count() == 0


def test_the_command_rotates_and_prints_what_it_did(world: World) -> None:
    place(world, name="张三", phones=("10000000001", "10000000002"))
    run = CliRunner().invoke(command.main, ["rotate-keys", "--json"])
    said = json.loads(run.stdout)
    assert (run.exit_code, said["left"], said["columns"]["desk_contactpoint.sealed"]) == (0, 0, 2)
