"""The commands that stand an installation up: run, serve, worker, migrate."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import click

from config import supervise
from config.ready import provide, ready

MIGRATING = 0x616E6A6965
"""The advisory lock of those who migrate: "anjie" in ASCII."""

HALF_A_WORLD = (
    "演示数据上次没有装完：案件、调解和图表会不全。想要完整的演示，请停止后删除数据目录（默认 var/，或 ANJIE_HOME）再启动。\n"
    "The demo world was not loaded to its end. For all of it stop, delete the data directory (var/, or ANJIE_HOME), start again."
)

port_option = click.option("--port", type=click.IntRange(1, 65535), envvar="PORT", default=8000, help="端口")
host_option = click.option("--host", envvar="HOST_ADDRESS", default="127.0.0.1", help="监听地址")


def register(main: click.Group) -> None:
    """Add these commands to ``anjie``."""
    for command in (run, serve, worker, migrate, create_admin, prepare, setup_key):
        main.add_command(command)


@click.command(help="启动数据库、迁移、（空库时）装入演示数据、提供服务并运行后台任务")
@host_option
@port_option
def run(host: str, port: int) -> None:
    """Stand everything up on this machine and keep it up."""
    _check_port(host, port)
    provide()
    prepared = subprocess.run(
        _anjie("prepare"), stdout=subprocess.PIPE, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if prepared.returncode != 0:
        sys.exit(prepared.returncode)
    found = json.loads(prepared.stdout.splitlines()[-1])
    if found["sign_ins"]:
        os.environ["ANJIE_DEMO"] = "1"

    def tell() -> None:
        click.echo(f"\n案结已就绪 Anjie is ready:  http://{host}:{port}\n")
        if found["sign_ins"]:
            click.echo("演示账号 Demo sign-ins:")
        for row in found["sign_ins"]:
            click.echo(
                f"  {row['username']:<14} {row['password']:<18} {row['name']}  {row['role']}（{row['unit']}）"
            )
        click.echo("按 Ctrl-C 停止。 Press Ctrl-C to stop.\n")

    _keep([supervise.web(host, port, os.environ), supervise.worker(os.environ)], host, port, tell)


@click.command(help="只提供网页与接口服务（生产环境）")
@host_option
@port_option
def serve(host: str, port: int) -> None:
    """Serve the console and the API."""
    _check_port(host, port)
    provide()
    _keep(
        [supervise.web(host, port, os.environ)],
        host,
        port,
        lambda: _tell_served(f"http://{host}:{port}"),
    )


def _tell_served(address: str) -> None:
    """Say where we serve and, while nobody has an account, how the first administrator is made."""
    click.echo(f"案结服务已就绪 Anjie is ready:  {address}")
    # In a process of its own: this one keeps the others running and stays small.
    subprocess.run([*_anjie("setup-key"), address], stdin=subprocess.DEVNULL, check=False)


@click.command(help="运行后台任务")
@click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    envvar="ANJIE_WORKER_JOBS",
    default=4,
    help="同时运行的任务数",
)
def worker(concurrency: int) -> None:
    """Run jobs until told to stop; a job that is running may end first."""
    ready()
    prove_own_keys()
    from django.core.management import call_command

    call_command("procrastinate", "worker", concurrency=concurrency, shutdown_graceful_timeout=8)


@click.command(help="把数据库结构更新到本版本")
def migrate() -> None:
    """Bring the database to this version."""
    ready()
    bring_up_to_date(verbosity=1)


@click.command(
    "create-admin", help="在还没有账号的数据库里建立公司、随附角色与首位系统管理员，并打印须修改的初始密码"
)
@click.option("--company", prompt="公司名称", help="公司名称")
@click.option("--username", prompt="用户名", help="登录用的用户名")
@click.option("--name", prompt="姓名", help="管理员姓名")
@click.option("--staff-no", prompt="工号", help="管理员工号")
def create_admin(company: str, username: str, name: str, staff_no: str) -> None:
    """Make the first administrator; exit code 2 and nothing made when somebody has an account already."""
    ready()
    prove_own_keys()
    from pydantic import ValidationError

    from anjie.access import first
    from anjie.access.actors import Actor
    from anjie.access.schemas import FirstAdminIn
    from anjie.foundation.refusals import Refusal

    try:
        given = FirstAdminIn(
            company=company.strip(), username=username.strip(), name=name.strip(), staff_no=staff_no.strip()
        )
        account, password = first.make(Actor.job("create-admin"), **given.model_dump())
    except ValidationError as wrong:
        names = "、".join(f"--{e['loc'][-1]}".replace("_", "-") for e in wrong.errors())
        click.echo(
            f"这些内容不合要求：{names}。用户名为 2–40 位字母、数字或 . _ -，其余不能为空或过长。", err=True
        )
        sys.exit(2)
    except Refusal as refusal:
        click.echo(refusal.message, err=True)
        sys.exit(2)
    click.echo(f"已建立系统管理员 {account.username}。初始密码（首次登录须修改）：{password}")


@click.command("setup-key", hidden=True)
@click.argument("address")
def setup_key(address: str) -> None:
    """Print the key that makes the first administrator in the browser; nothing once there is an account."""
    ready()
    prove_own_keys()
    from anjie.access import first

    if first.is_open():
        click.echo(
            f"还没有账号。请打开 {address}/first 建立首位系统管理员，安装密钥：{first.setup_key()}\n"
            "也可在服务器上运行 anjie create-admin。建立后该页面即关闭。"
        )


@click.command(hidden=True)
def prepare() -> None:
    """Migrate, load the demo world into an empty database, and print what `anjie run` has to know."""
    ready()
    bring_up_to_date()
    prove_own_keys()
    from anjie.access import demo

    if _is_empty():
        click.echo("数据库为空，正在装入演示数据…… The database is empty; loading the demo world…", err=True)
        loading = subprocess.run(_anjie("demo"), stdout=sys.stderr, stdin=subprocess.DEVNULL, check=False)
        if loading.returncode != 0:
            sys.exit(loading.returncode)
    elif demo.is_half_loaded():
        click.echo(HALF_A_WORLD, err=True)
    click.echo(json.dumps({"sign_ins": _demo_sign_ins()}, ensure_ascii=False))


def prove_own_keys(prove: Callable[[], None] | None = None) -> None:
    """End with exit code 2 when our keys are not those of the database: what we sealed nobody could open."""
    from django.db import ProgrammingError

    from anjie.access.sealed_columns import prove_keys
    from anjie.foundation.sealed import KeysMissing

    try:
        (prove or prove_keys)()
    except KeysMissing as refusal:
        click.echo(refusal.message, err=True)
        sys.exit(2)
    except ProgrammingError:
        click.echo("数据库结构尚未更新，请先运行 anjie migrate。 Run anjie migrate first.", err=True)
        sys.exit(2)


def _is_empty() -> bool:
    """Tell whether nobody can sign in yet: then there is nothing of anybody's to disturb."""
    from anjie.access.models import Account

    return not Account.objects.exists()


