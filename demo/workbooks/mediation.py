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
