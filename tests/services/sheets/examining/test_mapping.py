"""Headers become fields: by their words, by their neighbours, or as the client saved it."""

from __future__ import annotations

import pytest

from anjie.lines.recovery.payment.columns import CLAIMED_PAYMENT, REPAYMENT
from anjie.lines.recovery.placement.kinds import PLACEMENT
from anjie.lines.recovery.work.columns import WORK_RECORD
from anjie.services.sheets.examining.mapping import Matcher, plain, unit_of

PLACEMENTS = Matcher(PLACEMENT.spread())

# The words of the field list that every bank's sheet must be recognised by.
LISTED = {
    "batch_no": "批次号 委案批次 批次 委托批次 批次编号",
    "serial_no": "个案序列号 序列号 案件编号 案件号 案号 委案编号",
    "contract_no": "合同号 合同编号 贷款合同号 借据号 借据编号 账户号 账号 客户号",
    "card_no": "卡号 信用卡号 主卡号 卡片号码",
    "card_kind": "卡种 卡类型 卡产品 产品名称 产品类型",
    "debtor_name": "姓名 客户姓名 持卡人 持卡人姓名 借款人 借款人姓名 债务人",
    "id_kind": "证件类型",
    "id_no": "证件号 证件号码 身份证 身份证号 身份证号码",
    "sex": "性别",
    "born_on": "出生日期 生日",
    "age": "年龄",
    "mobile": "手机 手机号 手机号码 移动电话 本人手机 联系电话",
    "home_phone": "家庭电话 住宅电话 家电",
    "office_phone": "单位电话 公司电话",
    "email": "邮箱 电子邮箱",
    "employer": "单位名称 工作单位 公司名称",
    "position": "职务 职位",
    "office_address": "单位地址 公司地址",
    "home_address": "家庭地址 住宅地址 现住址",
    "household_address": "户籍地址 户口地址",
    "statement_address": "账单地址 对账单地址",
    "postcode": "邮编",
    "placed_amount": "委案金额 委托金额 欠款金额 欠款总额 逾期总额 委外金额 总欠款",
    "principal": "本金 剩余本金 欠款本金",
    "interest": "利息 逾期利息",
    "penalty": "违约金 滞纳金 罚息",
    "fee": "费用 手续费",
    "latest_balance": "最新欠款 最新余额 当前欠款",
    "currency": "币种",
    "credit_limit": "信用额度 额度 授信额度",
    "loan_amount": "贷款金额 放款金额",
    "loan_on": "贷款日期 放款日期",
    "instalments": "期数 总期数",
    "paid_instalments": "已还期数",
    "opened_on": "开卡日期 开户日期",
    "statement_day": "账单日",
    "overdue_since": "逾期日期 起逾日",
    "overdue_days": "逾期天数",
    "overdue_band": "账龄 逾期阶段 手别 M值",
    "overdue_instalments": "逾期期数",
    "min_payment": "最低还款额",
    "last_paid_on": "最后还款日期 最近还款日",
    "last_paid_amount": "最后还款金额",
    "placed_on": "委案日期 委托日期 委派日期",
    "recall_on": "退案日期 预计退案日 到期日 委案到期日",
    "commission_rate": "佣金比例 佣金率 费率 服务费率 提成比例",
    "region": "地区 省市 城市 催收区域 区域 分行",
    "contact_1_name": "联系人1 联系人1姓名 第一联系人",
    "contact_1_relation": "联系人1关系 与本人关系1",
    "contact_1_phone": "联系人1电话 联系人1手机",
    "contact_10_address": "联系人10地址",
    "bureau_facts": "征信信息 征信",
    "remark_1": "备注 备注1 附注 说明",
    "remark_6": "备注6",
}


@pytest.mark.parametrize(("field", "word"), [(f, w) for f, words in LISTED.items() for w in words.split()])
@pytest.mark.parametrize("dressed", ["{}", " {} ", "{}*", "★{}", "{}（必填）", "【{}】", "{}\n"])
def test_every_listed_word_is_certain_however_it_is_dressed(field, word, dressed):
    found = PLACEMENTS.suggest([dressed.format(word)]).mapped
    assert [(one.column.field, one.confidence) for one in found] == [(field, "certain")]


