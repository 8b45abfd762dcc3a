"""Samples whose table is clean but whose sheet is not: titles, headers, totals, sheets, forms of file."""

from __future__ import annotations

from pathlib import Path

from demo.workbooks.layouts import BANK_HEADERS, bank_rows, cf_rows, total
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import delimited, put, save, table, xlsx


@sample("bank-clean.xlsx", "信用卡中心的标准委案表")
def bank_clean(path: Path) -> Expect:
    rows = bank_rows(20)
    xlsx(path, table(rows))
    return Expect(
        rows=20, good=20, amount_total=total(rows),
        mapping={"batch_no": "批次号", "debtor_name": "客户姓名", "contact_1_phone": "联系人1电话", "remark_1": "备注",
                 "region": "分行", "commission_rate": "佣金比例"},
    )  # fmt: skip


@sample("cf-clean.xlsx", "消费金融公司的标准委案表", client="DEMO-CF")
def cf_clean(path: Path) -> Expect:
    rows = cf_rows(20)
    xlsx(path, table(rows))
    return Expect(
        rows=20, good=20, amount_total=total(rows, "逾期总额"),
        mapping={"contract_no": "借据编号", "placed_amount": "逾期总额", "penalty": "罚息", "placed_on": "委派日期",
                 "recall_on": "委案到期日", "contact_2_name": "紧急联系人2", "contact_2_relation": "紧急联系人2关系",
                 "overdue_since": "逾期开始日期", "overdue_band": "逾期阶段", "commission_rate": "服务费率"},
    )  # fmt: skip


@sample("title-rows.xlsx", "表头上方有合并的标题、制表说明和空行，数据从 B 列开始")
def title_rows(path: Path) -> Expect:
    rows = bank_rows(6)
    sheet = xlsx(path, table(rows), top=5, left=2)
    sheet["B1"] = "某某银行信用卡中心委外催收案件清单"
    sheet.merge_cells("B1:AC1")
    sheet["B2"] = "制表日期：2026-09-01　　单位：元　　经办：内勤一"
    sheet.merge_cells("B2:AC2")
    sheet["B3"] = "保密资料，请勿外传"
    save(sheet, path)
    return Expect(header_row=5, rows=6, good=6, amount_total=total(rows), mapping={"serial_no": "个案序列号"})


@sample("two-row-header.xlsx", "两行表头：联系人分组在上，姓名、关系、电话在下，其余列上下合并")
def two_row_header(path: Path) -> Expect:
    rows = bank_rows(5)
    grid, merges = _grouped(rows)
    sheet = xlsx(path, grid)
    for merge in merges:
        sheet.merge_cells(merge)
    save(sheet, path)
    return Expect(rows=5, good=5, amount_total=total(rows), mapping=_GROUPED_MAPPING)


@sample("two-row-header.csv", "同样的两行表头，另存为 CSV 后合并信息丢失")
def two_row_header_csv(path: Path) -> Expect:
    rows = bank_rows(5)
    grid, _ = _grouped(rows)
    delimited(path, grid)
    return Expect(rows=5, good=5, amount_total=total(rows), mapping=_GROUPED_MAPPING)


_GROUPED_MAPPING = {
    "debtor_name": "客户姓名",
    "contact_1_name": "联系人1姓名",
    "contact_1_relation": "联系人1关系",
    "contact_1_phone": "联系人1电话",
    "contact_2_name": "联系人2姓名",
    "contact_2_phone": "联系人2电话",
    "placed_amount": "委案金额",
}


def _grouped(rows: list[dict]) -> tuple[list[list], list[str]]:  # type: ignore[type-arg]
    plain = ("批次号", "个案序列号", "客户姓名", "证件号码", "委案金额", "委案日期", "退案日期")
    top = [*plain, "联系人1", "", "", "联系人2", "", ""]
    low = ["" for _ in plain] + ["姓名", "关系", "电话"] * 2
    body = [
        [row[h] for h in plain] + [row["联系人1姓名"], row["联系人1关系"], row["联系人1电话"], "", "", ""]
        for row in rows
    ]
    merges = [f"{chr(65 + i)}1:{chr(65 + i)}2" for i in range(len(plain))] + ["H1:J1", "K1:M1"]
    return [top, low, *body], merges


