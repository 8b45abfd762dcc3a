"""``anjie bench``: measures what we claim; every ``bench/<name>.py`` with a ``run`` is one measurement."""

from __future__ import annotations

import importlib
import inspect
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import click

from config.ready import provide

FOLDER = Path(__file__).resolve().parent.parent / "bench"
NAMES = ("import", "list", "assign", "export", "live", "typical", "disputes", "notices")
"""What design promises, in its order; ``import`` is a word of the language and lives in ``import_.py``."""


def register(main: click.Group) -> None:
    """Add the command to ``anjie``."""
    main.add_command(bench)


@click.command(
    help="测量性能：import、list、assign、export、live、typical、disputes、notices；不写名称则依次全部测量"
)
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="每项输出一行 JSON")
@click.option("--cases", type=click.IntRange(min=1000), help="案件数（支持的项目）")
@click.option("--rows", type=click.IntRange(min=100), help="表格行数（支持的项目）")
@click.option("--keep", is_flag=True, help="保留测量用的数据库，供下次使用")
def bench(name: str | None, as_json: bool, cases: int | None, rows: int | None, keep: bool) -> None:
    """Measure one thing, or all of them one after another, each in a process of its own."""
    if name is None:
        sys.exit(_all(as_json))
    module = _module(name)
    options = {"cases": cases, "rows": rows}
    accepted = inspect.signature(module.run).parameters
    given = {key: value for key, value in options.items() if value is not None and key in accepted}
    _show(_measured(name, module, given, keep), as_json)


def present() -> list[str]:
    """The names that can be measured in this checkout."""
    return [name for name in NAMES if any(path.exists() for path in _files(name))]


def _files(name: str) -> tuple[Path, Path]:
    return FOLDER / f"{name}.py", FOLDER / f"{name}_.py"


def _module(name: str) -> ModuleType:
    if name not in present():
        raise click.UsageError(f"没有名为“{name}”的测量项。可用：{'、'.join(present())}")
    return importlib.import_module(f"bench.{name}" if _files(name)[0].exists() else f"bench.{name}_")


def _measured(name: str, module: ModuleType, given: dict[str, Any], keep: bool) -> dict[str, Any]:
    provide()
    own = getattr(module, "OWN_DATABASE", False)
    if not own:
        _start()
        return dict(module.run(**given))
    server = os.environ["DATABASE_URL"]
    database = f"anjie_bench_{name}"
    os.environ["DATABASE_URL"] = _create(server, database, keep)
    try:
        _start()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        if getattr(module, "AS_SERVED", False):
            from config import serving

            serving.load()  # or the collector of garbage would look through all our modules while a list is timed
            _be_quiet()
        return dict(module.run(**given))
    finally:
        if not keep:
            from django.db import connections

            connections.close_all()
            for connection in connections.all(initialized_only=True):
                connection.close_pool()  # type: ignore[attr-defined]
            _drop(server, database)


def _start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    from config import logs

    logs.configure()
    django.setup()
    _be_quiet()


def _be_quiet() -> None:
    """A log line for each of a thousand requests would be measured too."""
    import logging

    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def _create(server: str, database: str, keep: bool) -> str:
    """A database beside the installation's, empty unless an earlier run left it on purpose."""
    import psycopg

    if not keep:
        _drop(server, database)
    with psycopg.connect(server, autocommit=True) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not there:
            connection.execute(f'CREATE DATABASE "{database}"')
    return urlunsplit(urlsplit(server)._replace(path=f"/{database}"))


def _drop(server: str, database: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _all(as_json: bool) -> int:
    worst = 0
    for name in present():
        command = [sys.executable, "-m", "config.command", "bench", name, *(["--json"] if as_json else [])]
        worst = max(worst, subprocess.run(command, check=False).returncode)
    return worst


def _show(line: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(line, ensure_ascii=False))
        return
    click.echo(f"{line['name']}：{line['work']}")
    click.echo(f"  {line['seconds']} 秒，底线 {line.get('floor_seconds')} 秒，倍数 {line.get('ratio')}")
    for key, value in line.items():
        if key not in ("name", "work", "seconds", "floor_seconds", "ratio"):
            shown = value if not isinstance(value, list) else "".join(f"\n    {one}" for one in value)
            click.echo(f"  {key}：{shown}")
