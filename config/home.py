"""Where this installation keeps its own things, and the secrets it made for itself."""

from __future__ import annotations

import base64
import functools
import json
import os
import secrets as random_source
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


class HomeError(RuntimeError):
    """The installation cannot find or trust what it needs; the text says what to do next."""


@dataclass(frozen=True)
class SealKey:
    """One 256-bit key of the sealed fields, named so that a sealed value can say which key opens it."""

    id: str
    key: bytes


@dataclass(frozen=True)
class Secrets:
    """What only this installation knows; two installations never share a value."""

    django_key: str
    seal_keys: tuple[SealKey, ...]
    """Newest first: the first seals, all of them open."""
    index_key: bytes
    """Keys the blind index; it is never rotated, or look-ups by number would find nothing."""
    db_password: str
    vendors: dict[str, dict[str, str]] = field(default_factory=dict)
    """What the vendors gave us, by vendor and name; entered by the operator, never made here."""

    def __repr__(self) -> str:
        return "Secrets(…)"


def home() -> Path:
    """Return the absolute folder of this installation's data: ANJIE_HOME, else <checkout>/var/home."""
    named = os.environ.get("ANJIE_HOME", "").strip()
    if named:
        return Path(named).expanduser().resolve()
    if (CHECKOUT / "pyproject.toml").exists():
        return CHECKOUT / "var" / "home"
    return Path.home() / ".anjie"


def secrets_file() -> Path:
    """Return the file that holds the secrets: ANJIE_SECRETS_FILE, else secrets.json in the home."""
    named = os.environ.get("ANJIE_SECRETS_FILE", "").strip()
    return Path(named).expanduser().resolve() if named else home() / "secrets.json"


def secrets() -> Secrets:
    """Return this installation's secrets, made on first use and readable by their owner only."""
    return _read(secrets_file())


@functools.cache
def _read(path: Path) -> Secrets:
    if not path.exists():
        if os.environ.get("ANJIE_SECRETS_FILE", "").strip():
            # A named file is shared between hosts: making a new one here would seal values nobody else can open.
            raise HomeError(
                f"找不到密钥文件 {path}（由 ANJIE_SECRETS_FILE 指定）。请从原主机复制该文件，或去掉此变量。\n"
                f"The secrets file {path} does not exist. Copy it from the other host, or unset ANJIE_SECRETS_FILE."
            )
        _write_once(path, _fresh())
    try:
        raw = json.loads(path.read_text("utf-8"))
        return Secrets(
            django_key=raw["django_key"],
            seal_keys=tuple(SealKey(row["id"], base64.b64decode(row["key"])) for row in raw["seal_keys"]),
            index_key=base64.b64decode(raw["index_key"]),
            db_password=raw["db_password"],
            vendors={
                str(vendor): {str(name): str(value) for name, value in dict(held).items()}
                for vendor, held in dict(raw.get("vendors") or {}).items()
            },
        )
    except PermissionError as error:
        raise HomeError(
            f"无权读取密钥文件 {path}。请用创建它的系统用户运行，或用 ANJIE_HOME 另选目录。\n"
            f"{path} is not readable by this user. Run as the user that made it, or choose another ANJIE_HOME."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise HomeError(
            f"密钥文件 {path} 已损坏，不能继续。请从备份恢复它；没有它，密封字段无法打开。\n"
            f"{path} is damaged. Restore it from a backup; without it sealed fields cannot be opened."
        ) from error


def forget() -> None:
    """Let the next question read the secrets file again: another process may have added a key."""
    _read.cache_clear()


def add_seal_key() -> SealKey:
    """Put a new sealing key in front of the others and return it; older ones still open what they sealed."""
    path = secrets_file()
    secrets()
    raw = json.loads(path.read_text("utf-8"))
    numbers = [int(row["id"].removeprefix("k")) for row in raw["seal_keys"]]
    raw["seal_keys"].insert(0, {"id": f"k{max(numbers) + 1}", "key": _key()})
    spare = _spare(path, raw)
    os.replace(spare, path)
    _read.cache_clear()
    return secrets().seal_keys[0]


def _key() -> str:
    return base64.b64encode(random_source.token_bytes(32)).decode("ascii")


def _fresh() -> dict[str, object]:
    return {
        "django_key": random_source.token_urlsafe(50),
        "seal_keys": [{"id": "k1", "key": _key()}],
        "index_key": _key(),
        "db_password": random_source.token_urlsafe(24),
    }


def _spare(path: Path, content: dict[str, object]) -> Path:
    """Write the content to a private file beside the path and return that file."""
    spare = path.with_name(f".{path.name}.{os.getpid()}.{random_source.token_hex(4)}")
    handle = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    return spare


def _write_once(path: Path, content: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = _spare(path, content)
    try:
        # link() fails when somebody was first, so that two starters never hold two different sets.
        os.link(spare, path)
    except FileExistsError:
        pass
    finally:
        spare.unlink()
