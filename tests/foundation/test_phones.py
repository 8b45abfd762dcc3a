"""Telephone numbers: one form for many writings, and what is wrong with a bad one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import phones
from anjie.foundation.phones import Phone, PhoneKind


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "+86-138-0013-8000",
        "8613800138000",
        "008613800138000",
        "013800138000",
        "１３８００１３８０００",
        "13800138000.0",
        "'13800138000",
        " 13800138000\n",
    ],
)
def test_one_mobile_in_many_writings(written):
    assert phones.read_phone(written) == Phone("13800138000", "", PhoneKind.MOBILE, "")
    assert phones.phone_key(written) == "13800138000"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("0512-62345678", "051262345678"),
        ("(0512)62345678", "051262345678"),
        ("（0512） 6234 5678", "051262345678"),
        ("86-512-62345678", "051262345678"),
        ("51262345678", "051262345678"),
        ("010-12345678", "01012345678"),
        ("0512-62345678-801", "051262345678-801"),
        ("0512-62345678转801", "051262345678-801"),
        ("0512-62345678 分机 801", "051262345678-801"),
        ("0512-62345678 ext.801", "051262345678-801"),
        ("051262345678#801", "051262345678-801"),
        ("0512－62345678—801", "051262345678-801"),
    ],
)
def test_landlines_with_and_without_extension(written, key):
    phone = phones.read_phone(written)
    assert phone.kind is PhoneKind.LANDLINE
    assert phone.fault == ""
    assert phone.key == key


def test_a_local_landline_needs_its_area_code():
    assert phones.read_phone("62345678").fault == "固话缺少区号"
    assert phones.read_phone("62345678", area_code="0512").key == "051262345678"
    assert phones.read_phone("62345678", area_code="512").key == "051262345678"


@pytest.mark.parametrize("written", ["4008001234", "400-800-1234", "95588", "10086", "12345", "110"])
def test_service_numbers(written):
    phone = phones.read_phone(written)
    assert (phone.kind, phone.valid) == (PhoneKind.SERVICE, True)


@pytest.mark.parametrize(
    ("written", "number", "fault"),
    [
        ("+852 9123 4567", "+85291234567", ""),
        ("0085291234567", "+85291234567", ""),
        ("+852 1", "+8521", "含有数字以外的字符"),
        ("+999 12345678", "+99912345678", "国家或地区号不存在"),
        ("+852 01234567", "+85201234567", "境外号码位数或号段不对"),
    ],
)
def test_foreign_numbers(written, number, fault):
    phone = phones.read_phone(written)
    assert (phone.number, phone.fault) == (number, fault)


@pytest.mark.parametrize(
    ("written", "kind", "fault"),
    [
        ("", PhoneKind.UNKNOWN, "号码为空"),
        ("--", PhoneKind.UNKNOWN, "号码为空"),
        ("无", PhoneKind.UNKNOWN, "含有数字以外的字符"),
        ("10012345678", PhoneKind.MOBILE, "手机号段不存在"),
        ("12012345678", PhoneKind.MOBILE, "手机号段不存在"),
        ("1380013800", PhoneKind.UNKNOWN, "共 10 位，不是电话号码的位数"),
        ("138001380001", PhoneKind.UNKNOWN, "共 12 位，不是电话号码的位数"),
        ("0999-12345678", PhoneKind.LANDLINE, "固话区号或位数不对"),
        ("0000-1234567", PhoneKind.LANDLINE, "固话区号或位数不对"),
        ("0000000", PhoneKind.UNKNOWN, "共 7 位，不是电话号码的位数"),
        ("1.38E+10", PhoneKind.UNKNOWN, "含有数字以外的字符"),
    ],
)
def test_a_bad_number_is_kept_with_its_fault(written, kind, fault):
    phone = phones.read_phone(written)
    assert (phone.kind, phone.fault) == (kind, fault)
    assert phone.valid is (fault == "")


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("13800138000/13900139000", ["13800138000", "13900139000"]),
        ("13800138000、13900139000；0512-62345678-801", ["13800138000", "13900139000", "051262345678-801"]),
        ("13800138000 13900139000", ["13800138000", "13900139000"]),
        ("13800138000\n13800138000", ["13800138000"]),
        ("138 0013 8000", ["13800138000"]),
        ("0512-62345678-801", ["051262345678-801"]),
        ("无/13800138000", ["无", "13800138000"]),
    ],
)
def test_a_cell_with_several_numbers(cell, keys):
    assert [phone.key for phone in phones.split_phones(cell)] == keys


@given(st.text(max_size=40))
def test_nothing_that_is_written_breaks_the_reader_and_a_key_is_its_own_key(text):
    phone = phones.read_phone(text)
    assert phones.phone_key(text) == phone.key
    if phone.valid:
        assert phones.phone_key(phone.key) == phone.key
    assert phones.split_phones(text) is not None


def test_every_kind_has_a_chinese_name():
    assert [kind.label for kind in PhoneKind] == ["手机", "固话", "服务号码", "境外号码", "无法识别"]


@given(
    st.one_of(
        st.from_regex(r"0\d{2,3}-?\d{6,9}(-\d{1,4})?", fullmatch=True),
        st.from_regex(r"1\d{9,11}", fullmatch=True),
        st.from_regex(r"(0?086|86|400|95|12|00852|)[0-9]{4,12}", fullmatch=True),
    )
)
def test_the_quick_answer_is_the_answer(written):
    read = phones.read_phone(written)
    assert phones.sort_of_phone(written) == (read.kind, read.valid)
