"""Rule packs in writing: what is shipped reads back, what does not hold together is refused."""

import json

import pytest

from anjie.foundation.refusals import Invalid
from anjie.services.contact import packs
from anjie.services.contact.packs import SHIPPED


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.code)
def test_a_shipped_pack_reads_back_from_json_and_says_what_it_rests_on(pack):
    assert packs.from_dict(json.loads(json.dumps(packs.as_dict(pack)))) == pack
    assert pack.source
    assert all(cap.source for cap in pack.caps)
    # A fact of grade C is never a hard stop by itself.
    assert all(cap.grade in ("A", "B", "-") for cap in pack.caps)


def changed(**changes):
    return {**packs.as_dict(SHIPPED[-1]), **changes}


CAP = packs.as_dict(SHIPPED[-1])["caps"][0]


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (changed(code=""), "名称、代码和日期不能为空"),
        (changed(version=0), "0 应为 1 到 1000000 的整数"),
        (changed(version=True), "True 应为"),
        (changed(valid_from="2026-13-01"), "生效日期应写成 2026-09-01 的形式"),
        (changed(hours={"call": ["21:00", "08:00"]}), "时段 21:00–08:00 的开始不早于结束"),
        (changed(hours={"call": ["8:00", "21:00"]}), "时间 8:00 应写成 08:00 的形式"),
        (changed(hours={"call": ["08:00", "24:01"]}), "时间 24:01 应写成"),
        (changed(hours={"call": ["08:00"]}), "时段应写成开始和结束两个时间"),
        (changed(hours={"wechat": ["08:00", "21:00"]}), "wechat 不是 call、robot、sms、letter、visit 之一"),
        (changed(hours=5), "结构不对"),
        (changed(caps=[CAP, CAP]), "同一口径的次数上限出现了两次"),
        (changed(caps=[{**CAP, "channels": []}]), "次数上限没有写明联系方式"),
        (changed(caps=[{**CAP, "rule": "DROP"}]), "规则代码 DROP"),
        (changed(caps=[{**CAP, "limit": -1}]), "-1 应为 0 到 1000 的整数"),
        (changed(caps=[{**CAP, "days": 0}]), "0 应为 1 到 366 的整数"),
        (changed(caps=[7]), "结构不对"),
        (changed(caps=[{**CAP, "per": "team"}]), "team 不是 person、number 之一"),
        (changed(valid_from=20260901), "生效日期应写成"),
        (changed(agreed_hours_waive="yes"), "agreed_hours_waive 应为 true 或 false"),
    ],
)
def test_a_pack_that_does_not_hold_together_is_refused(told, what):
    with pytest.raises(Invalid) as refused:
        packs.from_dict(told)
    assert refused.value.code == "contact.pack_wrong"
    assert what in refused.value.message


@pytest.mark.parametrize("missing", ["code", "version", "valid_from", "hours", "caps", "agreed_hours_waive"])
def test_a_pack_with_a_part_missing_is_refused(missing):
    told = packs.as_dict(SHIPPED[-1])
    del told[missing]
    with pytest.raises(Invalid, match=f"缺少 {missing}"):
        packs.from_dict(told)


def test_the_whole_day_may_be_open():
    pack = packs.from_dict(changed(hours={"call": ["00:00", "24:00"]}))
    assert [window.label for window in pack.hours.values()] == ["00:00–24:00"]
