"""The commands that save an installation and bring it back: backup, restore."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from anjie.foundation.refusals import Refusal
from config.ready import provide, ready

as_json = click.option("--json", "as_json", is_flag=True, help="输出 JSON")


def register(main: click.Group) -> None:
    """Add these commands to ``anjie``."""
    main.add_command(backup)
    main.add_command(restore)


@click.command(help="备份数据库与文件，并恢复到临时数据库验证；密钥文件 secrets.json 默认不在其中，须另存")
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), help="写到这个文件；默认在备份目录按时间命名"
)
@click.option("--with-secrets", is_flag=True, help="把密钥文件一并写入（备份未加密，请妥善保管）")
@click.option("--no-verify", is_flag=True, help="不做恢复验证")
@as_json
def backup(to: Path | None, with_secrets: bool, no_verify: bool, as_json: bool) -> None:
    """Save everything and prove that it can be restored."""
    ready()
    from config.backup import making

    target = to.resolve() if to else None
    try:
        done = making.make(
            os.environ["DATABASE_URL"], to=target, with_secrets=with_secrets, verify=not no_verify,
            tell=lambda said: click.echo(said, err=True),
        )  # fmt: skip
    except Refusal as refusal:
        _refuse(refusal, as_json)
    place = target or making.folder() / done["name"]
    done["path"] = str(place)
    if as_json:
        click.echo(json.dumps(done, ensure_ascii=False))
        return
    click.echo(f"{place}（{done['size'] / 1024**2:.1f} MB，{done['files']} 个文件）\n{done['message']}")
    if not with_secrets:
        from config import home

        click.echo(f"请另行保存密钥文件 {home.secrets_file()}：没有它，密封字段再也打不开。")


@click.command(help="把备份恢复到空数据库与空文件目录，并逐表核对；--check 只检查备份本身")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="只核对校验值，不恢复")
@as_json
def restore(file: Path, check: bool, as_json: bool) -> None:
    """Bring a backup back."""
    from config.backup import archive

    try:
        said = archive.check(file)
        if check:
            _tell({"file": str(file), "made_at": said["made_at"], "tables": len(said["database"]),
                   "files": len(said["files"]), "message": f"备份完好，制作于 {said['made_at']}。"}, as_json)  # fmt: skip
            return
        _own_keys(file, said)
        provide()
        _tell(_restored(file, said), as_json)
    except Refusal as refusal:
        _refuse(refusal, as_json)


def _restored(file: Path, said: dict[str, Any]) -> dict[str, Any]:
    ready()
    from django.db import connection, connections
    from django.db.migrations.loader import MigrationLoader

    from anjie.access.verify import verify
    from config.backup import restoring
    from config.command_ground import bring_up_to_date

    known = {f"{app}.{name}" for app, name in MigrationLoader(connection).disk_migrations}
    newer = [name for name in said["migrations"] if name.split(".")[0] in {k.split(".")[0] for k in known}]
    if newer := [name for name in newer if name not in known]:
        raise Refusal(
            "backup.newer_version",
            f"备份来自更新的版本（本程序没有迁移 {newer[0]} 等 {len(newer)} 个）。请先升级程序，再恢复。",
            migrations=newer,
        )
    connections.close_all()
    restoring.load(file, said, os.environ["DATABASE_URL"])
    files = restoring.put_files_back(file, said)
    bring_up_to_date()
    found = verify()
    rows = sum(one["rows"] for one in said["database"].values())
    return {
        "tables": len(said["database"]), "rows": rows, "files": files, "missing_files": said["missing_files"],
        "trail_whole": found.whole,
        "message": f"已恢复 {len(said['database'])} 张表 {rows} 行、{files} 个文件，逐表与备份一致。{found.message}",
    }  # fmt: skip


def _own_keys(file: Path, said: dict[str, Any]) -> None:
    """Make sure that our keys are those of the backup, before a database is made with others."""
    from config import home
    from config.backup import archive
    from config.backup.making import fingerprints

    place = home.secrets_file()
    if not place.exists():
        if archive.SECRETS not in said["members"]:
            raise Refusal(
                "backup.no_keys",
                f"备份不含密钥，{place} 也不存在。请先把当时的 secrets.json 放到该处，再恢复。",
                place=str(place),
            )
        place.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as written:
            for part in archive.read(file, archive.SECRETS):
                written.write(part)
    ours = fingerprints(home.secrets())
    if missing := [name for name, print_ in said["keys"].items() if ours.get(name) != print_]:
        raise Refusal(
            "backup.other_keys",
            f"{place} 不是这份备份的密钥（{'、'.join(missing)} 不符），恢复后密封字段无法打开。"
            "请换成与备份同一时期的 secrets.json。",
            keys=missing,
        )


def _tell(done: dict[str, Any], as_json: bool) -> None:
    click.echo(json.dumps(done, ensure_ascii=False) if as_json else done["message"])


def _refuse(refusal: Refusal, as_json: bool) -> NoReturn:
    click.echo(
        json.dumps({"refusal": refusal.as_dict()}, ensure_ascii=False) if as_json else refusal.message,
        err=not as_json,
    )
    sys.exit(2)
