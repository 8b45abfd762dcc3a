"""What is wrong with what was sent, in the words of who typed it: pydantic's faults made Chinese.

A page checks before it sends, so these are read by who met a limit the page does not know, and by other programs,
which go by ``facts``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LABELS = {
    "account": "账号", "add": "新增项", "address": "地址", "amount": "金额", "amount_from": "金额下限",
    "amount_to": "金额上限", "answer": "答复", "answers": "申请内容", "agreed_on": "约定日期", "at": "时间",
    "balance_from": "余额下限", "balance_to": "余额上限", "before": "截止日期", "card_no": "卡号", "case_ids": "案件",
    "cause": "原因", "channel": "联系方式", "client": "委托方", "code": "代码", "collectors": "催收员",
    "colour": "颜色", "columns": "列", "comment": "说明", "company": "公司名称", "conflict": "利害关系",
    "contact_name": "联系人", "contact_phone": "联系电话", "contract_no": "合同号", "count": "数量", "court": "法院",
    "court_no": "法院案号", "credit_code": "统一社会信用代码", "custom": "自定义字段", "day": "日期", "days": "天数",
    "description": "说明", "due_on": "到期日", "due_until": "到期日", "effective_on": "生效日期", "fee_rate": "佣金率",
    "filed_on": "立案日期", "format": "格式", "from_at": "开始时间", "from_on": "开始日期", "handling": "处理情况",
    "happened_at": "发生时间", "happened_on": "发生日期", "hours": "小时数", "id_no": "证件号码", "joined_on": "任职日期",
    "join_url": "入会链接", "kind": "类别", "label": "名称", "legal_representative": "法定代表人", "limit": "上限",
    "mobile": "手机号", "mode": "方式", "months": "月数", "name": "姓名或名称", "new": "新密码", "next_on": "下次跟进日期",
    "no": "编号", "note": "备注", "number": "号码", "old": "原密码", "opinion": "意见", "outcome": "结果",
    "page": "页码", "paid_on": "还款日期", "parts_tolerance": "分项误差", "password": "密码", "payer": "还款人",
    "person": "当事人", "phone": "电话", "phone_code": "短信验证码", "place": "地点", "plan_grace_days": "宽限天数",
    "position": "顺序", "profession": "职业", "promise": "承诺还款", "purpose": "用途", "q": "搜索内容",
    "query": "查询条件", "quiet": "免打扰", "rate": "比例", "rating": "评分", "reason": "原因", "received_on": "收到日期",
    "reference": "流水号", "region": "地区", "relation": "关系", "remarks": "备注", "reply": "答复",
    "respondents": "被申请人", "result": "结果", "retention_months": "留案月数", "retention_years": "保存年数",
    "role": "角色", "rows": "行", "said": "内容", "seats": "座位数", "serial_no": "个案序列号", "severity": "等级",
    "sex": "性别", "size": "每页行数", "sort": "排序", "specialties": "擅长", "staff_no": "工号", "stars": "评分",
    "state": "状态", "statement": "陈述", "subject": "主题", "tags": "标签", "term_months": "期限（月）", "terms": "条款",
    "text": "内容", "title": "标题", "to_at": "结束时间", "to_on": "结束日期", "unit": "所属机构", "until": "截止日期",
    "username": "用户名", "valid_from": "生效日期", "value": "内容", "visit_limit_days": "外访时限", "way": "方式",
    "weights": "权重", "why": "原因", "yearly_rate": "年利率",
}  # fmt: skip
"""The fields people fill, by the words above them; what has none is told by its name in the interface."""

_WHY = {
    "missing": "没有填写",
    "string_too_short": "太短（至少 {min_length} 字）",
    "string_too_long": "太长（最多 {max_length} 字）",
    "too_short": "太少（至少 {min_length} 项）",
    "too_long": "太多（最多 {max_length} 项）",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "不能大于 {le}",
    "decimal_max_places": "最多 {decimal_places} 位小数",
    "decimal_max_digits": "位数太多",
    "decimal_whole_digits": "位数太多",
    "enum": "不在可选项中",
    "literal_error": "不在可选项中",
    "extra_forbidden": "不是这里要填的",
}
_BODY = frozenset({"body", "query", "path", "payload", "form", "file"})


def told(errors: Sequence[Mapping[str, Any]]) -> str:
    """``提交的内容有误：金额不能小于 0；编号格式不对。…`` of the faults, each once."""
    words = dict.fromkeys(f"{_label(one['loc'])}{_why(one)}" for one in errors)
    return f"提交的内容有误：{'；'.join(words) or '请求内容格式不对'}。请核对后重试。"


def _label(loc: Sequence[Any]) -> str:
    """The innermost field, and in which of several entries it stands."""
    names = [part for part in loc if isinstance(part, str)]
    if not names or names[-1] in _BODY:
        return "请求内容"
    name = names[-1]
    row = next((part for part in reversed(loc) if isinstance(part, int)), None)
    return f"{'' if row is None else f'第 {row + 1} 项的'}{LABELS.get(name, f'“{name[:40]}”')}"


def _why(error: Mapping[str, Any]) -> str:
    try:
        return _WHY.get(error["type"], "格式不对").format(**error.get("ctx", {}))
    except (KeyError, IndexError):
        return "格式不对"
