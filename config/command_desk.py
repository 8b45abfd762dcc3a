"""The commands that look after the desk: verify-trail, rotate-keys, doctor."""

from __future__ import annotations

import json
import sys

import click

from config.ready import ready

as_json = click.option("--json", "as_json", is_flag=True, help="输出 JSON")


def register(main: click.Group) -> None:
    """Add these commands to ``anjie``."""
    for command in (verify_trail,):
        main.add_command(command)


@click.command("verify-trail", help="核对时间线与操作留痕的链条，指出第一处断裂；有断裂时退出码为 1")
@as_json
def verify_trail(as_json: bool) -> None:
    """Prove the chains whole or name the broken links."""
    ready()
    from anjie.access.verify import verify

    found = verify()
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False))
    else:
        for chain in found.chains:
            said = f"{chain['label']}：{chain['links']} 条，{chain['chains']} 条链，检查点 {chain['checkpoints']} 个"
            click.echo(said)
        for link in found.broken:
            click.echo(f"断裂  {link.message}")
        click.echo(found.message)
    sys.exit(0 if found.whole else 1)
