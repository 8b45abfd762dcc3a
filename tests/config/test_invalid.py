"""What was sent and cannot be taken is told in the words of the form."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from config.invalid import told


class _Line(BaseModel):
    amount: Annotated[Decimal, Field(ge=0, decimal_places=2)]


class _Form(BaseModel, extra="forbid"):
    code: Annotated[str, Field(min_length=2, max_length=5, pattern="^[a-z]+$")] = "ab"
    way: Literal["number", "amount"] = "number"
    terms: list[_Line] = []
    odd_thing: int = 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"code": "A1"}, "代码格式不对"),
        ({"code": "a"}, "代码太短（至少 2 字）"),
        ({"code": "abcdefg"}, "代码太长（最多 5 字）"),
        ({"way": "both"}, "方式不在可选项中"),
        ({"terms": [{"amount": 1}, {"amount": -1}]}, "第 2 项的金额不能小于 0"),
        ({"terms": [{"amount": "1.005"}]}, "第 1 项的金额最多 2 位小数"),
        ({"terms": [{}]}, "第 1 项的金额没有填写"),
        ({"odd_thing": "x"}, "“odd_thing”格式不对"),
        ({"strange": 1}, "“strange”不是这里要填的"),
        ({"code": "a", "way": "both"}, "代码太短（至少 2 字）；方式不在可选项中"),
    ],
)
def test_a_fault_names_the_field_and_what_is_wrong_with_it(sent, words):
    with pytest.raises(ValidationError) as wrong:
        _Form.model_validate(sent)
    errors = [error | {"loc": ("body", "given", *error["loc"])} for error in wrong.value.errors()]
    assert told(errors) == f"提交的内容有误：{words}。请核对后重试。"


def test_a_body_that_is_no_form_at_all_is_told_so():
    assert (
        told([{"loc": ("body",), "type": "model_attributes_type"}])
        == "提交的内容有误：请求内容格式不对。请核对后重试。"
    )
