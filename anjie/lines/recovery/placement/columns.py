"""The columns of a bank's placement sheet, and the words banks write above them."""

from __future__ import annotations

from anjie.services.sheets.declaring.kinds import Column, words
from anjie.services.sheets.declaring.types import (
    card,
    choice,
    date,
    digits,
    email,
    id_no,
    integer,
    money,
    name,
    percent,
    phone,
    text,
)

SEX = {
    "男": "男", "女": "女", "男性": "男", "女性": "女", "M": "男", "F": "女", "male": "男",
    "female": "女", "先生": "男", "女士": "女", "1": "男", "2": "女", "0": "女",
    "未知": "未知", "不详": "未知",
}  # fmt: skip
CURRENCY = {
    "人民币": "CNY", "CNY": "CNY", "RMB": "CNY", "元": "CNY", "156": "CNY", "本币": "CNY", "￥": "CNY", "¥": "CNY",
    "美元": "USD", "USD": "USD", "840": "USD", "外币": "USD", "港币": "HKD", "HKD": "HKD", "344": "HKD", "欧元": "EUR",
    "EUR": "EUR", "978": "EUR", "日元": "JPY", "JPY": "JPY", "392": "JPY", "英镑": "GBP", "GBP": "GBP",
}  # fmt: skip

SERIAL_NO = Column(
    "个案序列号",
    "serial_no",
    digits,
    words("""
        序列号 案件编号 案件号 案号 委案编号 个案编号 委外编号 案件序列号 催收编号
        任务编号 案件ID 个案号 委案号
    """),
    required_group="account",
)
CONTRACT_NO = Column(
    "合同号",
    "contract_no",
    digits,
    words("""
        合同编号 贷款合同号 贷款合同编号 借款合同号 借款合同编号 借据号 借据编号 账户号
        账号 客户号 账户编号 帐号 帐户号 贷款账号 贷款编号 客户编号 借款编号 订单号
        借据号码 合同号码
    """),
    required_group="account",
)
CARD_NO = Column(
    "卡号",
    "card_no",
    card,
    words("信用卡号 主卡号 卡片号码 信用卡卡号 主卡卡号 银行卡号 信用卡号码 卡号码"),
    sealed=True,
)
ID_NO = Column(
    "证件号码",
    "id_no",
    id_no,
    words("""
        证件号 身份证 身份证号 身份证号码 身份证件号码 公民身份号码 身份证件号 证件编号
        id号 身份号码
    """),
    sealed=True,
)
DEBTOR_NAME = Column(
    "姓名",
    "debtor_name",
    name,
    words("""
        客户姓名 持卡人 持卡人姓名 借款人 借款人姓名 债务人 债务人姓名 客户名称 户名
        主借人 主借款人 被催收人 被催收人姓名 借款人名称 客户名 欠款人 欠款人姓名
    """),
    required=True,
    max_length=100,
)
PLACED_ON = Column(
    "委案日期",
    "placed_on",
    date,
    words("""
        委托日期 委派日期 委外日期 委案日 委案时间 委托时间 委外时间 派案日期 委案开始日期
        委托开始日期 委外开始日期 入催日期
    """),
    required=True,
)

_CONTACT = ("联系人{n}", "紧急联系人{n}", "亲属{n}", "第三方联系人{n}")


def _of_contact(*endings: str) -> tuple[str, ...]:
    behind = tuple(f"{who}{ending}" for who in _CONTACT for ending in endings)
    before = tuple(f"{who.removesuffix('{n}')}{ending}{{n}}" for who in _CONTACT for ending in endings)
    return behind + before


