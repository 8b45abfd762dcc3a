"""The two demo clients' own layouts, and made-up accounts to fill them.

Nobody in here can be meant: ID numbers pass their check digit (the import checks it) but were born in
1900–1909, phones lie in 1349…, the retired satellite range that reaches no one, card numbers begin with
9999, which no bank issues.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass
from typing import Any

from anjie.foundation.identifiers import id_check_digit, passes_luhn

BANK_HEADERS = (
    "批次号", "个案序列号", "客户姓名", "证件号码", "卡号", "卡种", "币种", "委案金额", "本金", "利息", "违约金", "费用",
    "信用额度", "逾期天数", "账龄", "账单日", "委案日期", "退案日期", "佣金比例", "手机号码", "单位名称", "单位电话",
    "家庭地址", "联系人1姓名", "联系人1关系", "联系人1电话", "分行", "备注",
)  # fmt: skip
CF_HEADERS = (
    "委案批次", "借据编号", "借款人姓名", "身份证号", "贷款产品", "贷款金额", "放款日期", "总期数", "已还期数", "逾期总额",
    "剩余本金", "逾期利息", "罚息", "逾期开始日期", "逾期天数", "逾期阶段", "最近还款日", "最后还款金额", "委派日期",
    "委案到期日", "服务费率", "本人手机", "现住址", "户籍地址", "紧急联系人1", "紧急联系人1关系", "紧急联系人1电话",
    "紧急联系人2", "紧急联系人2关系", "紧急联系人2电话", "省市",
)  # fmt: skip
PLACED = datetime.date(2026, 9, 1)
RECALL = datetime.date(2026, 12, 1)
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = "安平宁远清和明德思齐若水文博书言知行子墨雨桐"
_STREETS = ("人民路", "解放路", "建设路", "新华路", "中山路")
_RELATIONS = ("配偶", "父亲", "母亲", "朋友", "同事")

Row = dict[str, Any]


@dataclass
class Account:
    """One made-up account."""

    number: int
    name: str
    id_no: str
    card_no: str
    mobile: str
    office_phone: str
    address: str
    principal: int
    interest: int
    penalty: int
    fee: int
    days: int
    contacts: list[tuple[str, str, str]]

    @property
    def cents(self) -> int:
        """What is placed, in cents."""
        return self.principal + self.interest + self.penalty + self.fee


def id_no(number: int) -> str:
    """A number with a right check digit of somebody born in 1900–1909."""
    born = datetime.date(1900, 1, 1) + datetime.timedelta(days=number * 37 % 3600)
    first = f"110101{born:%Y%m%d}{number % 999 + 1:03d}"
    return first + id_check_digit(first)


def card_no(number: int, length: int = 16) -> str:
    """A number that passes Luhn under a prefix that no bank has."""
    first = f"9999{number:0{length - 5}d}"
    return next(first + digit for digit in "0123456789" if passes_luhn(first + digit))


def mobile(number: int) -> str:
    """A number of the numbering plan that reaches nobody."""
    return f"1349{number % 10_000_000:07d}"


def accounts(count: int, seed: int = 1) -> list[Account]:
    """The same accounts for the same seed."""
    dice = random.Random(seed)
    out = []
    for place in range(count):
        number = seed * 1000 + place
        person = dice.choice(_SURNAMES) + dice.choice(_GIVEN) + dice.choice(_GIVEN)
        contacts = [
            (
                dice.choice(_SURNAMES) + dice.choice(_GIVEN),
                dice.choice(_RELATIONS),
                mobile(500_000 + number * 2 + n),
            )
            for n in range(2)
        ]
        out.append(
            Account(
                number,
                person,
                id_no(number),
                card_no(number),
                mobile(number),
                f"0512-6{number % 10_000_000:07d}",
                f"江苏省苏州市姑苏区{dice.choice(_STREETS)}{dice.randint(1, 300)}号",
                dice.randint(100_000, 3_000_000),
                dice.randint(0, 200_000),
                dice.randint(0, 50_000),
                dice.choice((0, 0, 10_000)),
                dice.randint(31, 400),
                contacts,
            )
        )
    return out


def _yuan(cents: int) -> float:
    return cents / 100


def bank_rows(count: int, seed: int = 1) -> list[Row]:
    """Rows of the credit-card client's sheet: real dates, amounts as numbers, long numbers as text."""
    return [
        dict(
            zip(
                BANK_HEADERS,
                (
                    f"XYK2026{seed:02d}", f"XYK{a.number:08d}", a.name, a.id_no, a.card_no, "金卡", "人民币",
                    _yuan(a.cents), _yuan(a.principal), _yuan(a.interest), _yuan(a.penalty), _yuan(a.fee), 50000,
                    a.days, f"M{min(a.days // 30, 12)}", a.number % 28 + 1, PLACED, RECALL, 0.15, a.mobile,
                    "苏州某某科技有限公司", a.office_phone, a.address, *a.contacts[0], "苏州分行", "",
                ),
                strict=True,
            )
        )
        for a in accounts(count, seed)
    ]  # fmt: skip


def cf_rows(count: int, seed: int = 2) -> list[Row]:
    """Rows of the consumer-finance client's sheet."""
    return [
        dict(
            zip(
                CF_HEADERS,
                (
                    f"XJ2026{seed:02d}", f"JJ{a.number:012d}", a.name, a.id_no, "现金贷", 30000, datetime.date(2025, 3, 5),
                    12, 4, _yuan(a.principal + a.interest + a.penalty), _yuan(a.principal), _yuan(a.interest),
                    _yuan(a.penalty), PLACED - datetime.timedelta(days=a.days), a.days, f"M{min(a.days // 30, 12)}",
                    datetime.date(2026, 5, 20), 1200.5, PLACED, RECALL, "18%", a.mobile, a.address, a.address,
                    *a.contacts[0], *a.contacts[1], "江苏",
                ),
                strict=True,
            )
        )
        for a in accounts(count, seed)
    ]  # fmt: skip


def total(rows: list[Row], header: str = "委案金额") -> str:
    """The sum of a column of numbers, as the preview prints it."""
    return f"{sum(round(row[header] * 100) for row in rows) / 100:.2f}"


def good_total(rows: list[Row], *wrong: int) -> str:
    """The sum of the rows that are good; ``wrong`` are Excel's row numbers."""
    return total([row for number, row in enumerate(rows, 2) if number not in wrong])
