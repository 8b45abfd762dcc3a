"""``anjie contact judge-again``: any past day judged by the rules of that day."""

from __future__ import annotations

import json
import sys
from datetime import date

import click

from config.ready import ready


def register(main: click.Group) -> None:
    """Add this command to ``anjie contact``, beside those that need no database."""
    group = main.commands.get("contact")
    if not isinstance(group, click.Group):
        group = click.Group("contact", help="联系规则。")
        main.add_command(group)
    group.add_command(judge_again)


@click.command(
    "judge-again", help="按当日生效的规则重新判定某天的全部联系，列出与当时不同的结论；有不同时退出码为 1"
)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="日期，如 2026-09-01")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def judge_again(day: date, as_json: bool) -> None:
    """Judge a day's attempts again and say where the answer differs."""
    ready()
    from anjie.foundation.refusals import Refusal
    from anjie.services.contact.again import judge_day_again

    try:
        found = judge_day_again(day.date())  # type: ignore[attr-defined]
    except Refusal as refusal:
        click.echo(json.dumps({"refusal": refusal.as_dict()}, ensure_ascii=False, default=str))
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        click.echo(
            f"{found['day']}  规则 {found['pack']}  联系 {found['judged']} 次，不一致 {found['differing']} 次"
        )
        for one in found["differences"]:
            cause = "规则或记录被改动" if one["cause"] == "rules" else "事后补录改变了次数"
            then = "允许" if one["stored"]["allowed"] else one["stored"]["rule"]
            now = "允许" if one["again"]["allowed"] else one["again"]["rule"]
            click.echo(f"  联系 {one['attempt']}  {one['at']}  当时：{then}  复核：{now}  （{cause}）")
    sys.exit(1 if found["differing"] else 0)