CONTACTS = (
    Column(
        "联系人{n}姓名",
        "contact_{n}_name",
        name,
        (
            *_CONTACT,
            *_of_contact("姓名", "名称", "名字"),
            *words("联系人 联系人姓名 紧急联系人 紧急联系人姓名"),
        ),
        count=10,
        group="contact_{n}",
        bare=words("姓名 名字"),
        max_length=100,
    ),
    Column(
        "联系人{n}关系",
        "contact_{n}_relation",
        text,
        (
            *_of_contact("关系", "与本人关系", "与客户关系", "与债务人关系", "与持卡人关系", "与借款人关系"),
            *words("""
        与本人关系{n} 关系{n} 与客户关系{n} 与借款人关系{n} 与持卡人关系{n}
        联系人关系 紧急联系人关系 联系人与本人关系
    """),
        ),
        count=10,
        group="contact_{n}",
        bare=words("关系 与本人关系 与客户关系 与借款人关系 与持卡人关系 与债务人关系 亲属关系"),
        max_length=50,
    ),
    Column(
        "联系人{n}电话",
        "contact_{n}_phone",
        phone,
        (
            *_of_contact(
                "电话",
                "手机",
                "手机号",
                "手机号码",
                "电话号码",
                "联系电话",
                "联系方式",
                "号码",
                "移动电话",
            ),
            *words("""
        联系人电话 联系人手机 联系人手机号 联系人手机号码 联系人联系方式 联系人联系电话
        紧急联系人电话 紧急联系人手机 紧急联系人手机号 紧急联系人联系方式
    """),
        ),
        count=10,
        group="contact_{n}",
        sealed=True,
        bare=words("电话 手机 手机号 手机号码 联系电话 电话号码 联系方式 号码 移动电话"),
    ),
    Column(
        "联系人{n}地址",
        "contact_{n}_address",
        text,
        (*_of_contact("地址", "住址", "联系地址", "家庭地址"), *words("联系人地址 紧急联系人地址")),
        count=10,
        group="contact_{n}",
        bare=words("地址 住址 联系地址"),
    ),
)

