"""``anjie sheets``: preview, import and undo from the command line, by the same actions as the console."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
OPTIONS = (
    click.option("--kind", default="placement", show_default=True, help="表的种类"),
    click.option("--client", "client_code", default="", help="委托方编号，如 DEMO-BANK"),
    click.option("--mapping", "mapping_name", default="", help="已保存的映射名称"),
    click.option("--json", "as_json", is_flag=True, help="输出 JSON"),
)


def register(main: click.Group) -> None:
    """Add the group to ``anjie``."""
    main.add_command(sheets)


def options(deed: Callable[..., Any]) -> Callable[..., Any]:
    """The options preview and import share."""
    for option in reversed(OPTIONS):
        deed = option(deed)
    return deed


@click.group(help="工作簿：预览、导入、撤销")
def sheets() -> None:
    pass


@sheets.command(help="读取并检查一份工作簿，不写入任何内容")
@FILE
@options
def preview(file: Path, kind: str, client_code: str, mapping_name: str, as_json: bool) -> None:
    """Print what an import of the file would find; exits 2 when it cannot be read at all."""
    _ready()
    from anjie.services.sheets.importing import desktop

    found = _told(lambda: desktop.preview(_actor(), file, kind, client_code, mapping_name))
    _say(found.as_json(), as_json, f"读取 {found.rows} 行：正确 {found.good}，有误 {found.wrong}")


@sheets.command(name="import", help="导入一份工作簿")
@FILE
@options
@click.option("--good-only", is_flag=True, help="有误的行不导入，其余导入")
def import_(
    file: Path, kind: str, client_code: str, mapping_name: str, as_json: bool, good_only: bool
) -> None:
    """Read, check and commit the file; exits 2 when it is refused."""
    _ready()
    from anjie.services.sheets.importing import desktop

    record = _told(
        lambda: desktop.import_file(_actor(), file, kind, client_code, mapping_name, good_only=good_only)
    )
    body = {
        "import_id": record.pk,
        "committed": record.done_rows,
        "refused": record.rows - record.done_rows,
        "batch_nos": record.batch_nos,
    }
    _say(body, as_json, f"导入 {record.pk}：写入 {record.done_rows} 行，批次 {'、'.join(record.batch_nos)}")


@sheets.command(help="撤销一次导入")
@click.argument("import_id", type=int)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def undo(import_id: int, as_json: bool) -> None:
    """Take back what an import wrote; lists the cases that could not be, and why."""
    _ready()
    from anjie.services.sheets.importing import desktop

    body = _told(lambda: desktop.undo(_actor(), import_id))
    _say(body, as_json, f"已撤销 {body['undone']} 件，未能撤销 {len(body['kept'])} 件")


def _ready() -> None:
    from config.ready import ready

    ready()


def _actor() -> Any:
    from anjie.access.actors import Actor

    return Actor.job("command.sheets")


def _told(deed: Callable[[], Any]) -> Any:
    from anjie.foundation.refusals import Refusal

    try:
        return deed()
    except Refusal as refusal:
        click.echo(json.dumps({"refusal": refusal.as_dict()}, ensure_ascii=False, default=str))
        sys.exit(2)


def _say(body: dict[str, Any], as_json: bool, words: str) -> None:
    click.echo(json.dumps(body, ensure_ascii=False, default=str) if as_json else words)
