"""The home of an installation and its secrets."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import home as place
from tests.config.homes import CHECKOUT, environment, new_home


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv("ANJIE_SECRETS_FILE", raising=False)
    with new_home() as folder:
        monkeypatch.setenv("ANJIE_HOME", str(folder))
        yield folder


def test_the_home_is_absolute(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("ANJIE_HOME", "below/../here")
    assert place.home() == home / "here"
    monkeypatch.delenv("ANJIE_HOME")
    assert place.home() == CHECKOUT / "var" / "home"


def test_secrets_are_made_once_and_for_their_owner_only(home: Path) -> None:
    made = place.secrets()

    assert stat.S_IMODE((home / "secrets.json").stat().st_mode) == 0o600
    place._read.cache_clear()
    assert place.secrets() == made
    assert [len(row.key) for row in made.seal_keys] == [32]
    assert len(made.index_key) == 32
    assert made.db_password not in repr(made)


def test_two_installations_share_no_secret(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = place.secrets()
    monkeypatch.setenv("ANJIE_HOME", str(home / "other"))
    two = place.secrets()

    assert one.django_key != two.django_key
    assert one.seal_keys[0].key != two.seal_keys[0].key
    assert one.index_key != two.index_key
    assert one.db_password != two.db_password


def test_those_who_come_first_together_agree(home: Path) -> None:
    ask = "from config import home; print(home.secrets().django_key)"
    asked = [
        subprocess.Popen(
            [sys.executable, "-c", ask], env=environment(home), stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]

    assert len({process.communicate()[0] for process in asked}) == 1
    assert [path.name for path in home.iterdir()] == ["secrets.json"]


def test_a_named_secrets_file_must_be_there(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANJIE_SECRETS_FILE", str(home / "shared.json"))

    with pytest.raises(place.HomeError, match=r"shared\.json"):
        place.secrets()

    assert list(home.iterdir()) == []


def test_damaged_secrets_are_refused_and_kept(home: Path) -> None:
    (home / "secrets.json").write_text('{"django_key": ')

    with pytest.raises(place.HomeError, match="请从备份恢复"):
        place.secrets()

    assert (home / "secrets.json").read_text() == '{"django_key": '


def test_a_new_seal_key_stands_first_and_the_old_one_stays(home: Path) -> None:
    before = place.secrets()

    added = place.add_seal_key()

    after = place.secrets()
    assert after.seal_keys == (added, *before.seal_keys)
    assert [row.id for row in after.seal_keys] == ["k2", "k1"]
    assert after.index_key == before.index_key
    assert [row["id"] for row in json.loads((home / "secrets.json").read_text())["seal_keys"]] == ["k2", "k1"]
    assert stat.S_IMODE((home / "secrets.json").stat().st_mode) == 0o600
