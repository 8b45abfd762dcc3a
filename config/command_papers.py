"""The commands for papers: verify a signed PDF, give the root certificates, put in the starting templates."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from config.ready import ready


def register(main: click.Group) -> None:
    """Add these commands to ``anjie``."""
    main.add_command(papers)


@click.group(help="文书：核验签署件、导出根证书、装入起始模板")
def papers() -> None:
    """Papers."""


@papers.command(help="核验一个签署后的 PDF：是否由本系统签署、之后是否改动；不通过时退出码为 1")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def verify(file: Path, as_json: bool) -> None:
    """Say whether the file was signed here and not changed since."""
    ready()
    from anjie.foundation.refusals import Refusal
    from anjie.services.signing.verifying import verify_file

    try:
        told = verify_file(file.name, file.read_bytes())
    except Refusal as refusal:
        click.echo(
            json.dumps({"refusal": refusal.as_dict()}, ensure_ascii=False) if as_json else refusal.message
        )
        sys.exit(2)
    click.echo(json.dumps(told, ensure_ascii=False, default=str) if as_json else told["message"])
    sys.exit(0 if told["ok"] else 1)


@papers.command(help="输出本系统的签署根证书（PEM），供其他软件核验")
def roots() -> None:
    """Print the roots."""
    ready()
    from anjie.services.signing.authority import roots as all_roots

    click.echo("\n".join(all_roots()))


@papers.command(help="为一个业务条线装入起始文书模板；已有同名模板的不动")
@click.argument("line")
def starters(line: str) -> None:
    """Load the starting templates."""
    ready()
    from anjie.access.actors import Actor
    from anjie.foundation.refusals import Refusal
    from anjie.services.papers.starters import load_starters

    try:
        loaded = load_starters(Actor.job("command"), line)
    except Refusal as refusal:
        click.echo(refusal.message)
        sys.exit(2)
    click.echo(f"已装入 {len(loaded)} 份模板。")