def _demo_sign_ins() -> list[dict[str, str]]:
    """Return the demo world's sign-ins; an installation with people of its own has none to show."""
    from django.test.utils import override_settings

    from anjie.access import demo
    from anjie.access.models import Organisation

    if not Organisation.objects.filter(code="DEMO-BANK").exists():
        return []
    with override_settings(DEMO=True):
        return demo.sign_ins()


def bring_up_to_date(verbosity: int = 0) -> None:
    """Migrate while nobody else does, and give shipped roles what is new: two starters must not both make a table."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from anjie.access.sealed_columns import prove_met_keys
    from anjie.access.shipped import gain_new_deeds

    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [MIGRATING])
        try:
            # A migration may seal what stood in plain: under other keys than the database's it would be lost.
            prove_own_keys(prove_met_keys)
            executor = MigrationExecutor(connection)
            if verbosity or executor.migration_plan(executor.loader.graph.leaf_nodes()):
                call_command("migrate", interactive=False, verbosity=verbosity)
            gain_new_deeds()
        finally:
            cursor.execute("select pg_advisory_unlock(%s)", [MIGRATING])


def _anjie(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "config.command", *arguments]


def _check_port(host: str, port: int) -> None:
    try:
        supervise.check_port(host, port)
    except supervise.PortTaken as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def _keep(children: list[supervise.Child], host: str, port: int, tell: Callable[[], None]) -> None:
    sys.exit(supervise.keep(children, lambda: supervise.answers(host, port), tell))