@sample("group-row.xlsx", "分组行在上、完整列名在下：基本信息、欠款信息、委案信息")
def group_row(path: Path) -> Expect:
    rows = bank_rows(4)
    names = ("个案序列号", "客户姓名", "证件号码", "手机号码", "委案金额", "本金", "委案日期", "退案日期")
    sheet = xlsx(path, [["基本信息", "", "", "", "欠款信息", "", "委案信息", ""], *table(rows, names)])
    for merge in ("A1:D1", "E1:F1", "G1:H1"):
        sheet.merge_cells(merge)
    save(sheet, path)
    return Expect(header_row=2, rows=4, good=4, amount_total=total(rows), mapping={"mobile": "手机号码"})


@sample("blank-rows.xlsx", "数据中间夹着空行、只有空格的行和带格式的空行")
def blank_rows(path: Path) -> Expect:
    rows = bank_rows(6)
    grid = table(rows)
    grid[3:3] = [[""] * len(BANK_HEADERS), [" ", "　", "", "\u200b"] + [""] * (len(BANK_HEADERS) - 4)]
    xlsx(path, grid)
    return Expect(rows=6, good=6, amount_total=total(rows))


@sample("totals.xlsx", "有小计、合计行和制表人、说明等脚注")
def totals(path: Path) -> Expect:
    rows = bank_rows(6)
    grid = table(rows)
    width = len(BANK_HEADERS)
    amount = BANK_HEADERS.index("委案金额")

    def line(label: str, value: float | str, at: int = 0) -> list:  # type: ignore[type-arg]
        out: list = [""] * width  # type: ignore[type-arg]
        out[at], out[amount] = label, value
        return out

    half = float(total(rows[:3]))
    grid.insert(4, line("小计", half))
    grid.append(line("小  计：", round(float(total(rows[3:])), 2), at=1))
    grid.append(line("合计", float(total(rows)), at=2))
    grid.append(["制表人：内勤一", "", "", "审核：主管一"] + [""] * (width - 4))
    grid.append(
        ["说明：本表金额为截至委案日的欠款总额，以我行系统为准，请妥善保管客户信息。"] + [""] * (width - 1)
    )
    xlsx(path, grid)
    return Expect(rows=6, good=6, amount_total=total(rows))


@sample("totals-differ.xlsx", "合计行与明细不符：有人删了一行却没改合计")
def totals_differ(path: Path) -> Expect:
    rows = bank_rows(6)
    grid = table(rows[:5])
    last = [""] * len(BANK_HEADERS)
    last[0] = "合计"
    last[BANK_HEADERS.index("委案金额")] = float(total(rows))  # type: ignore[call-overload]
    grid.append(last)
    xlsx(path, grid)
    return Expect(rows=5, good=5, amount_total=total(rows[:5]), warnings=[(7, "委案金额", "totals.differ")])


@sample("totals-unlabelled.xlsx", "末行只有金额之和，没有写“合计”")
def totals_unlabelled(path: Path) -> Expect:
    rows = bank_rows(5)
    grid = table(rows)
    last: list = [""] * len(BANK_HEADERS)  # type: ignore[type-arg]
    for header in ("委案金额", "本金"):
        last[BANK_HEADERS.index(header)] = float(total(rows, header))
    grid.append(last)
    xlsx(path, grid)
    return Expect(rows=5, good=5, amount_total=total(rows))


@sample("repeated-header.xlsx", "分页打印的表：每隔几行又出现一次表头")
def repeated_header(path: Path) -> Expect:
    rows = bank_rows(6)
    grid = table(rows)
    grid.insert(4, list(BANK_HEADERS))
    xlsx(path, grid)
    return Expect(rows=6, good=6, amount_total=total(rows))


