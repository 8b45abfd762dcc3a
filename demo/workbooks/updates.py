"""Sheets that come after ``bank-clean.xlsx`` and fit its accounts: ``python -m demo.workbooks.updates [FOLDER]``.

Import the placement first, then these in any order; all their rows find their cases.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from demo.workbooks.layouts import bank_rows, mobile
from demo.workbooks.writing import steady, xlsx

Grid = list[list[Any]]
_SEPTEMBER_18 = datetime.date(2026, 9, 18)


def update() -> Grid:
    """案件更新: what is owed now, another mobile, a later recall day, a remark."""
    head = ["个案序列号", "最新欠款", "手机号码", "退案日期", "单位名称", "账龄", "备注"]
    later = datetime.date(2026, 12, 31)
    return [
        head,
        *(
            [
                r["个案序列号"],
                1000 + i,
                mobile(900_000 + i),
                later,
                "苏州甲乙科技有限公司",
                "M6",
                "委托方延期",
            ]
            for i, r in enumerate(bank_rows(4))
        ),
    ]


def remarks() -> Grid:
    """评语, by card number and placement date."""
    return [["卡号", "委案日期", "评语"], *([r["卡号"], r["委案日期"], "客户要求发函"] for r in bank_rows(3))]


def interest() -> Grid:
    """利息费用: the parts and the balance on a day."""
    head = ["个案序列号", "客户姓名", "最新欠款", "利息", "违约金", "截至日期"]
    return [head, *([r["个案序列号"], r["客户姓名"], 5000.25, 120, 30, _SEPTEMBER_18] for r in bank_rows(3))]


def phones() -> Grid:
    """电话: a number the case has already, two in one cell, one of the spouse."""
    head = ["个案序列号", "电话", "联系人", "关系", "来源"]
    first, second, third = bank_rows(3)
    return [
        head,
        [first["个案序列号"], first["手机号码"], first["客户姓名"], "本人", ""],
        [second["个案序列号"], f"{mobile(910_001)} {mobile(910_002)}", "", "", "失联修复"],
        [third["个案序列号"], mobile(910_003), "某某某", "配偶", "委托方来函"],
    ]


def addresses() -> Grid:
    """地址, by ID number and placement date."""
    return [
        ["证件号码", "委案日期", "详细地址", "地址类型"],
        *([r["证件号码"], r["委案日期"], f"江苏省苏州市虎丘区枫桥路{i + 1}号", "现住址"] for i, r in enumerate(bank_rows(3))),
    ]  # fmt: skip


def bureau() -> Grid:
    """征信."""
    return [
        ["个案序列号", "征信信息", "查询日期"],
        *([r["个案序列号"], "他行逾期 2 笔", _SEPTEMBER_18] for r in bank_rows(2)),
    ]


def records() -> Grid:
    """催记 of an agency before us: two calls and a visit, one with a promise."""
    head = [
        "个案序列号", "催收时间", "催收方式", "电话", "联系人", "关系", "催收结果", "催记内容", "承诺金额", "承诺日期",
        "下次跟进日期", "催收员",
    ]  # fmt: skip
    first, second, _ = bank_rows(3)
    return [
        head,
        [first["个案序列号"], "2026-09-10 14:30", "电话", first["手机号码"], first["客户姓名"], "本人", "承诺还款", "称月底还款",
         500, "2026-12-30", "2026-12-20", "李晨"],
        [first["个案序列号"], "2026-09-05 09:12", "电话", first["手机号码"], "", "", "无人接听", "无人接听", "", "", "", "李晨"],
        [second["个案序列号"], "2026-09-12", "外访", "", "", "", "愿意转告", "家人在，愿意转告", "", "", "", "某某外访"],
    ]  # fmt: skip


def repayments() -> Grid:
    """还款: with the bank's references, and a total below."""
    head = ["个案序列号", "客户姓名", "入账金额", "入账日期", "交易流水号"]
    body = [
        [r["个案序列号"], r["客户姓名"], 500.5, _SEPTEMBER_18, f"UP{i:010d}"]
        for i, r in enumerate(bank_rows(5))
    ]
    return [head, *body, ["合计", "", 2502.5, "", ""]]


def claimed() -> Grid:
    """自称已还: what the debtors say they paid."""
    head = ["个案序列号", "还款金额", "还款日期", "还款方式", "还款人"]
    return [head, *([r["个案序列号"], 300, _SEPTEMBER_18, "手机银行", r["客户姓名"]] for r in bank_rows(3))]


def claimed_answers() -> Grid:
    """自称已还 with the bank's answers to them."""
    head = ["个案序列号", "还款金额", "还款日期", "核实结果", "核实说明"]
    answers = [("已到账", ""), ("未到账", "银行查无此笔"), ("已到账", "次日入账")]
    return [
        head,
        *(
            [r["个案序列号"], 300, _SEPTEMBER_18, *answer]
            for r, answer in zip(bank_rows(3), answers, strict=True)
        ),
    ]


BOOKS: dict[str, Callable[[], Grid]] = {
    "update.xlsx": update,
    "remarks.xlsx": remarks,
    "interest.xlsx": interest,
    "phones.xlsx": phones,
    "addresses.xlsx": addresses,
    "bureau.xlsx": bureau,
    "records.xlsx": records,
    "repayments.xlsx": repayments,
    "claimed.xlsx": claimed,
    "claimed-answers.xlsx": claimed_answers,
}


def build(folder: Path) -> None:
    """Writes them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, grid in BOOKS.items():
        xlsx(folder / name, grid())
        steady(folder / name)


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "demo/samples/updates"))