def test_the_better_word_wins_and_the_other_is_told():
    found = PLACEMENTS.suggest(["逾期金额", "委案金额"])
    assert found.by_field() == {"placed_amount": "委案金额"}
    assert found.unmapped == ((0, "逾期金额"),)


def test_a_short_word_belongs_to_the_contact_on_its_left():
    found = PLACEMENTS.suggest(["姓名", "手机", "联系人1", "关系", "手机", "联系人2", "关系", "手机"])
    assert found.by_field() == {
        "debtor_name": "姓名", "mobile": "手机", "contact_1_name": "联系人1", "contact_1_relation": "关系",
        "contact_1_phone": "手机", "contact_2_name": "联系人2", "contact_2_relation": "关系", "contact_2_phone": "手机",
    }  # fmt: skip
    assert [one.index for one in found.mapped] == list(range(8))


def test_an_explicit_contact_phone_leaves_the_debtors_mobile_alone():
    found = PLACEMENTS.suggest(["联系人1姓名", "联系人1电话", "手机号码"])
    assert found.by_field()["mobile"] == "手机号码"


def test_remarks_fill_their_six_places_in_order():
    found = PLACEMENTS.suggest(["备注"] * 7)
    assert [one.column.field for one in found.mapped] == [f"remark_{n}" for n in range(1, 7)]
    assert found.unmapped == ((6, "备注"),)


def test_a_word_with_something_in_front_is_a_guess():
    (found,) = PLACEMENTS.suggest(["借款人单位地址"]).mapped
    assert (found.column.field, found.confidence) == ("office_address", "guessed")


def test_a_saved_mapping_decides_alone():
    found = PLACEMENTS.saved(
        ["姓名", "户主", "委案金额", "金额二"], {"debtor_name": "户主", "placed_amount": "金额二"}
    )
    assert found.by_field() == {"debtor_name": "户主", "placed_amount": "金额二"}
    assert [word for _, word in found.unmapped] == ["姓名", "委案金额"]


def test_a_saved_header_that_is_gone_falls_back_to_the_suggestion():
    found = PLACEMENTS.saved(
        ["姓名", "手机号码"], {"debtor_name": "姓名", "mobile": "手机号", "region": "大区"}
    )
    assert found.by_field() == {"debtor_name": "姓名", "mobile": "手机号码"}
    assert found.missing_saved == (("region", "大区"),)


def test_two_columns_of_one_name_are_saved_in_order():
    found = PLACEMENTS.saved(["备注", "备注"], {"remark_2": "备注", "remark_1": "备注"})
    assert [(one.index, one.column.field) for one in found.mapped] == [(0, "remark_2"), (1, "remark_1")]


@pytest.mark.parametrize(
    ("header", "unit"),
    [("委案金额(万元)", 10_000), ("委案金额（单位：万元）", 10_000), ("委案金额万元", 10_000), ("委案金额【万】", 10_000),
     ("委案金额(元)", 1), ("委案金额", 1), ("万达金额", 1)],
)  # fmt: skip
def test_the_unit_is_read_from_the_header(header, unit):
    assert unit_of(header) == unit


def test_numbers_in_headers_are_one_whatever_their_writing():
    assert {plain(w) for w in ("第一联系人", "联系人一", "联系人①", "联系人1", "联系人01", "第1联系人")} == {
        "联系人1"
    }
    assert plain("联系人10电话") == "联系人10电话"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            REPAYMENT,
            {"amount": "回款金额", "paid_on": "到账日期", "serial_no": "案件编号", "reference": "交易流水号"},
        ),
        (CLAIMED_PAYMENT, {"amount": "还款金额", "paid_on": "还款日期", "card_no": "信用卡号"}),
        (WORK_RECORD, {"at": "跟进时间", "note": "催收记录", "result": "行动代码", "collector": "催收员"}),
    ],
)
def test_other_kinds_know_their_own_words(kind, words):
    assert Matcher(kind.spread()).suggest(list(words.values())).by_field() == words
