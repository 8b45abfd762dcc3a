"""Samples whose sheet is in order but whose cells are not: numbers, dates, names as clerks leave them."""

from __future__ import annotations

import datetime
from pathlib import Path

from demo.workbooks.layouts import BANK_HEADERS, bank_rows, good_total, mobile, total
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import delimited, save, table, xlsx


@sample("full-width.xlsx", "全角数字和字母、零宽字符、不间断空格、姓名中间补空格")
def full_width(path: Path) -> Expect:
    rows = bank_rows(4)
    wide = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
    rows[0]["证件号码"] = rows[0]["证件号码"].translate(wide)
    rows[1]["手机号码"] = f"\u200b{rows[1]['手机号码']}\u00a0"
    rows[2]["客户姓名"] = "张　三"
    rows[3].update({"卡号": " ".join(rows[3]["卡号"][i : i + 4] for i in range(0, 16, 4)), "委案金额": "５０００", "本金": 1,
                    "利息": 0, "违约金": 0, "费用": 0})  # fmt: skip
    xlsx(path, table(rows))
    return Expect(rows=4, good=4, amount_total=f"{float(total(rows[:3])) + 5000:.2f}")


@sample("nothing-words.xlsx", "NULL、无、-、N/A、— 都表示没有；必填处则是缺少")
def nothing_words(path: Path) -> Expect:
    rows = bank_rows(4)
    rows[0].update(
        {"单位名称": "NULL", "单位电话": "-", "联系人1姓名": "无", "联系人1电话": "N/A", "联系人1关系": "—"}
    )
    rows[1].update({"利息": "-", "违约金": "/", "费用": "NULL", "卡号": "无", "逾期天数": "--"})
    rows[2]["客户姓名"] = "无"
    rows[3]["个案序列号"] = "NULL"
    xlsx(path, table(rows))
    return Expect(
        rows=4, good=2, amount_total=good_total(rows, 4, 5),
        faults=[(4, "客户姓名", "required.missing"), (5, "个案序列号", "required.missing")],
    )  # fmt: skip


@sample("apostrophes.xlsx", "号码前带着撇号的文本")
def apostrophes(path: Path) -> Expect:
    rows = bank_rows(3)
    for row in rows:
        for header in ("证件号码", "卡号", "手机号码"):
            row[header] = f"'{row[header]}"
    xlsx(path, table(rows))
    return Expect(rows=3, good=3, amount_total=total(rows))


@sample("error-cells.xlsx", "#N/A、#REF! 等错误值：必填、非必填都要指出")
def error_cells(path: Path) -> Expect:
    rows = bank_rows(4)
    sheet = xlsx(path, table(rows))
    for ref, error in (("H2", "#N/A"), ("X3", "#REF!")):
        sheet[ref] = error
        sheet[ref].data_type = "e"
    sheet["H4"] = "#VALUE!"
    sheet["H4"].data_type = "s"
    save(sheet, path)
    return Expect(
        rows=4, good=1, amount_total=total(rows[3:]),
        faults=[(2, "委案金额", "cell.error"), (3, "联系人1姓名", "cell.error"), (4, "委案金额", "cell.error")],
    )  # fmt: skip


@sample("error-cells.xls", "Excel 97 里的错误值和隐藏行")
def error_cells_xls(path: Path) -> Expect:
    import xlwt

    rows = bank_rows(4)
    grid = table(rows)
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for r, line in enumerate(grid):
        for c, value in enumerate(line):
            if (r, c) == (2, 7):
                sheet.row(r).set_cell_error(c, 0x2A)
            elif isinstance(value, datetime.date):
                sheet.write(r, c, value, day)
            elif value != "":
                sheet.write(r, c, value)
    sheet.row(3).hidden = True
    book.save(str(path))
    return Expect(
        rows=4, good=3, amount_total=good_total(rows, 3), faults=[(3, "委案金额", "cell.error")],
        warnings=[(4, "", "row.hidden")],
    )  # fmt: skip


@sample("formulas.xlsx", "公式格取保存的计算结果")
def formulas(path: Path) -> Expect:
    import xlsxwriter

    rows = bank_rows(4)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("数据")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for r, line in enumerate(table(rows)):
        for c, value in enumerate(line):
            if r and BANK_HEADERS[c] == "委案金额":
                sheet.write_formula(r, c, f"=SUM(I{r + 1}:L{r + 1})", None, value)
            elif r and BANK_HEADERS[c] == "备注":
                sheet.write_formula(r, c, '=IF(N2>90,"长账龄"," ")', None, " ")
            elif isinstance(value, datetime.date):
                sheet.write_datetime(r, c, datetime.datetime.combine(value, datetime.time()), day)
            else:
                sheet.write(r, c, value)
    book.close()
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("formulas-uncomputed.xlsx", "程序生成的公式格，没有保存计算结果")
def formulas_uncomputed(path: Path) -> Expect:
    rows = bank_rows(3)
    sheet = xlsx(path, table(rows))
    sheet["H3"] = "=SUM(I3:L3)"
    save(sheet, path)
    return Expect(
        rows=3,
        good=2,
        amount_total=good_total(rows, 3),
        faults=[(3, "委案金额", "cell.formula_without_value")],
    )


