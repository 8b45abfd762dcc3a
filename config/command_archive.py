"""The command for archived files: prove a bundle whole from nothing but the file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from anjie.foundation import bundle


def register(main: click.Group) -> None:
    """Add these commands to ``anjie``."""
    main.add_command(archive)


@click.group(help="案卷：离线核验案卷包")
def archive() -> None:
    """Archived files."""


@archive.command(
    help="核验一个案卷包或司法确认材料包：逐份比对校验值和签名，指出被改动的文件；不通过时退出码为 1"
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def verify(file: Path, as_json: bool) -> None:
    """Say whether the bundle is whole; asks no database."""
    told = bundle.verify(file)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(told["message"])
        if told["signed_by"]:
            click.echo(f"目录签名：{told['signed_by']}")
    sys.exit(0 if told["ok"] else 1)