PLACEMENT_COLUMNS = (
    Column(
        "批次号",
        "batch_no",
        digits,
        words("批次 委案批次 委托批次 批次编号 委外批次 批号 委案批次号 委外批次号 案件批次"),
    ),
    SERIAL_NO,
    CONTRACT_NO,
    CARD_NO,
    Column(
        "卡种",
        "card_kind",
        text,
        words("""
        卡类型 卡产品 产品名称 产品类型 卡种类 卡片类型 产品 业务类型 贷款产品 贷款类型
        贷款产品名称
    """),
    ),
    DEBTOR_NAME,
    Column("证件类型", "id_kind", text, words("证件种类 证件类别 身份证件类型"), max_length=50),
    ID_NO,
    Column("性别", "sex", choice, words("客户性别"), choices=SEX),
    Column("出生日期", "born_on", date, words("生日 出生年月日")),
    Column("年龄", "age", integer, words("客户年龄"), maximum=130),
    Column(
        "手机",
        "mobile",
        phone,
        words("""
        手机号 手机号码 移动电话 本人手机 联系电话 本人电话 本人手机号 本人手机号码
        联系方式 本人联系方式 本人联系电话 客户手机 客户手机号 客户手机号码 客户电话 电话
        电话号码 手机1 本人手机1 注册手机号 预留手机号 借款人手机号 持卡人手机
    """),
        sealed=True,
    ),
    Column(
        "家庭电话",
        "home_phone",
        phone,
        words("住宅电话 家电 家庭固话 住宅固话 宅电 家庭座机 电话 固定电话 座机 手机2"),
        sealed=True,
    ),
    Column(
        "单位电话",
        "office_phone",
        phone,
        words("公司电话 办公电话 单位固话 工作电话 公电 单电 电话 单位联系电话 手机3"),
        sealed=True,
    ),
    Column("邮箱", "email", email, words("电子邮箱 电子邮件 email e-mail 邮箱地址 电邮")),
    Column(
        "单位名称",
        "employer",
        text,
        words("工作单位 公司名称 单位 就职单位 工作单位名称 单位全称 公司 雇主名称"),
    ),
    Column("职务", "position", text, words("职位 岗位 职业"), max_length=100),
    Column("单位地址", "office_address", text, words("公司地址 工作单位地址 办公地址 单位所在地")),
    Column(
        "家庭地址",
        "home_address",
        text,
        words("""
        住宅地址 现住址 家庭住址 居住地址 住址 现居住地址 联系地址 通讯地址 地址 现居地址
        常住地址
    """),
    ),
    Column(
        "户籍地址",
        "household_address",
        text,
        words("户口地址 户籍所在地 身份证地址 户籍 户口所在地 证件地址"),
    ),
    Column("账单地址", "statement_address", text, words("对账单地址 帐单地址 账单邮寄地址 寄单地址")),
    Column("邮编", "postcode", digits, words("邮政编码 家庭邮编 账单邮编")),
    Column(
        "委案金额",
        "placed_amount",
        money,
        words("""
        委托金额 欠款金额 欠款总额 逾期总额 委外金额 总欠款 委案总金额 委托总金额 逾期金额
        总欠款金额 欠款总金额 应还总额 委外总金额 结清金额 欠款 委案总额 总欠款额 委案本息
        逾期总金额
    """),
        required=True,
    ),
    Column(
        "本金",
        "principal",
        money,
        words("剩余本金 欠款本金 逾期本金 未还本金 委案本金 本金余额 贷款本金余额 欠本金 应还本金"),
    ),
    Column("利息", "interest", money, words("逾期利息 欠款利息 欠息 未还利息 应还利息 委案利息 欠利息")),
    Column("违约金", "penalty", money, words("滞纳金 罚息 逾期违约金 逾期罚息 复利罚息 应还罚息 罚金")),
    Column("费用", "fee", money, words("手续费 其他费用 年费 服务费 逾期费用 欠费用 应还费用 分期手续费")),
    Column(
        "最新欠款",
        "latest_balance",
        money,
        words("""
        最新余额 当前欠款 最新欠款金额 最新欠款总额 当前余额 当前欠款金额 现欠款
        当前欠款总额
    """),
    ),
    Column("币种", "currency", choice, words("货币 币别 货币类型"), choices=CURRENCY, default="CNY"),
    Column(
        "信用额度", "credit_limit", money, words("额度 授信额度 卡额度 固定额度 总额度 授信金额 账户额度")
    ),
    Column(
        "贷款金额",
        "loan_amount",
        money,
        words("放款金额 借款金额 合同金额 发放金额 贷款本金 借款本金 贷款总额"),
    ),
    Column(
        "贷款日期", "loan_on", date, words("放款日期 借款日期 发放日期 放款日 贷款发放日期 放款时间 借款时间")
    ),
    Column(
        "期数",
        "instalments",
        integer,
        words("总期数 贷款期数 借款期数 分期期数 分期数 贷款期限 还款期数"),
        maximum=600,
    ),
    Column("已还期数", "paid_instalments", integer, words("已还款期数 已偿还期数 还款期次"), maximum=600),
    Column(
        "开卡日期", "opened_on", date, words("开户日期 开卡日 开户日 发卡日期 核卡日期 开卡时间 激活日期")
    ),
    Column("账单日", "statement_day", integer, words("帐单日 每月账单日"), minimum=1, maximum=31),
    Column(
        "逾期日期",
        "overdue_since",
        date,
        words("""
        起逾日 逾期开始日期 逾期起始日 首逾日期 逾期开始日 起逾日期 逾期起始日期 逾期时间
        首次逾期日期
    """),
    ),
    Column("逾期天数", "overdue_days", integer, words("逾期日数 拖欠天数 当前逾期天数 最大逾期天数")),
    Column(
        "账龄",
        "overdue_band",
        text,
        words("""
        逾期阶段 手别 m值 逾期账龄 帐龄 账龄段 逾期等级 委外手别 委案手别 逾期级别
        案件手别
    """),
        max_length=50,
    ),
    Column(
        "逾期期数", "overdue_instalments", integer, words("拖欠期数 当前逾期期数 连续逾期期数"), maximum=600
    ),
    Column("最低还款额", "min_payment", money, words("最低还款 最低应还 最低还款金额 最低应还款额")),
    Column(
        "最后还款日期",
        "last_paid_on",
        date,
        words("""
        最近还款日 最后还款日 最近还款日期 上次还款日期 末次还款日期 最后一次还款日期
        最后还款时间
    """),
    ),
    Column(
        "最后还款金额",
        "last_paid_amount",
        money,
        words("最近还款金额 上次还款金额 末次还款金额 最后一次还款金额"),
    ),
    PLACED_ON,
    Column(
        "退案日期",
        "recall_on",
        date,
        words("""
        预计退案日 到期日 委案到期日 预计退案日期 退案日 委托到期日 委案到期日期
        委案截止日期 委托结束日期 委外到期日 退案时间 到期日期 委案结束日期 预计退案时间
        委托截止日期 委外结束日期 委外到期日期
    """),
    ),
    Column(
        "佣金比例",
        "commission_rate",
        percent,
        words("佣金率 费率 服务费率 提成比例 佣金费率 服务费比例 代理费率 委外费率"),
    ),
    Column(
        "地区",
        "region",
        text,
        words("""
        省市 城市 催收区域 区域 分行 所在地区 所属分行 分行名称 归属地 省份 所在城市
        所属地区
    """),
        max_length=100,
    ),
    *CONTACTS,
    Column("征信信息", "bureau_facts", text, words("征信 征信情况 征信记录"), max_length=5000),
    Column(
        "备注{n}",
        "remark_{n}",
        text,
        words("""
        备注 附注{n} 说明{n} 备注信息{n} 附注 说明 备注信息 备注说明 案件备注
        委案备注 其他
    """),
        count=6,
        max_length=5000,
    ),
)