@sample("duplicates.xlsx", "文件里同一序列号出现两次，完全重复的行和金额不同的行")
def duplicates(path: Path) -> Expect:
    rows = bank_rows(5)
    rows.insert(3, dict(rows[0]))
    rows.append({**rows[1], "委案金额": 99999, "卡号": ""})
    xlsx(path, table(rows))
    return Expect(
        rows=7, good=5, amount_total=good_total(rows, 5, 8),
        faults=[(5, "个案序列号", "duplicate.in_file"), (8, "个案序列号", "duplicate.in_file")],
    )  # fmt: skip


@sample("duplicates-contract.xlsx", "没有序列号，按合同号加委案日期判断重复", client="DEMO-CF")
def duplicates_contract(path: Path) -> Expect:
    from demo.workbooks.layouts import cf_rows

    rows = cf_rows(4)
    rows.append(dict(rows[2]))
    rows.append({**rows[1], "委派日期": datetime.date(2026, 9, 15)})
    xlsx(path, table(rows))
    return Expect(
        rows=6, good=5, amount_total=total([*rows[:4], rows[5]], "逾期总额"),
        faults=[(6, "借据编号", "duplicate.in_file")],
    )  # fmt: skip


@sample("terms-wrong.xlsx", "退案日期早于或等于委案日期")
def terms_wrong(path: Path) -> Expect:
    rows = bank_rows(4)
    rows[1]["退案日期"] = datetime.date(2026, 8, 1)
    rows[2]["退案日期"] = rows[2]["委案日期"]
    rows[3]["退案日期"] = ""
    xlsx(path, table(rows))
    return Expect(
        rows=4, good=2, amount_total=good_total(rows, 3, 4),
        faults=[(3, "退案日期", "recall.not_after_placed"), (4, "退案日期", "recall.not_after_placed")],
    )  # fmt: skip


@sample("ids.xlsx", "身份证：校验位错、17 位、15 位旧号、小写 x、护照、地区不存在、生日不存在")
def ids(path: Path) -> Expect:
    from anjie.foundation.identifiers import id_check_digit

    rows = bank_rows(9)
    right = rows[0]["证件号码"]
    for row in rows:
        row["证件类型"] = "身份证"
    rows[1]["证件号码"] = right[:17] + ("1" if right[17] != "1" else "2")
    rows[2]["证件号码"] = right[:17]
    rows[3]["证件号码"] = "110101000101123"
    ends_in_x = next(
        f"11010119000101{n:03d}X" for n in range(100, 999) if id_check_digit(f"11010119000101{n:03d}") == "X"
    )
    rows[4]["证件号码"] = ends_in_x.lower()
    rows[5].update({"证件类型": "护照", "证件号码": "E00000000"})
    rows[6]["证件号码"] = "E00000000"
    rows[7]["证件号码"] = "990101190001011" + "01"
    rows[7]["证件号码"] += id_check_digit(rows[7]["证件号码"])
    rows[8]["证件号码"] = "11010119000231101"
    rows[8]["证件号码"] += id_check_digit(rows[8]["证件号码"])
    xlsx(path, table(rows))
    return Expect(
        rows=9, good=4, amount_total=good_total(rows, 3, 4, 8, 9, 10),
        faults=[(3, "证件号码", "id_no.check_digit"), (4, "证件号码", "id_no.shape"), (8, "证件号码", "id_no.shape"),
                (9, "证件号码", "id_no.region"), (10, "证件号码", "id_no.birth_date")],
    )  # fmt: skip


