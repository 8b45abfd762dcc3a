"""Samples of the sheets of mediation: mediators of an institution, and disputes taken down in one go."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from demo.workbooks.layouts import mobile
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import xlsx

CENTRE = "CD-MEDIATION"
_HEAD = ["姓名", "手机号码", "擅长领域", "职业", "聘任日期", "状态"]
_CASES = [
    "申请人",
    "申请人电话",
    "纠纷类型",
    "发生时间",
    "事情经过",
    "诉求",
    "涉及金额",
    "被申请人",
    "被申请人电话",
]
_STORY = "楼上漏水三个月，天花板和地板都已损坏，多次协商没有结果。"


def _mediator(number: int, who: str, *, skills: str = "邻里、物业", state: str = "在岗") -> list[Any]:
    return [who, mobile(7_100_000 + number), skills, "退休法官", datetime.date(2026, 3, 1), state]


def _dispute(number: int, who: str, whom: str) -> list[Any]:
    return [
        who, mobile(7_200_000 + number), "邻里", datetime.date(2026, 8, 1), _STORY, "赔偿维修费用。", 8600 + number,
        whom, mobile(7_300_000 + number),
    ]  # fmt: skip


@sample("mediators.xlsx", "调解员名册：表头上有标题，擅长用顿号分开", kind="mediator", client=CENTRE)
def mediators(path: Path) -> Expect:
    body = [
        _mediator(1, "纪和平"),
        _mediator(2, "闵知理", skills="金融消费"),
        _mediator(3, "卞守信", skills=""),
    ]
    xlsx(path, [["城东人民调解委员会调解员名册"], _HEAD, *body])
    return Expect(
        header_row=2, rows=3, good=3,
        mapping={"name": "姓名", "phone": "手机号码", "specialties": "擅长领域", "appointed_on": "聘任日期"},
    )  # fmt: skip


@sample(
    "mediators-dirty.xlsx", "调解员名册：座机、重复的手机、没有的状态、空姓名", kind="mediator", client=CENTRE
)
def mediators_dirty(path: Path) -> Expect:
    body = [
        _mediator(1, "纪和平"), _mediator(2, "闵知理"), _mediator(1, "纪和平"), _mediator(3, "卞守信", state="退休中"),
        _mediator(4, ""),
    ]  # fmt: skip
    body[1][1] = "028-85550101"
    xlsx(path, [_HEAD, *body])
    return Expect(
        rows=5, good=1,
        faults=[
            (3, "手机号码", "mediator.mobile"), (4, "手机号码", "duplicate.in_file"), (5, "状态", "choice.unknown"),
            (6, "姓名", "required.missing"),
        ],
    )  # fmt: skip


@sample("disputes.xlsx", "批量调解申请：一行一件，金额合计在最后", kind="dispute", client=CENTRE)
def disputes(path: Path) -> Expect:
    body = [_dispute(1, "沈梅", "秦海涛"), _dispute(2, "孔令书", "尤大海"), _dispute(3, "许阿满", "金水根")]
    xlsx(path, [_CASES, *body, ["合计", "", "", "", "", "", 25806, "", ""]])
    return Expect(
        rows=3, good=3, amount_total="25806.00",
        mapping={"applicant": "申请人", "kind": "纠纷类型", "respondent_name": "被申请人", "amount": "涉及金额"},
    )  # fmt: skip


@sample(
    "disputes-dirty.xlsx",
    "批量调解申请：日期写不成日期、缺对方电话、金额是文字",
    kind="dispute",
    client=CENTRE,
)
def disputes_dirty(path: Path) -> Expect:
    body = [_dispute(1, "沈梅", "秦海涛"), _dispute(2, "孔令书", "尤大海"), _dispute(3, "许阿满", "金水根")]
    body[1][3] = "去年夏天"
    body[2][6] = "八千多"
    body[2][8] = ""
    xlsx(path, [_CASES, *body])
    return Expect(
        rows=3, good=1, amount_total="8601.00",
        faults=[
            (3, "发生时间", "date.unreadable"), (4, "涉及金额", "money.unreadable"),
            (4, "被申请人电话", "required.missing"),
        ],
    )  # fmt: skip


_HISTORY = [
    "原案号",
    "申请人",
    "被申请人",
    "纠纷类型",
    "立案日期",
    "结案日期",
    "结案方式",
    "调解员",
    "涉及金额",
]


def _history(number: int, who: str, whom: str, *, outcome: str = "调解成功") -> list[Any]:
    return [
        f"（2023）东调字第{number:03d}号", who, whom, "邻里", datetime.date(2023, 3, number),
        datetime.date(2023, 4, number), outcome, "吕正平", 1200 + number,
    ]  # fmt: skip


@sample("history.xlsx", "历史调解案件：往年台账，结果有三种写法，不写电话", kind="history", client=CENTRE)
def history(path: Path) -> Expect:
    body = [
        _history(1, "沈梅", "秦海涛"),
        _history(2, "孔令书", "尤大海", outcome="司法确认"),
        _history(3, "许阿满", "金水根", outcome="未达成协议"),
    ]
    xlsx(path, [["2023 年度调解案件台账"], _HISTORY, *body])
    return Expect(
        header_row=2, rows=3, good=3, amount_total="3606.00",
        mapping={"history_no": "原案号", "outcome": "结案方式", "accepted_on": "立案日期", "mediators": "调解员"},
    )  # fmt: skip


@sample(
    "history-dirty.xlsx",
    "历史调解案件：结案早于受理、日期在将来、没有的结果、重复的案号、缺对方",
    kind="history",
    client=CENTRE,
)
def history_dirty(path: Path) -> Expect:
    body = [_history(number, "沈梅", "秦海涛") for number in range(1, 7)]
    body[1][5] = datetime.date(2023, 1, 1)
    body[2][5] = datetime.date(2099, 1, 1)
    body[3][6] = "不了了之"
    body[4][0] = body[0][0]
    body[5][2] = ""
    xlsx(path, [_HISTORY, *body])
    return Expect(
        rows=6, good=1, amount_total="1201.00",
        faults=[
            (3, "结案日期", "history.days"), (4, "结案日期", "history.ahead"), (5, "结案方式", "choice.unknown"),
            (6, "原案号", "duplicate.in_file"), (7, "被申请人", "required.missing"),
        ],
    )  # fmt: skip
