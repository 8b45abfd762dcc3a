"""The columns of the sheet of mediators, and what a row must obey; read in a process that has no database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anjie.foundation.phones import PhoneKind, read_phone
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.declaring.kinds import ClientRules, Column, SheetKind, words
from anjie.services.sheets.declaring.types import choice, date, name, phone, text

_STATES = {"在岗": "active", "暂停接案": "away", "停用": "away", "已离任": "left", "离任": "left"}


def one_mobile_each(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """Every row names one mobile, and no two rows the same."""
    seen: dict[str, int] = memory.setdefault("seen.mobile", {})
    for i, (number, row) in enumerate(zip(chunk.column("phone") or (), chunk.rows, strict=False)):
        if number is None:
            continue
        if ";" in number or read_phone(number).kind is not PhoneKind.MOBILE:
            yield i, "phone", fault("mediator.mobile", "请填写一个 11 位手机号，调解员凭它登录。")
        elif (other := seen.setdefault(number, row)) != row:
            yield i, "phone", fault("duplicate.in_file", f"手机号与第 {other} 行相同。请删去其中一行。")


MEDIATOR = SheetKind(
    code="mediator",
    label="调解员",
    columns=(
        Column("姓名", "name", name, words("调解员姓名 调解员"), required=True, max_length=60),
        Column("手机号", "phone", phone, words("手机号码 手机 联系电话 电话"), required=True, sealed=True),
        Column("擅长类型", "specialties", text, words("擅长 擅长领域 专长 擅长纠纷类型"), max_length=200),
        Column("职业", "profession", text, words("专业 工作单位及职务"), max_length=40),
        Column("任职日期", "appointed_on", date, words("聘任日期 聘任时间 任职时间")),
        Column("到职日期", "joined_on", date, words("到岗日期 入职日期")),
        Column("工作状态", "state", choice, words("状态 在岗状态"), choices=_STATES, default="active"),
        Column("备注", "note", text, words("说明"), max_length=500),
    ),
    checks=(one_mobile_each,),
)
