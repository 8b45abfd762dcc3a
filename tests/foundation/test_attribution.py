"""Where a number was issued and by whom."""

import pytest

from anjie.foundation.attribution import UNKNOWN, Attribution, attribution
from anjie.foundation.phones import read_phone


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("13861380000", Attribution("江苏省", "镇江市", "中国移动")),
        ("13800138000", Attribution("北京市", "北京市", "中国移动")),
        ("010-12345678", Attribution("北京市", "北京市", "")),
        ("0512-62345678-801", Attribution("江苏省", "苏州市", "")),
        ("0771-5551234", Attribution("广西壮族自治区", "南宁市、崇左市", "")),
        ("0991-2345678", Attribution("新疆维吾尔自治区", "乌鲁木齐市", "")),
        ("022-23456789", Attribution("天津市", "天津市", "")),
        ("13005930001", Attribution("广西壮族自治区", "柳州市", "中国联通")),
        ("19912345678", Attribution("", "", "中国电信")),
        ("10012345678", UNKNOWN),
        ("95588", UNKNOWN),
        ("+85291234567", UNKNOWN),
        ("无", UNKNOWN),
    ],
)
def test_attribution(number, told):
    assert attribution(number) == told
    assert attribution(read_phone(number)) == told


def test_it_stands_beside_the_number_in_one_line():
    assert attribution("13861380000").text == "江苏省镇江市 中国移动"
    assert attribution("13800138000").text == "北京市 中国移动"
    assert UNKNOWN.text == ""
