"""Commands that need no database: judge contacts, count working days, divide a list of cases."""

from __future__ import annotations

import errno
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from anjie.foundation.refusals import Invalid, Refusal

REFUSED = 2


@click.group()
def contact() -> None:
    """联系规则。"""


@contact.command("judge")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def judge(file: Path) -> None:
    """逐行判断 FILE（每行一个 JSON）中的联系是否允许，规则取该日生效的版本；“-”为标准输入。

    有无法判断的行时，该行输出 refusal，其余照常判断，退出码为 2。
    """
    from anjie.services.contact.questions import judge_line

    refused = False
    with _refusals_as_json(), _lines(file) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            try:
                _say(judge_line(line).as_dict())
            except Refusal as refusal:
                refused = True
                refusal.facts["line"] = number
                _say({"refusal": refusal.as_dict()})
    if refused:
        sys.exit(REFUSED)


@click.group()
def calendar() -> None:
    """工作日历。"""


# A negative number of days must not be taken for an option.
@calendar.command("add", context_settings={"ignore_unknown_options": True})
@click.argument("start", metavar="DATE")
@click.argument("days", metavar="DAYS")
def add(start: str, days: str) -> None:
    """DATE 之后第 DAYS 个工作日（当天不算；0 为当天，负数往前数）。"""
    from anjie.foundation.calendar import add_working_days

    with _refusals_as_json():
        begins = _date(start)
        end = add_working_days(begins, _days(days))
        _warn_where_unknown(begins, end)
        click.echo(end.isoformat())


@calendar.command("between")
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
def between(start: str, end: str) -> None:
    """A 之后到 B（含）的工作日天数；B 在 A 之前时为负。"""
    from anjie.foundation.calendar import working_days_between

    with _refusals_as_json():
        first, last = _date(start), _date(end)
        count = working_days_between(first, last)
        _warn_where_unknown(first, last)
        click.echo(str(count))


@click.group()
def allocation() -> None:
    """分案。"""


@allocation.command("split")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--people", type=int, required=True, help="参加分案的人数。")
@click.option(
    "--mode",
    type=click.Choice(["number", "amount", "both", "cumulative"]),
    required=True,
    help="户均、金额均、综合、累计均分。",
)
@click.option(
    "--held", type=click.Path(path_type=Path), help="已在手的 collector,count,amount；累计均分时计入。"
)
@click.option("--out", type=click.Path(path_type=Path), help="写出 case_no,collector。")
def split(file: Path, people: int, mode: str, held: Path | None, out: Path | None) -> None:
    """把 FILE（case_no,person,amount）分给若干人，同一当事人的案件不拆开。"""
    from anjie.foundation import money
    from anjie.services.allocation import lists, rules

    with _refusals_as_json():
        cases = lists.read_cases(_read(file))
        holding = lists.read_held(_read(held)) if held else lists.HeldList([], [], [])
        rules.check_people(people)
        names = lists.collector_names(holding, people)
        began = time.perf_counter()
        result = rules.split(
            cases.persons,
            cases.cents,
            people,
            rules.Mode(mode),
            held_counts=holding.counts,
            held_amounts=holding.cents,
        )
        seconds = time.perf_counter() - began
        if out:
            collectors = [names[index] for index in result.collector_of.tolist()]
            _write(out, lists.assignment_csv(cases.case_nos, collectors))
        _say(
            {
                "people": [
                    {"collector": name, "count": count, "amount": money.plain(money.from_cents(cents))}
                    for name, count, cents in zip(
                        names, result.counts.tolist(), result.amounts.tolist(), strict=True
                    )
                ],
                "spread_count": result.spread_count,
                "spread_amount": money.plain(money.from_cents(result.spread_amount)),
                "seconds": round(seconds, 3),
            }
        )


def register(cli: click.Group) -> None:
    """Put the three groups under the product's command."""
    for group in (contact, calendar, allocation):
        cli.add_command(group)


@contextmanager
def _refusals_as_json() -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        _say({"refusal": refusal.as_dict()})
        sys.exit(REFUSED)


@contextmanager
def _lines(file: Path) -> Iterator[Iterator[bytes]]:
    if str(file) == "-":
        yield iter(sys.stdin.buffer)
        return
    try:
        opened = file.open("rb")
    except OSError as fault:
        raise _unreadable(file, fault) from None
    with opened:
        yield iter(opened)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise _unreadable(file, fault) from None


def _write(file: Path, text: str) -> None:
    """All of it or nothing: a list cut short by a full disk would look like a finished one."""
    part = file.with_name(f".{file.name}.part")
    try:
        try:
            part.write_text(text, encoding="utf-8", newline="")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise Invalid(
            "file.not_written", f"不能写出文件 {file.name}：{_why(fault)}。请改正后重试。", file=file.name
        ) from None


def _unreadable(file: Path, fault: OSError) -> Invalid:
    return Invalid(
        "file.unreadable",
        f"不能读取文件 {file.name}：{_why(fault)}。请核对路径后重试。",
        file=file.name,
    )


def _why(fault: OSError) -> str:
    reasons = {
        errno.ENOENT: "文件或文件夹不存在",
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EISDIR: "这是文件夹",
        errno.ENOTDIR: "路径中有一段不是文件夹",
        errno.ENOSPC: "磁盘已满",
        errno.EROFS: "磁盘为只读",
        errno.ENAMETOOLONG: "文件名过长",
    }
    return reasons.get(fault.errno or 0, f"系统错误 {fault.errno}")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Invalid(
            "calendar.bad_date", f"“{text[:40]}”不是日期。请写成 2026-09-30 的形式。", value=text[:40]
        ) from None


def _days(text: str) -> int:
    try:
        return int(text.strip())
    except ValueError:  # also for thousands of digits, which Python refuses to read
        raise Invalid(
            "calendar.bad_days", f"“{text[:40]}”不是天数。请写整数，例如 3。", value=text[:40]
        ) from None


def _warn_where_unknown(first: date, last: date) -> None:
    from anjie.foundation.calendar import is_known

    years = [year for year in sorted({first.year, last.year}) if not is_known(date(year, 6, 1))]
    if years:
        named = "、".join(map(str, years))
        click.echo(f"注意：{named} 年的放假安排尚未公布或未收录，按周末休息推算。", err=True)


def _say(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    # Half a surrogate pair from the input cannot be printed, and must not end the run.
    click.echo(text.encode("utf-8", "replace").decode("utf-8"))