@sample("phones.xlsx", "电话：86 前缀、横线、空格、多个号码、分机、座机；不可能的号码照录并提醒")
def phones(path: Path) -> Expect:
    written = [
        f"+86 {mobile(1)}", f"0086-{mobile(2)}", f"{mobile(3)[:3]}-{mobile(3)[3:7]}-{mobile(3)[7:]}", f"{mobile(4)}/{mobile(5)}",
        "0512-62345678转801", "(0512)62345678", f"{mobile(6)}、{mobile(7)}", "10012345678", "12345", "手机停机",
    ]  # fmt: skip
    rows = bank_rows(len(written))
    for row, value in zip(rows, written, strict=True):
        row["手机号码"] = value
    xlsx(path, table(rows))
    return Expect(
        rows=10, good=10, amount_total=total(rows),
        warnings=[(9, "手机号码", "phone.invalid"), (11, "手机号码", "phone.no_digits")],
    )  # fmt: skip


@sample("cards.xlsx", "卡号校验位不符、打了星号是提醒；位数不对、夹字母是错误")
def cards(path: Path) -> Expect:
    rows = bank_rows(5)
    right = rows[0]["卡号"]
    rows[1]["卡号"] = right[:15] + str((int(right[15]) + 1) % 10)
    rows[2]["卡号"] = f"{right[:6]}******{right[-4:]}"
    rows[3]["卡号"] = right[:9]
    rows[4]["卡号"] = f"{right[:8]}OOOO{right[12:]}"
    xlsx(path, table(rows))
    return Expect(
        rows=5, good=3, amount_total=good_total(rows, 5, 6),
        faults=[(5, "卡号", "card.unreadable"), (6, "卡号", "card.unreadable")],
        warnings=[(3, "卡号", "card.check_digit"), (4, "卡号", "card.masked")],
    )  # fmt: skip


@sample("became-dates.xlsx", "编号 2026-09 被 Excel 改成了日期")
def became_dates(path: Path) -> Expect:
    rows = bank_rows(3)
    rows[1]["个案序列号"] = datetime.date(2026, 9, 1)
    xlsx(path, table(rows))
    return Expect(
        rows=3, good=2, amount_total=good_total(rows, 3), faults=[(3, "个案序列号", "number.became_date")]
    )


@sample("wrong-columns.xlsx", "有人粘贴时错了一列：姓名里是号码，金额里是姓名")
def wrong_columns(path: Path) -> Expect:
    rows = bank_rows(3)
    rows[1].update({"客户姓名": rows[1]["证件号码"], "委案金额": rows[1]["客户姓名"]})
    rows[2]["客户姓名"] = 10086
    xlsx(path, table(rows))
    return Expect(
        rows=3, good=1, amount_total=good_total(rows, 3, 4),
        faults=[(3, "客户姓名", "name.not_text"), (3, "委案金额", "money.unreadable"), (4, "客户姓名", "name.not_text")],
    )  # fmt: skip


@sample("hostile-text.xlsx", "姓名、备注里是公式、脚本和 SQL：照录为文字，永远不执行")
def hostile_text(path: Path) -> Expect:
    rows = bank_rows(4)
    rows[0]["备注"] = "=cmd|'/C calc'!A0"
    rows[1]["备注"] = "<script>alert(1)</script>"
    rows[2]["备注"] = "'; drop table desk_case; --"
    rows[3]["单位名称"] = "@SUM(1+1)*cmd|' /C calc'!A0"
    xlsx(path, table(rows))
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("hashes.csv", "列太窄时另存为 CSV，内容变成了 ####")
def hashes_csv(path: Path) -> Expect:
    rows = bank_rows(3)
    rows[1]["委案日期"] = "########"
    delimited(path, table(rows))
    return Expect(rows=3, good=2, amount_total=good_total(rows, 3), faults=[(3, "委案日期", "cell.hashes")])


@sample("several-faults.xlsx", "一行里有好几处错误，全部一次指出")
def several_faults(path: Path) -> Expect:
    rows = bank_rows(3)
    rows[1].update(
        {
            "客户姓名": "",
            "委案金额": "abc",
            "委案日期": "2026-02-30",
            "证件号码": 110101190001010000,
            "佣金比例": "150%",
        }
    )
    xlsx(path, table(rows))
    return Expect(
        rows=3, good=2, amount_total=good_total(rows, 3),
        faults=[(3, "客户姓名", "required.missing"), (3, "证件号码", "number.damaged"), (3, "委案金额", "money.unreadable"),
                (3, "委案日期", "date.impossible"), (3, "佣金比例", "percent.out_of_range")],
    )  # fmt: skip


@sample("choices.xlsx", "币种写法各异，认不出的要指出")
def choices(path: Path) -> Expect:
    rows = bank_rows(5)
    for row, value in zip(rows, ["人民币", "CNY", "rmb", "", "比特币"], strict=True):
        row["币种"] = value
    xlsx(path, table(rows))
    return Expect(rows=5, good=4, amount_total=good_total(rows, 6), faults=[(6, "币种", "choice.unknown")])
