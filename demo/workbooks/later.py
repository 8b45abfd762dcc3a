"""Samples of the sheets that come after the placement: updates, remarks, records, repayments."""

from __future__ import annotations

import datetime
from pathlib import Path

from demo.workbooks.layouts import bank_rows, mobile
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import delimited, table, xlsx

_PAID = datetime.date(2026, 9, 18)


@sample("update.xlsx", "案件更新：按序列号更新最新欠款、手机和退案日期", kind="placement_update")
def update(path: Path) -> Expect:
    rows = bank_rows(4)
    head = ["个案序列号", "最新欠款", "手机号码", "退案日期", "备注"]
    body = [
        [r["个案序列号"], 1000 + i, mobile(i), datetime.date(2026, 12, 31), "延期"]
        for i, r in enumerate(rows)
    ]
    body[3][0] = ""
    xlsx(path, [head, *body])
    return Expect(
        rows=4, good=3, faults=[(5, "个案序列号", "match.key_missing")],
        mapping={"latest_balance": "最新欠款", "recall_on": "退案日期", "remark_1": "备注"},
    )  # fmt: skip


@sample("remarks.xlsx", "评语：按卡号加委案日期找案件", kind="remark")
def remarks(path: Path) -> Expect:
    rows = bank_rows(3)
    xlsx(
        path,
        [
            ["卡号", "委案日期", "评语"],
            *[[r["卡号"], r["委案日期"], "客户要求发函"] for r in rows],
            ["合计", "", "3 条"],
        ],
    )
    return Expect(rows=3, good=3, mapping={"card_no": "卡号", "placed_on": "委案日期", "remark": "评语"})


@sample("interest.xlsx", "利息费用更新：金额单位为元，有一行什么也没写", kind="interest")
def interest(path: Path) -> Expect:
    rows = bank_rows(3)
    head = ["个案序列号", "姓名", "最新欠款(元)", "利息", "违约金", "截至日期"]
    body = [[r["个案序列号"], r["客户姓名"], 5000.25, 120, 30, _PAID] for r in rows]
    body[2][2:5] = ["", "", ""]
    xlsx(path, [head, *body])
    return Expect(rows=3, good=2, amount_total="10000.50", faults=[(4, "最新欠款(元)", "row.says_nothing")])


@sample("phones-added.csv", "新增电话：一格两个号码，号码类型和来源", kind="phone")
def phones_added(path: Path) -> Expect:
    rows = bank_rows(3)
    head = ["合同号", "姓名", "手机号码", "关系", "来源"]
    body = [
        [f"HT{i:06d}", r["客户姓名"], f"{mobile(i)} {mobile(i + 1)}", "配偶", "失联修复"]
        for i, r in enumerate(rows)
    ]
    body[2][2] = ""
    delimited(path, [head, *body])
    return Expect(
        rows=3, good=2, faults=[(4, "手机号码", "required.missing")],
        mapping={"contract_no": "合同号", "phone": "手机号码", "relation": "关系", "source": "来源"},
    )  # fmt: skip


@sample("addresses.xlsx", "新增地址：按证件号加委案日期找案件", kind="address")
def addresses(path: Path) -> Expect:
    rows = bank_rows(3)
    head = ["身份证号", "委托日期", "详细地址", "地址类型"]
    body = [[r["证件号码"], r["委案日期"], r["家庭地址"], "现住址"] for r in rows]
    xlsx(path, [head, *body])
    return Expect(
        rows=3, good=3, mapping={"id_no": "身份证号", "placed_on": "委托日期", "address": "详细地址"}
    )


