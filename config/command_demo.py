"""``anjie demo``: fills an empty database with the demo world."""

from __future__ import annotations

import sys
import time

import click

from demo.sizes import SIZES


def register(main: click.Group) -> None:
    """Add the command to ``anjie``."""
    main.add_command(demo)


@click.command(help="向空数据库装入演示数据")
@click.option("--size", type=click.Choice(list(SIZES)), default="normal", show_default=True, help="规模")
def demo(size: str) -> None:
    """Load the demo world; refused when somebody is in the database already."""
    from config.ready import ready

    ready()
    from anjie.access.demo import is_half_loaded
    from anjie.access.models import Account
    from config.command_ground import bring_up_to_date, prove_own_keys
    from demo.world import load

    bring_up_to_date()
    if Account.objects.exists():
        why = "上次的演示数据没有装完" if is_half_loaded() else "数据库里已有账号"
        click.echo(f"{why}，没有装入演示数据。请换一个空的 ANJIE_HOME 或数据库。", err=True)
        sys.exit(2)
    prove_own_keys()
    began = time.perf_counter()
    load(size, lambda words: click.echo(f"  {words}", err=True))
    click.echo(f"演示数据已装入，用时 {time.perf_counter() - began:.0f} 秒。", err=True)