@sample("several-sheets.xlsx", "说明、数据、码表三张工作表，数据不在第一张")
def several_sheets(path: Path) -> Expect:
    rows = bank_rows(5)
    sheet = xlsx(path, [["填写说明"], ["一、请勿改动表头"], ["二、金额单位为元"]], name="说明")
    assert sheet.parent is not None
    put(sheet.parent.create_sheet("委案数据"), table(rows))
    put(sheet.parent.create_sheet("码表"), [["代码", "名称"], ["M1", "逾期30天内"], ["M2", "逾期60天内"]])
    save(sheet, path)
    return Expect(rows=5, good=5, amount_total=total(rows))


@sample("two-data-sheets.xlsx", "两张工作表都是案件，只读第一张并告知另一张")
def two_data_sheets(path: Path) -> Expect:
    rows = bank_rows(5)
    sheet = xlsx(path, table(rows), name="苏州")
    assert sheet.parent is not None
    put(sheet.parent.create_sheet("无锡"), table(bank_rows(3, seed=3)))
    save(sheet, path)
    return Expect(rows=5, good=5, amount_total=total(rows), warnings=[(1, "无锡", "sheet.not_read")])


@sample("hidden.xlsx", "隐藏的工作表不读；筛选后隐藏的行、隐藏的列照读并告知")
def hidden(path: Path) -> Expect:
    rows = bank_rows(6)
    sheet = xlsx(path, table(rows), name="本月")
    assert sheet.parent is not None
    old = sheet.parent.create_sheet("上月", 0)
    put(old, table(bank_rows(4, seed=4)))
    old.sheet_state = "hidden"
    sheet.parent.active = 1
    sheet.row_dimensions[4].hidden = True
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    save(sheet, path)
    return Expect(
        rows=6,
        good=6,
        amount_total=total(rows),
        warnings=[(4, "", "row.hidden"), (1, "证件号码", "column.hidden")],
    )


@sample("header-words.xlsx", "表头带星号、括号、单位、换行、全角字符和空格")
def header_words(path: Path) -> Expect:
    rows = bank_rows(4)
    names = {
        "个案序列号": "＊个案序列号", "客户姓名": "客户 姓名（必填）", "证件号码": "身份证号码\n(18位)", "卡号": "【卡号】",
        "委案金额": "委案金额(元)", "委案日期": "委案日期 *", "退案日期": "预计退案日期（yyyy-mm-dd）", "佣金比例": "佣金比例(%)",
        "手机号码": "手机号码★", "家庭地址": "家庭　地址", "备注": "备注：",
    }  # fmt: skip
    xlsx(path, table([{names[h]: row[h] for h in names} for row in rows]))
    return Expect(
        rows=4, good=4, amount_total=total(rows),
        mapping={"serial_no": "＊个案序列号", "debtor_name": "客户 姓名（必填）", "id_no": "身份证号码\n(18位)",
                 "card_no": "【卡号】", "placed_amount": "委案金额(元)", "recall_on": "预计退案日期（yyyy-mm-dd）",
                 "home_address": "家庭　地址", "remark_1": "备注：", "mobile": "手机号码★"},
    )  # fmt: skip


@sample("same-headers.xlsx", "两列“备注”、三列“电话”，以及联系人后面只写“关系”“电话”")
def same_headers(path: Path) -> Expect:
    rows = bank_rows(4)
    head = ["个案序列号", "姓名", "电话", "电话", "委案金额", "委案日期", "联系人1", "关系", "电话", "联系人2", "关系", "电话",
            "备注", "备注", "内部编码"]  # fmt: skip
    body = [
        [r["个案序列号"], r["客户姓名"], r["手机号码"], r["单位电话"], r["委案金额"], r["委案日期"], r["联系人1姓名"],
         r["联系人1关系"], r["联系人1电话"], "", "", "", "第一条", "第二条", "K1"] for r in rows
    ]  # fmt: skip
    xlsx(path, [head, *body])
    return Expect(
        rows=4, good=4, amount_total=total(rows), unmapped=["内部编码"],
        mapping={"mobile": "电话", "home_phone": "电话", "contact_1_name": "联系人1", "contact_1_relation": "关系",
                 "contact_1_phone": "电话", "contact_2_phone": "电话", "remark_1": "备注", "remark_2": "备注"},
    )  # fmt: skip


