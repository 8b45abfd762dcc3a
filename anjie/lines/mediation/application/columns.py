"""The columns that name a second party of each side, alike in the sheets of disputes and of historical cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.services.sheets.declaring.kinds import Column, words
from anjie.services.sheets.declaring.types import id_no, name, phone

RESPONDENT, APPLICANT = "guarantor", "joining"
"""How the fields of the second respondent begin, and those of who applies with the applicant."""
FACTS = ("name", "phone", "id_no")
SECOND = (
    Column("担保人姓名", "guarantor_name", name, words("担保人 保证人 保证人姓名 共同被申请人 被申请人2"), max_length=60),
    Column("担保人电话", "guarantor_phone", phone, words("保证人电话 担保人手机 保证人手机 共同被申请人电话"), sealed=True),
    Column("担保人证件号", "guarantor_id_no", id_no, words("担保人身份证号 保证人证件号 保证人身份证号"), sealed=True),
    Column("共同申请人姓名", "joining_name", name, words("共同申请人 申请人2 第二申请人"), max_length=60),
    Column("共同申请人电话", "joining_phone", phone, words("共同申请人手机 申请人2电话 第二申请人电话"), sealed=True),
    Column("共同申请人证件号", "joining_id_no", id_no, words("共同申请人身份证号 申请人2证件号 第二申请人证件号"), sealed=True),
)  # fmt: skip


def second_of(said: Mapping[str, Any], who: str) -> tuple[str, str, str] | None:
    """Name, phone and number of the second party whose fields begin so; nothing where a row tells none of them."""
    told = [said.get(f"{who}_{fact}") or "" for fact in FACTS]
    return (told[0], told[1].split(";")[0], told[2]) if any(told) else None
