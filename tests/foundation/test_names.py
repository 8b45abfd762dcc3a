"""Names sort by pinyin with surnames read right, and are found by any part of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import names

han = st.text(st.sampled_from("张王李单仇区曾欧阳小明华强娜乐"), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("单小明", "shan xiao ming"),
        ("仇英", "qiu ying"),
        ("区志强", "ou zhi qiang"),
        ("曾国", "zeng guo"),
        ("解小龙", "xie xiao long"),
        ("查良", "zha liang"),
        ("任远", "ren yuan"),
        ("张单", "zhang dan"),
        ("欧阳娜娜", "ouyang na na"),
        ("尉迟恭", "yuchi gong"),
        ("万俟卜", "moqi bo"),
        ("长孙无忌", "zhangsun wu ji"),
        ("单于明", "chanyu ming"),
        ("单于", "shan yu"),
        ("John Smith", "john smith"),
        ("张A三", "zhang a san"),
        ("仇", "qiu"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_pinyin_keys(name, key):
    assert names.pinyin_key(name) == key


def test_names_sort_as_people_expect():
    people = ["曾一", "张三", "单一", "房玄", "方安", "方一"]
    assert sorted(people, key=names.pinyin_key) == ["方安", "房玄", "方一", "单一", "曾一", "张三"]


def test_grams_are_single_characters_and_pairs_once_each():
    assert names.grams("张小三") == ["张", "小", "三", "张小", "小三"]
    assert names.grams("娜娜 Li") == ["娜", "娜娜", "l", "i", "li"]
    assert names.grams("") == []


def test_searching_asks_for_pairs_where_there_are_any():
    assert names.search_grams("小三") == ["小三"]
    assert names.search_grams("三") == ["三"]
    assert names.search_grams("张小三 ＬＩ") == ["张小", "小三", "li"]
    assert names.search_grams(" ") == []


@given(name=han, start=st.integers(0, 5), length=st.integers(1, 6))
def test_every_part_of_a_name_finds_it(name, start, length):
    part = name[start : start + length]
    assert set(names.search_grams(part)) <= set(names.grams(name))


@given(st.text(max_size=30))
def test_any_text_has_a_key_and_grams(text):
    assert names.pinyin_key(text) == names.pinyin_key(text).strip()
    assert len(names.grams(text)) == len(set(names.grams(text)))


def test_surnames():
    assert names.surname("欧阳小三") == "欧阳"
    assert names.surname("欧阳") == "欧"
    assert names.surname("张三") == "张"
    assert names.surname("") == ""