@sample("contacts-unnumbered.xlsx", "三组没有编号的联系人姓名、关系、电话")
def contacts_unnumbered(path: Path) -> Expect:
    rows = bank_rows(3)
    head = ["合同编号", "借款人", "欠款总额", "委托日期"] + ["联系人姓名", "与本人关系", "联系电话"] * 3
    body = [
        [f"HT{i:06d}", r["客户姓名"], r["委案金额"], r["委案日期"]]
        + [r["联系人1姓名"], r["联系人1关系"], r["联系人1电话"]] * 3
        for i, r in enumerate(rows)
    ]
    xlsx(path, [head, *body])
    return Expect(
        rows=3, good=3, amount_total=total(rows),
        mapping={"contact_1_name": "联系人姓名", "contact_2_relation": "与本人关系", "contact_3_phone": "联系电话",
                 "contract_no": "合同编号", "debtor_name": "借款人", "placed_amount": "欠款总额"},
    )  # fmt: skip


@sample("contacts-numbered.xlsx", "第一联系人、联系人二、联系人姓名3：各写各的编号")
def contacts_numbered(path: Path) -> Expect:
    rows = bank_rows(3)
    head = ["案件编号", "持卡人姓名", "委外金额", "委外日期", "第一联系人", "第一联系人电话", "联系人二", "联系人二手机", "联系人姓名3",
            "联系人电话3", "联系人关系3"]  # fmt: skip
    body = [
        [
            r["个案序列号"],
            r["客户姓名"],
            r["委案金额"],
            r["委案日期"],
            *[r["联系人1姓名"], r["联系人1电话"]] * 3,
            "朋友",
        ]
        for r in rows
    ]
    xlsx(path, [head, *body])
    return Expect(
        rows=3, good=3, amount_total=total(rows),
        mapping={"contact_1_name": "第一联系人", "contact_1_phone": "第一联系人电话", "contact_2_name": "联系人二",
                 "contact_2_phone": "联系人二手机", "contact_3_name": "联系人姓名3", "contact_3_phone": "联系人电话3",
                 "contact_3_relation": "联系人关系3"},
    )  # fmt: skip


@sample("missing-column.xlsx", "缺少必需的“委案日期”列：一行也不能导入")
def missing_column(path: Path) -> Expect:
    rows = bank_rows(3)
    xlsx(path, table(rows, [h for h in BANK_HEADERS if h != "委案日期"]))
    return Expect(rows=3, good=0, faults=[(1, "委案日期", "column.missing")])


@sample("merged-data.xlsx", "数据区的批次号、姓名上下合并，一人两张卡")
def merged_data(path: Path) -> Expect:
    rows = bank_rows(4)
    for row in rows[1:]:
        row["批次号"] = ""
    for header in ("客户姓名", "证件号码"):
        rows[1][header] = ""
    sheet = xlsx(path, table(rows))
    for merge in ("A2:A5", "C2:C3", "D2:D3"):
        sheet.merge_cells(merge)
    save(sheet, path)
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("stray-cell.xlsx", "有人在很远的地方敲了一个空格：有效区域虚大")
def stray_cell(path: Path) -> Expect:
    rows = bank_rows(4)
    sheet = xlsx(path, table(rows))
    sheet["AZ60000"] = " "
    save(sheet, path)
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("comments.xlsx", "单元格带批注、筛选、冻结窗格和条件格式")
def comments(path: Path) -> Expect:
    from openpyxl.comments import Comment

    rows = bank_rows(4)
    sheet = xlsx(path, table(rows))
    sheet["C2"].comment = Comment("此户有异议，请先联系我行", "客户经理")
    sheet.auto_filter.ref = sheet.dimensions
    sheet.freeze_panes = "C2"
    save(sheet, path)
    return Expect(rows=4, good=4, amount_total=total(rows))
