"""The kinds of sheet a bank sends: the placement, and what comes after it, each row naming its case by a key."""

from __future__ import annotations

from dataclasses import replace

from anjie.lines.recovery.placement.checks import (
    PLACEMENT_CHECKS,
    id_number_is_good,
    recall_after_placed,
    says_something,
)
from anjie.lines.recovery.placement.columns import (
    CARD_NO,
    CONTRACT_NO,
    DEBTOR_NAME,
    ID_NO,
    PLACED_ON,
    PLACEMENT_COLUMNS,
    SERIAL_NO,
)
from anjie.services.sheets.declaring.kinds import Column, MatchKey, SheetKind, words
from anjie.services.sheets.declaring.types import date, digits, money, name, phone, text

# SHEET-4: a row of any later sheet finds its case by the first of these whose columns the sheet has.
MATCH_KEYS = (
    MatchKey("serial_no", "个案序列号", words("serial_no")),
    MatchKey("contract_no", "合同号/账号", words("contract_no")),
    MatchKey("card_placed_on", "卡号 + 委案日期", words("card_no placed_on")),
    MatchKey("id_placed_on", "证件号 + 委案日期", words("id_no placed_on")),
)

PLACEMENT = SheetKind(
    "placement", "委案", PLACEMENT_COLUMNS, amount_field="placed_amount", checks=PLACEMENT_CHECKS
)

# ---- sheets that come after the placement: each row names its case by one of the keys ----------------

# What names a case may stand in any of these sheets; what is starred in a placement is not needed again.
KEY_COLUMNS = (
    replace(SERIAL_NO, required_group=""),
    replace(CONTRACT_NO, required_group=""),
    CARD_NO,
    ID_NO,
    replace(DEBTOR_NAME, required=False),
    replace(PLACED_ON, required=False),
)
_KEY_FIELDS = frozenset(column.field for column in KEY_COLUMNS)
# A case stays in its batch and currency, and a person may be in other clients' cases: the preview lists such
# columns as not read rather than taking them without effect.
_NOT_UPDATED = frozenset({"batch_no", "currency", "id_kind", "sex", "born_on"})

PLACEMENT_UPDATE = SheetKind(
    "placement_update",
    "案件更新",
    KEY_COLUMNS
    + tuple(
        replace(column, required=False, default=None)
        for column in PLACEMENT_COLUMNS
        if column.field not in _KEY_FIELDS | _NOT_UPDATED
    ),
    amount_field="placed_amount",
    match_keys=MATCH_KEYS,
    checks=(recall_after_placed, id_number_is_good),
)

REMARK = SheetKind(
    "remark",
    "评语",
    (
        *KEY_COLUMNS,
        Column(
            "评语",
            "remark",
            text,
            words("备注 附注 说明 评语内容 备注内容 内容"),
            required=True,
            max_length=5000,
        ),
    ),
    match_keys=MATCH_KEYS,
)

INTEREST = SheetKind(
    "interest",
    "利息费用",
    (
        *KEY_COLUMNS,
        Column(
            "最新欠款",
            "latest_balance",
            money,
            words("最新余额 当前欠款 最新欠款金额 当前余额 欠款总额 总欠款"),
        ),
        Column("本金", "principal", money, words("剩余本金 欠款本金 本金余额 未还本金")),
        Column("利息", "interest", money, words("逾期利息 欠款利息 最新利息 未还利息")),
        Column("违约金", "penalty", money, words("滞纳金 罚息 最新违约金")),
        Column("费用", "fee", money, words("手续费 其他费用 最新费用")),
        Column("截至日期", "as_of", date, words("统计日期 数据日期 计息日期 截止日期 更新日期 利息日期")),
    ),
    amount_field="latest_balance",
    match_keys=MATCH_KEYS,
    checks=(says_something("latest_balance", "principal", "interest", "penalty", "fee"),),
)

PHONE = SheetKind(
    "phone",
    "电话",
    (
        *KEY_COLUMNS,
        Column(
            "电话", "phone", phone,
            words("手机 手机号 手机号码 电话号码 联系电话 号码 新电话 新号码 联系方式 移动电话"),
            required=True, sealed=True,
        ),
        Column("联系人", "contact_name", name, words("联系人姓名 机主 机主姓名 号码归属人"), max_length=100),
        Column("关系", "relation", text, words("与本人关系 联系人关系 与客户关系 与债务人关系"), max_length=50),
        Column("号码类型", "phone_kind", text, words("电话类型 类型"), max_length=50),
        Column("来源", "source", text, words("号码来源 电话来源"), max_length=100),
        Column("备注", "remark", text, words("说明 附注"), max_length=1000),
    ),
    match_keys=MATCH_KEYS,
)  # fmt: skip

ADDRESS = SheetKind(
    "address",
    "地址",
    (
        *KEY_COLUMNS,
        Column(
            "地址", "address", text, words("详细地址 联系地址 新地址 家庭地址 住址 通讯地址"), required=True
        ),
        Column("地址类型", "address_kind", text, words("类型 地址类别"), max_length=50),
        Column("联系人", "contact_name", name, words("联系人姓名 收件人"), max_length=100),
        Column("关系", "relation", text, words("与本人关系 联系人关系"), max_length=50),
        Column("邮编", "postcode", digits, words("邮政编码")),
        Column("来源", "source", text, words("地址来源"), max_length=100),
        Column("备注", "remark", text, words("说明 附注"), max_length=1000),
    ),
    match_keys=MATCH_KEYS,
)

BUREAU = SheetKind(
    "bureau",
    "征信",
    (
        *KEY_COLUMNS,
        Column(
            "征信信息", "bureau_facts", text,
            words("征信 征信内容 征信情况 征信记录 征信结果 内容"),
            required=True, max_length=5000,
        ),
        Column("查询日期", "looked_up_on", date, words("征信日期 报告日期 查询时间 征信查询日期")),
    ),
    match_keys=MATCH_KEYS,
)  # fmt: skip
