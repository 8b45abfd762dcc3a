"""PostgreSQL's own programs, and how they and we reach a database by its address."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict

from anjie.foundation.refusals import Refusal
from config.pg_software import installs


def program(name: str, server_major: int) -> str:
    """Return the program of the first PostgreSQL here that is not older than the server."""
    seen = []
    for install, _ in installs():
        path = install / "bin" / name
        if path.exists() and (major := _major(path)) is not None:
            if major >= server_major:
                return str(path)
            seen.append(str(major))
    raise Refusal(
        "backup.no_program",
        f"数据库是 PostgreSQL {server_major}，本机的 {name} 只有 {'、'.join(seen) or '（无）'}。"
        f"请安装 postgresql-client-{server_major} 后重试。",
        server=server_major,
    )


def environment(url: str) -> dict[str, str]:
    """What libpq's programs need to reach the database; the password stands in no command line."""
    found = conninfo_to_dict(url)
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
             "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}  # fmt: skip
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return (
        kept
        | {names[key]: str(value) for key, value in found.items() if key in names}
        | {"LC_ALL": "C.UTF-8"}
    )


def connect(url: str) -> psycopg.Connection:
    """Open a connection whose answers do not depend on the server's settings."""
    connection = psycopg.connect(url)
    connection.execute(
        "SET bytea_output = 'hex'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';"
        "SET TimeZone = 'UTC'; SET extra_float_digits = 1"
    )
    connection.commit()
    return connection


def renamed(url: str, database: str) -> str:
    """The address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(database, safe='')}"))


def _major(path: Path) -> int | None:
    try:
        said = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return None
    found = re.search(r"PostgreSQL\) (\d+)", said)
    return int(found.group(1)) if found else None
