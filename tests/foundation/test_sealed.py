"""Sealed fields: bound to their row, found by a blind index, resealed under a new key, refused without one."""

import hashlib
import hmac
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import sealed
from anjie.foundation.sealed import KEY_BYTES, Field, KeyRing, KeysMissing, SealBroken, Sealer

PLACE = "party.id_no"
ID_NO = "11010519491231002X"


def new_ring() -> KeyRing:
    return KeyRing({1: os.urandom(KEY_BYTES)}, 1, os.urandom(KEY_BYTES))


def rotated(ring: KeyRing) -> KeyRing:
    return KeyRing({**ring.sealing, 2: os.urandom(KEY_BYTES)}, 2, ring.index)


sealer = Sealer(new_ring())


@given(value=st.text(), row=st.integers(0, 2**63 - 1))
def test_what_was_sealed_opens_again(value, row):
    assert sealer.open(sealer.seal(value, PLACE, row), PLACE, row) == value


def test_half_a_surrogate_pair_opens_again():
    assert sealer.open(sealer.seal("\ud800", PLACE, 1), PLACE, 1) == "\ud800"
    assert len(sealer.index("\ud800", Field.TEXT)) == 16


def test_a_sealed_value_tells_nothing_and_is_never_the_same_twice():
    first, second = sealer.seal_many([ID_NO, ID_NO], PLACE, [7, 7])
    assert first != second
    assert ID_NO.encode() not in first
    assert first[0] == sealer.ring.current
    assert len(first) == 1 + 12 + len(ID_NO) + 16


@pytest.mark.parametrize(("place", "row"), [(PLACE, 8), ("party.card_no", 7), ("party.id_no:7", 7)])
def test_a_value_moved_to_another_row_or_column_does_not_open(place, row):
    token = sealer.seal(ID_NO, PLACE, 7)
    with pytest.raises(SealBroken) as refused:
        sealer.open(token, place, row)
    assert refused.value.code == "sealed.broken"
    assert refused.value.facts == {"place": place, "row": row}


def test_a_value_with_any_byte_changed_does_not_open():
    token = sealer.seal(ID_NO, PLACE, 7)
    for at in range(len(token)):
        changed = token[:at] + bytes([token[at] ^ 1]) + token[at + 1 :]
        with pytest.raises(SealBroken):
            sealer.open(changed, PLACE, 7)
    for cut in (b"", token[:5], token[:-1]):
        with pytest.raises(SealBroken):
            sealer.open(cut, PLACE, 7)


def test_a_column_is_sealed_and_opened_in_order():
    values = [f"6222{row:012d}" for row in range(500)]
    rows = list(range(500))
    tokens = sealer.seal_many(values, "party.card_no", rows)
    assert len(set(tokens)) == 500
    assert sealer.open_many([memoryview(token) for token in tokens], "party.card_no", rows) == values


def test_a_column_and_its_rows_must_be_of_one_length():
    with pytest.raises(ValueError, match="zip"):
        sealer.seal_many(["1", "2"], PLACE, [1])


def test_the_index_is_the_hmac_that_is_promised():
    expected = hmac.new(sealer.ring.index, b"name\0" + "张三".encode(), hashlib.sha256).digest()[:16]
    assert sealer.index("张三", Field.NAME) == expected


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (Field.ID_NO, "11010519491231002X", " 110105 19491231 002x"),
        (Field.ID_NO, "11010519491231002X", "110105491231002"),
        (Field.CARD_NO, "6222 0212-3456 7890 123", "6222021234567890123"),
        (Field.PHONE, "+86 138-0013-8000", "13800138000"),
        (Field.PHONE, "0512-62345678转801", "(0512)62345678-801"),
        (Field.NAME, " 张 三", "张三"),
        (Field.MAIL, "Zhang@Example.com ", "zhang@example.com"),
        (Field.ADDRESS, "人民路 １号", "人民路1号"),
        (Field.TEXT, " ABC", "abc"),
    ],
)
def test_writings_of_one_value_have_one_index(kind, one, other):
    assert sealer.index(one, kind) == sealer.index(other, kind)


def test_one_text_in_two_fields_has_two_indexes():
    assert len({sealer.index("13800138000", kind) for kind in Field}) == len(Field)


def test_another_installation_has_other_indexes():
    assert Sealer(new_ring()).index(ID_NO, Field.ID_NO) != sealer.index(ID_NO, Field.ID_NO)


def test_rotation_reseals_what_is_old_and_keeps_the_index():
    before = Sealer(new_ring())
    tokens = before.seal_many(["甲", "乙"], PLACE, [1, 2])
    after = Sealer(rotated(before.ring))
    fresh = after.seal("丙", PLACE, 3)
    assert after.open(tokens[0], PLACE, 1) == "甲"

    resealed = after.reseal_many([*tokens, fresh], PLACE, [1, 2, 3])

    assert [after.key_of(token) for token in resealed] == [2, 2, 2]
    assert resealed[2] == fresh
    assert after.index("甲", Field.NAME) == before.index("甲", Field.NAME)
    only_new = Sealer(KeyRing({2: after.ring.sealing[2]}, 2, after.ring.index))
    assert only_new.open_many(resealed, PLACE, [1, 2, 3]) == ["甲", "乙", "丙"]
    with pytest.raises(SealBroken):
        only_new.open(tokens[0], PLACE, 1)


def test_a_value_moved_between_rows_is_not_laundered_by_rotation():
    before = Sealer(new_ring())
    token = before.seal("甲", PLACE, 1)
    with pytest.raises(SealBroken):
        Sealer(rotated(before.ring)).reseal_many([token], PLACE, [2])


ONE, OTHER = b"1" * KEY_BYTES, b"2" * KEY_BYTES


@pytest.mark.parametrize(
    ("sealing", "current", "index"),
    [
        ({}, 1, OTHER),
        ({1: ONE}, 2, OTHER),
        ({0: ONE}, 0, OTHER),
        ({256: ONE}, 256, OTHER),
        ({1: ONE[1:]}, 1, OTHER),
        ({1: ONE}, 1, b""),
        ({1: ONE}, 1, ONE),
    ],
)
def test_without_whole_keys_nothing_is_served(sealing, current, index):
    with pytest.raises(KeysMissing) as refused:
        KeyRing(sealing, current, index)
    assert refused.value.code == "sealed.keys_missing"
    assert refused.value.status == 503
    assert "不提供服务" in refused.value.message


def test_keys_never_show_in_a_representation():
    ring = new_ring()
    assert repr(ring) == "KeyRing(current=1)"


def test_the_sealer_of_the_process_is_installed_once_or_missing():
    before = sealed._in_use
    try:
        sealed.install(None)
        with pytest.raises(KeysMissing):
            sealed.sealer()
        sealed.install(sealer)
        assert sealed.sealer() is sealer
    finally:
        sealed.install(before)
