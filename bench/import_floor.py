"""The floor an import is measured against: calamine, a plain conversion and COPY of the same workbook.

What no import can do without, in the same run and database: read every cell, turn each column into its
type once, load the rows as text through COPY. No checks, no sealing, no events, no indexes.
"""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import rustpy_xlsxwriter
from django.db import connection
from python_calamine import load_workbook

from anjie.foundation.identifiers import id_check_digit
from demo.workbooks.layouts import card_no, mobile

HEADERS = [
    "批次号",
    "个案序列号",
    "合同号",
    "卡号",
    "卡种",
    "姓名",
    "证件类型",
    "证件号码",
    "性别",
    "出生日期",
    "手机",
    "家庭电话",
    "单位电话",
    "单位名称",
    "职务",
    "单位地址",
    "家庭地址",
    "户籍地址",
    "邮编",
    "委案金额",
    "本金",
    "利息",
    "违约金",
    "费用",
    "信用额度",
    "开卡日期",
    "账单日",
    "逾期日期",
    "逾期天数",
    "账龄",
    "最低还款额",
    "最后还款日期",
    "最后还款金额",
    "委案日期",
    "退案日期",
    "佣金比例",
    "地区",
    "联系人1姓名",
    "联系人1关系",
    "联系人1电话",
]
MONEY = frozenset(["委案金额", "本金", "利息", "违约金", "费用", "信用额度", "最低还款额", "最后还款金额"])
DAYS = frozenset(["出生日期", "开卡日期", "逾期日期", "最后还款日期", "委案日期", "退案日期"])
WHOLE = frozenset(["账单日", "逾期天数"])
assert len(HEADERS) == 40


def accounts(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Made-up accounts as rows of the workbook; the same ones for the same seed."""
    dice = random.Random(seed)
    names = "赵钱孙李周吴郑王冯陈褚卫"
    placed = datetime.date(2026, 9, 1)
    for n in range(count):
        principal, interest = dice.randint(10_000, 9_000_000), dice.randint(0, 900_000)
        born = datetime.date(1900, 1, 1) + datetime.timedelta(days=n % 3600)
        first = f"{dice.choice(('110101', '320102', '440305'))}{born:%Y%m%d}{n // 3600 % 1000:03d}"
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=dice.randint(0, 500))
        values = (
            f"B{seed:03d}", f"S{n:08d}", f"HT{n:010d}", card_no(n), dice.choice(("金卡", "白金卡", "普卡")),
            dice.choice(names) + chr(0x4E00 + dice.randint(0, 5000)) + chr(0x4E00 + dice.randint(0, 5000)), "身份证",
            first + id_check_digit(first), dice.choice("男女"), born, mobile(n), f"0512-6{n % 10**7:07d}", "",
            f"某某公司{n % 3000}", "职员", f"江苏省苏州市姑苏区人民路{n}号", f"江苏省南京市玄武区中山路{n}号", "江苏省", "215000",
            (principal + interest) / 100, principal / 100, interest / 100, 0, 0, 50000, day, dice.randint(1, 28), day,
            dice.randint(1, 900), dice.choice(("M1", "M2", "M3+")), principal / 1000 // 0.01 / 100, day, interest / 100,
            placed, datetime.date(2026, 12, 1), 0.15, dice.choice(("苏州", "南京", "无锡")), f"联系{n % 500}",
            dice.choice(("父亲", "母亲", "朋友")), mobile(n * 7),
        )  # fmt: skip
        yield dict(zip(HEADERS, values, strict=True))


def write_workbook(path: Path, rows: int, seed: int = 7) -> None:
    """The workbook both the floor and the product read: ``rows`` × 40, clean."""
    rustpy_xlsxwriter.write_worksheet(accounts(rows, seed), str(path))


def floor_apart(path: Path) -> float:
    """As ``floor_seconds``, in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.import_floor", str(path)], check=True, stdout=subprocess.PIPE, text=True
    )
    return float(told.stdout)


def floor_seconds(path: Path) -> float:
    """Seconds for calamine + conversion + COPY into a temporary table; leaves nothing behind."""
    start = time.perf_counter()
    rows = load_workbook(str(path)).get_sheet_by_index(0).to_python()
    columns = [
        list(map(_convert(header), column))
        for header, column in zip(rows[0], zip(*rows[1:], strict=True), strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE floor ({', '.join(f'c{i} text' for i in range(len(columns)))})")
        with cursor.cursor.copy("COPY floor FROM STDIN") as copy:
            lines = map("\t".join, zip(*columns, strict=True))
            for block in _blocks(lines, 2000):
                copy.write(block)
        took = time.perf_counter() - start
        cursor.execute("DROP TABLE floor")
    return took


def _convert(header: Any) -> Callable[[Any], str]:
    if header in MONEY:
        return lambda cell: str(Decimal(repr(cell)).quantize(Decimal("0.01")))
    if header in DAYS:
        return lambda cell: cell.isoformat()[:10]
    if header in WHOLE:
        return lambda cell: str(int(cell))
    return str


def _blocks(lines: Iterator[str], size: int) -> Iterator[str]:
    block: list[str] = []
    for line in lines:
        block.append(line)
        if len(block) >= size:
            yield "\n".join(block) + "\n"
            block = []
    if block:
        yield "\n".join(block) + "\n"


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    print(floor_seconds(Path(sys.argv[1])))
