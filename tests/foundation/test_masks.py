"""What is shown of a sealed value to somebody who may not see it whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import masks


@pytest.mark.parametrize(
    ("mask", "value", "shown"),
    [
        (masks.name, "张三", "张*"),
        (masks.name, "张小三", "张**"),
        (masks.name, "欧阳小三", "欧阳**"),
        (masks.name, "欧阳", "欧*"),
        (masks.name, "张", "*"),
        (masks.name, "John", "J***"),
        (masks.name, "苏州某某商贸有限公司", "苏州某某****"),
        (masks.name, "", ""),
        (masks.id_no, "11010519491231002X", "110***********002X"),
        (masks.id_no, "110105491231002", "110********1002"),
        (masks.id_no, "123456", "******"),
        (masks.card_no, "6222021234567890123", "6222***********0123"),
        (masks.card_no, "1234567890", "**********"),
        (masks.phone, "13800138000", "138****8000"),
        (masks.phone, "051262345678", "0512****5678"),
        (masks.phone, "051262345678-801", "0512****5678-***"),
        (masks.phone, "01012345678", "010****5678"),
        (masks.phone, "10086", "*****"),
        (masks.address, "江苏省苏州市姑苏区人民路1号", "江苏省苏州市姑苏区****"),
        (masks.address, "北京市朝阳区建国路1号", "北京市朝阳区****"),
        (masks.address, "江苏省昆山市花园路1号", "江苏省昆山市****"),
        (masks.address, "内蒙古自治区鄂温克族自治旗某路", "内蒙古自治区鄂温克族自治旗****"),
        (masks.address, "人民小区3栋201", "****"),
        (masks.address, "姑苏区", "****"),
        (masks.address, "", ""),
        (masks.mail, "zhangsan@example.com", "z***@example.com"),
        (masks.mail, "z@example.com", "***@example.com"),
        (masks.mail, "not a mail", "****"),
        (masks.mail, "", ""),
    ],
)
def test_masks(mask, value, shown):
    assert mask(value) == shown


@given(
    st.sampled_from([masks.id_no, masks.card_no, masks.phone]),
    st.text(st.characters(whitelist_categories=["Nd"]), min_size=1, max_size=30),
)
def test_a_mask_hides_at_least_three_characters_or_all(mask, value):
    shown = mask(value)
    assert len(shown) == len(value)
    assert shown.count("*") >= min(3, len(value))
