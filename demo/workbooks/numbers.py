"""Samples whose amounts and dates are written as clerks, banks and Excel leave them."""

from __future__ import annotations

import datetime
from pathlib import Path

from demo.workbooks.layouts import BANK_HEADERS, PLACED, bank_rows, good_total, mobile, total
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import delimited, save, table, xlsx


@sample("numbers-as-text.xlsx", "金额存为文本：千分位、货币符号、全角、前后空格、带“元”")
def numbers_as_text(path: Path) -> Expect:
    rows = bank_rows(8)
    amounts = [
        "1,234.50",
        "￥1,234.50",
        "１２３４．５０",
        " 1234.5 ",
        "1234.50元",
        "人民币1,234.50",
        "1，234.50",
        "1234.500",
    ]
    for row, written in zip(rows, amounts, strict=True):
        row.update(
            {
                "委案金额": written,
                "本金": "1000",
                "利息": "0",
                "违约金": "0",
                "费用": "0",
                "信用额度": "50,000",
            }
        )
        row["逾期天数"] = "93天"
        row["账单日"] = "5日"
    xlsx(path, table(rows))
    return Expect(rows=8, good=8, amount_total="9876.00")


@sample("text-as-numbers.xlsx", "编号和电话存成了数字，但都在 15 位以内，没有损坏")
def text_as_numbers(path: Path) -> Expect:
    rows = bank_rows(3)
    for i, row in enumerate(rows):
        row.update(
            {
                "批次号": 202609,
                "个案序列号": 10000000 + i,
                "手机号码": int(mobile(i)),
                "联系人1电话": float(mobile(i + 9)),
            }
        )
    xlsx(path, table(rows))
    return Expect(rows=3, good=3, amount_total=total(rows))


@sample(
    "long-numbers-damaged.xlsx",
    "18 位身份证号、16 和 19 位卡号被 Excel 存成数值，以及 6.22202E+18 这样的文本",
)
def long_numbers_damaged(path: Path) -> Expect:
    rows = bank_rows(7)
    rows[0]["证件号码"] = 110101190001010000
    rows[1]["卡号"] = 9999000000000000123.0
    rows[2]["卡号"] = "6.22202E+18"
    rows[3]["证件号码"] = "1.10101E+17"
    rows[4]["卡号"] = 9999000000000010
    rows[5]["证件号码"] = rows[5]["证件号码"][:15] + "000"
    xlsx(path, table(rows))
    return Expect(
        rows=7, good=1, amount_total=good_total(rows, 2, 3, 4, 5, 6, 7),
        faults=[(2, "证件号码", "number.damaged"), (3, "卡号", "number.damaged"), (4, "卡号", "number.damaged"),
                (5, "证件号码", "number.damaged"), (6, "卡号", "number.damaged"), (7, "证件号码", "id_no.check_digit")],
    )  # fmt: skip


@sample("long-numbers-damaged.csv", "CSV 里被 Excel 改成科学计数法的手机号、卡号和合同号")
def long_numbers_csv(path: Path) -> Expect:
    rows = bank_rows(4)
    rows[0]["手机号码"] = "1.349E+10"
    rows[1]["卡号"] = "9.99900E+15"
    rows[2]["个案序列号"] = "2.02609E+11"
    delimited(path, table(rows))
    return Expect(
        rows=4, good=1, amount_total=good_total(rows, 2, 3, 4),
        faults=[(2, "手机号码", "number.damaged"), (3, "卡号", "number.damaged"), (4, "个案序列号", "number.damaged")],
    )  # fmt: skip


@sample(
    "dates-spelled.xlsx", "日期的十几种写法：横线、斜线、点、紧凑、年月日、带时间、序列号、中文数字、英文月份"
)
def dates_spelled(path: Path) -> Expect:
    spellings = [
        "2026-09-01", "2026/9/1", "2026.09.01", "20260901", 20260901, "2026年9月1日", "2026-09-01 00:00:00",
        "2026/9/1 8:30", 46266, "46266", "二〇二六年九月一日", "1-Sep-2026", "Sep 1, 2026", "９/30/2026",
        "2026-09-01T00:00:00", datetime.datetime.combine(PLACED, datetime.time(9, 30)),
        "2026年09月01日 星期二", "20260901093000", "2026 年 9 月 1 日",
        "'2026-09-01",
    ]  # fmt: skip
    rows = bank_rows(len(spellings))
    for row, written in zip(rows, spellings, strict=True):
        row["委案日期"] = written
    xlsx(path, table(rows))
    return Expect(rows=20, good=20, amount_total=total(rows))