@sample("records.xlsx", "催记：外访机构的催收记录，时间带时分，有承诺还款", kind="work_record")
def records(path: Path) -> Expect:
    rows = bank_rows(4)
    head = [
        "个案序列号",
        "催收时间",
        "催收方式",
        "电话",
        "联系人",
        "关系",
        "催收结果",
        "催记内容",
        "承诺金额",
        "承诺日期",
        "催收员",
    ]
    body = [
        [r["个案序列号"], "2026-09-10 14:30", "电话", r["手机号码"], r["客户姓名"], "本人", "承诺还款", "称月底还款",
         500, "2026-09-30", "李催收"]
        for r in rows
    ]  # fmt: skip
    body[1][1] = "2026/9/10 下午2:30"
    body[2][9] = ""
    body[3][2] = "飞鸽传书"
    xlsx(path, [head, *body])
    return Expect(
        rows=4, good=2, faults=[(4, "承诺日期", "promise.not_whole"), (5, "催收方式", "choice.unknown")],
        mapping={"at": "催收时间", "note": "催记内容", "promise_amount": "承诺金额", "collector": "催收员"},
    )  # fmt: skip


@sample("bureau.xlsx", "征信信息", kind="bureau")
def bureau(path: Path) -> Expect:
    rows = bank_rows(2)
    xlsx(
        path,
        [["个案序列号", "征信信息", "查询日期"], *[[r["个案序列号"], "他行逾期 2 笔", _PAID] for r in rows]],
    )
    return Expect(rows=2, good=2, mapping={"bureau_facts": "征信信息", "looked_up_on": "查询日期"})


@sample(
    "repayments-bank.xlsx", "信用卡中心的还款表：有合计行、重复流水号、零金额和将来的日期", kind="repayment"
)
def repayments_bank(path: Path) -> Expect:
    rows = bank_rows(6)
    head = ["个案序列号", "客户姓名", "卡号", "入账金额", "入账日期", "交易流水号"]
    body = [
        [r["个案序列号"], r["客户姓名"], r["卡号"], 500.5, _PAID, f"LS{i:010d}"] for i, r in enumerate(rows)
    ]
    body[3][5] = body[0][5]
    body[4][3] = 0
    body[5][4] = datetime.date(2099, 1, 1)
    xlsx(path, [["9 月回款明细"], head, *body, ["合计", "", "", 2502.5, "", ""]])
    return Expect(
        header_row=2, rows=6, good=3, amount_total="1501.50",
        faults=[(6, "交易流水号", "duplicate.in_file"), (7, "入账金额", "amount.not_positive"),
                (8, "入账日期", "paid_on.in_future")],
        mapping={"amount": "入账金额", "paid_on": "入账日期", "reference": "交易流水号", "card_no": "卡号"},
    )  # fmt: skip


@sample(
    "repayments-cf.csv", "消费金融公司的还款表：按借据编号，GBK 的 CSV", kind="repayment", client="DEMO-CF"
)
def repayments_cf(path: Path) -> Expect:
    head = ["借据编号", "借款人姓名", "还款日期", "还款金额", "剩余欠款"]
    body = [[f"JJ{2000 + i:012d}", "张三", "2026/9/18", "1,200.00", "5,000.00"] for i in range(3)]
    delimited(path, [head, *body])
    return Expect(
        rows=3,
        good=3,
        amount_total="3600.00",
        mapping={"balance_after": "剩余欠款", "contract_no": "借据编号"},
    )


@sample("claimed.xlsx", "自称已还（CP）名单", kind="claimed_payment")
def claimed(path: Path) -> Expect:
    rows = bank_rows(3)
    head = ["个案序列号", "还款金额", "还款日期", "还款方式", "还款人"]
    body = [[r["个案序列号"], 300, _PAID, "手机银行", r["客户姓名"]] for r in rows]
    xlsx(path, [head, *body])
    return Expect(rows=3, good=3, amount_total="900.00", mapping={"amount": "还款金额", "method": "还款方式"})


@sample("no-key.xlsx", "还款表里没有任何能找到案件的列", kind="repayment")
def no_key(path: Path) -> Expect:
    xlsx(path, table([{"姓名": "张三", "还款金额": 100, "还款日期": _PAID}]))
    return Expect(
        rows=1, good=0,
        faults=[(1, "个案序列号或合同号/账号或卡号 + 委案日期或证件号 + 委案日期", "column.missing")],
    )  # fmt: skip
