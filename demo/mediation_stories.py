"""Who works at the demo world's mediation centre, who quarrels, and about what."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

STAFF = (
    ("review1", "方慧", "reviewer"),
    ("filing1", "许朗", "assigner"),
    ("keeper1", "卫宁", "archivist"),
)
MEDIATORS = (
    ("med1", "吕正平", ("neighbour", "property", "housing"), "退休教师"),
    ("med2", "施敏", ("marriage", "labour"), "律师"),
    ("med3", "姚建新", ("finance", "contract", "consumer"), "退休法官"),
    ("med4", "龚小兰", ("traffic", "damage", "medical"), "专职调解员"),
)
PEOPLE = (
    "沈梅", "秦海涛", "康平", "蒋月华", "薛立", "邹静怡", "窦长江", "章慧敏", "苏志强", "潘秀英",
    "葛明", "范晓彤", "彭家豪", "鲁桂芳", "韦东升", "昌盛", "苗春燕", "凤来", "花建军", "方圆圆",
    "俞振华", "任丽娟", "袁小军", "柳青",
)  # fmt: skip
REMARKS = (
    {"claim": "请写明金额如何计算，例如维修费、误工费各多少。"},
    {"description": "请补充事情发生的具体时间和经过。", "amount": "金额与经过中所述不一致，请核对。"},
    {"respondents.0.phone": "电话无法接通，请核实后重填。"},
)


@dataclass(frozen=True)
class Told:
    """What an applicant tells."""

    kind: str
    amount: Decimal
    description: str
    claim: str
    answers: dict[str, Any] = field(default_factory=dict)


def _told(kind: str, amount: str, description: str, claim: str, **answers: Any) -> Told:
    return Told(kind, Decimal(amount), description, claim, {"tried_before": True, **answers})


STORIES = (
    _told("neighbour", "8600", "楼上卫生间漏水三个月，天花板和地板多处起泡，多次上门协商没有结果。",
          "修好漏水点，赔偿维修费用。", claim_basis="漏水点在楼上用户的室内管道。"),
    _told("property", "3200", "物业公司一年未更换单元门禁，期间电动车被盗，要求减免物业费一直没有答复。",
          "减免一年物业费的一半。"),
    _told("finance", "26400", "信用卡因住院连续三期未还，希望停息后分期，与银行电话沟通未能达成方案。",
          "停止计收违约金，分二十四期归还本金。", product="信用卡", contract_no="6621", owed="26400"),
    _told("labour", "18500", "公司连续两个月没有发放工资，口头通知解除合同，没有给书面说明。",
          "补发工资并支付解除合同的经济补偿。", employed_on="2023-05-08", wage="6800",
          dispute_points=["拖欠工资", "解除劳动合同"]),
    _told("traffic", "12300", "在人民路口与对方车辆相撞，对方负主要责任，修车费和误工费协商不成。",
          "赔偿修车费与误工费。", place="人民路与解放路口", police_no="2026-0417", injured=False),
    _told("consumer", "5980", "健身房预付两年费用，三个月后停业搬迁，新店离家很远，拒绝退还余额。",
          "退还未使用部分的费用。"),
    _told("contract", "42000", "装修合同约定六十天完工，已拖延四个月，水电改造也有多处不合格。",
          "返还部分工程款并整改。", claim_basis="合同第六条约定逾期每日千分之一。"),
    _told("damage", "7600", "邻居的狗在楼道咬伤孩子，打了五针疫苗，对方只愿承担一半费用。",
          "赔偿医疗费、交通费和误工费。"),
    _told("housing", "15000", "租房到期后房东以墙面有划痕为由不退押金，入住时已有照片为证。",
          "退还全部押金。"),
    _told("medical", "30000", "拔牙后持续麻木两个月，复查认为与操作有关，医院只同意减免复查费。",
          "赔偿后续治疗费用。"),
)  # fmt: skip