@sample("dates-wrong.xlsx", "不存在、分不清、缺日、两位年份、只有时间、被写成文字的日期；0000-00-00 当作空")
def dates_wrong(path: Path) -> Expect:
    rows = bank_rows(10)
    written = [
        "2026-02-30", "9/1/2026", "2026年9月", "26/9/1", datetime.time(8, 30), "九月初", "9999-12-31", "2026-13-01",
        "0000-00-00",
    ]  # fmt: skip
    for row, value in zip(rows, written, strict=False):
        row["委案日期"] = value
    rows[9]["退案日期"] = "1900-01-00"
    xlsx(path, table(rows))
    codes = ["date.impossible", "date.ambiguous", "date.no_day", "date.ambiguous", "date.unreadable", "date.unreadable",
             "date.out_of_range", "date.impossible", "required.missing"]  # fmt: skip
    return Expect(
        rows=10, good=1, amount_total=good_total(rows, *range(2, 11)),
        faults=[(n, "委案日期", code) for n, code in enumerate(codes, 2)],
    )  # fmt: skip


@sample("wan-header.xlsx", "表头写明单位是万元")
def wan_header(path: Path) -> Expect:
    rows = bank_rows(4)
    for row, value in zip(rows, [1.2, 0.35, "2.5", 1.234567], strict=True):
        row["委案金额"] = value
    names = {"委案金额": "委案金额（万元）"}
    keep = [h for h in BANK_HEADERS if h not in ("本金", "利息", "违约金", "费用")]
    xlsx(path, table([{names.get(h, h): row[h] for h in keep} for row in rows]))
    return Expect(
        rows=4, good=4, amount_total="52845.67", mapping={"placed_amount": "委案金额（万元）"}
    )  # fmt: skip


@sample("wan-cells.xlsx", "金额格里写着“1.2万”“3千”“5万元”")
def wan_cells(path: Path) -> Expect:
    rows = bank_rows(3)
    for row, value in zip(rows, ["1.2万", "3千", "5 万元"], strict=True):
        row["委案金额"] = value
    keep = [h for h in BANK_HEADERS if h not in ("本金", "利息", "违约金", "费用")]
    xlsx(path, table([{h: row[h] for h in keep} for row in rows]))
    return Expect(rows=3, good=3, amount_total="65000.00")


@sample("amounts-wrong.xlsx", "金额为负、为零、三位小数、文字、日期、过大；分项超过总额只是提醒")
def amounts_wrong(path: Path) -> Expect:
    rows = bank_rows(9)
    values = [-100, 0, 123.456, "约五千", datetime.date(2026, 9, 1), 1e14, "(1,234.00)", "1,23"]
    for row, value in zip(rows, values, strict=False):
        row.update({"委案金额": value, "本金": 0, "利息": 0, "违约金": 0, "费用": 0})
    rows[8]["本金"] = rows[8]["委案金额"] + 1
    xlsx(path, table(rows))
    codes = ["money.negative", "amount.not_positive", "money.decimals", "money.unreadable", "money.unreadable",
             "money.too_large", "money.negative", "money.unreadable"]  # fmt: skip
    return Expect(
        rows=9, good=1, amount_total=total(rows[8:]),
        faults=[(n, "委案金额", code) for n, code in enumerate(codes, 2)],
        warnings=[(10, "委案金额", "amount.parts_exceed")],
    )  # fmt: skip


@sample("float-noise.xlsx", "公式算出来的 0.1+0.2 之类的尾数不是错误")
def float_noise(path: Path) -> Expect:
    rows = bank_rows(3)
    for row, value in zip(rows, [0.1 + 0.2, 1234.1 * 3, 99999.99 + 0.01], strict=True):
        row.update({"委案金额": value, "本金": "", "利息": "", "违约金": "", "费用": ""})
    xlsx(path, table(rows))
    return Expect(rows=3, good=3, amount_total="103702.60")


@sample("rates.xlsx", "费率写成 0.15、15%、15、１５％、百分比格式都对；1、150、负数、文字不行")
def rates(path: Path) -> Expect:
    values = [0.15, "15%", 15, "１５％", "0.15", "15", "12.5%", 1, "1", 150, -0.1, "面议", "1%"]
    rows = bank_rows(len(values))
    for row, value in zip(rows, values, strict=True):
        row["佣金比例"] = value
    sheet = xlsx(path, table(rows))
    sheet.cell(2, BANK_HEADERS.index("佣金比例") + 1).number_format = "0%"
    save(sheet, path)
    codes = [
        "percent.ambiguous",
        "percent.ambiguous",
        "percent.out_of_range",
        "percent.out_of_range",
        "percent.unreadable",
    ]
    return Expect(
        rows=13, good=8, amount_total=good_total(rows, 9, 10, 11, 12, 13),
        faults=[(n, "佣金比例", code) for n, code in enumerate(codes, 9)],
    )  # fmt: skip
