"""The commands that look after the desk: verify-trail, rotate-keys, doctor, open-addresses."""

from __future__ import annotations

import json
import sys

import click

from config.ready import ready

as_json = click.option("--json", "as_json", is_flag=True, help="输出 JSON")


def register(main: click.Group) -> None:
    """Add these commands to ``anjie``."""
    for command in (verify_trail, rotate_keys, doctor, open_addresses):
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


@click.command(
    "rotate-keys", help="启用一把新的加密密钥，并在不停机的情况下重新加密全部字段；中断后再次运行即可继续"
)
@as_json
def rotate_keys(as_json: bool) -> None:
    """Put a new sealing key in use and bring every sealed value under it."""
    ready()
    from anjie.foundation.refusals import Refusal
    from config.rotation import rotate

    try:
        done = rotate(lambda said: click.echo(said, err=True))
    except Refusal as refusal:
        click.echo(
            json.dumps({"refusal": refusal.as_dict()}, ensure_ascii=False) if as_json else refusal.message
        )
        sys.exit(2)
    said = f"已轮换到第 {done['key']} 号密钥，重新加密 {done['resealed']} 条，剩余 {done['left']} 条。"
    click.echo(json.dumps(done, ensure_ascii=False) if as_json else said)
    sys.exit(1 if done["left"] else 0)


@click.command(
    help="检查数据库、结构、密钥、后台任务、存储、日历，以及合计与明细是否一致；有问题时退出码为 1"
)
@as_json
def doctor(as_json: bool) -> None:
    """Say what is well and what is not."""
    ready()
    from config.doctor import examine, reconcile

    findings = [*examine(), *reconcile()]
    well = all(finding.ok for finding in findings)
    if as_json:
        checks = [finding.as_dict() for finding in findings]
        click.echo(json.dumps({"ok": well, "checks": checks}, ensure_ascii=False))
    else:
        for finding in findings:
            click.echo(f"{finding.word}  {finding.label}：{finding.message}")
    sys.exit(0 if well else 1)


@click.command("open-addresses", help="取消全部登录地址限制：管理员自己也登录不了时，在服务器上运行")
def open_addresses() -> None:
    """Take every address list away, on the trail."""
    ready()
    from anjie.access import addresses

    click.echo(f"已取消 {addresses.open_all()} 份登录地址名单，所有地址均可登录。")
