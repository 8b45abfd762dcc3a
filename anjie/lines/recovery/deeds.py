"""What may be done in debt recovery."""

from anjie.access.deeds import Deed


class PlacementDeed(Deed, line="recovery"):
    """Batches, imports, and the moves of placements."""

    BATCHES_SEE = "placement.batches_see", "查看批次"
    BATCHES_MANAGE = "placement.batches_manage", "管理批次"
    IMPORT = "placement.import", "导入案件"
    IMPORT_UNDO = "placement.import_undo", "撤销导入"
    UPDATE = "placement.update", "导入更新"
    PAUSE = "placement.pause", "暂停与恢复案件"
    CLOSE = "placement.close", "关闭案件"
    TO_MEDIATION = "placement.to_mediation", "移送调解"
    SEE_COMMISSION = "placement.see_commission", "查看佣金比例"
    CONTRACTS_MANAGE = "placement.contracts_manage", "维护委托方设置"


class AssignmentDeed(Deed, line="recovery"):
    """Who works which case."""

    ASSIGN = "assignment.assign", "分配案件"
    RULES_MANAGE = "assignment.rules_manage", "维护分案规则"


class WorkDeed(Deed, line="recovery"):
    """Working a debt."""

    HOLD = "work.hold", "承办案件", True
    RECORD = "work.record", "录入催记"
    RECORDS_SEE = "work.records_see", "查看催记"
    RECORDS_DELETE = "work.records_delete", "删除催记"
    MATERIAL_ASK = "work.material_ask", "索要资料"
    MATERIAL_ANSWER = "work.material_answer", "答复资料请求"
    INSTRUCT = "work.instruct", "督办"
    JOINT = "work.joint", "发起协催"
    TEAM_SEE = "work.team_see", "查看团队进度"
    RESULTS_MANAGE = "work.results_manage", "维护催收结果"


class PaymentDeed(Deed, line="recovery"):
    """Claimed payments, repayments, reconciliation."""

    SEE = "payment.see", "查看还款"
    CLAIM = "payment.claim", "登记待对账还款"
    VERIFY = "payment.verify", "核实待对账还款"
    ENTER = "payment.enter", "录入与导入还款"
    REVERSE = "payment.reverse", "冲正还款"
    RECONCILE = "payment.reconcile", "对账"


class TermDeed(Deed, line="recovery"):
    """Recall days, return and retention."""

    DUE_SEE = "term.due_see", "查看到期案件"
    RETURN = "term.return", "退案"
    RETAIN_ASK = "term.retain_ask", "申请留案"
    RETAIN_DECIDE = "term.retain_decide", "决定留案"


class QualityDeed(Deed, line="recovery"):
    """Complaints."""

    COMPLAINTS_SEE = "quality.complaints_see", "查看投诉"
    COMPLAINTS_HANDLE = "quality.complaints_handle", "登记与处理投诉"


class ReportDeed(Deed, line="recovery"):
    """Figures."""

    SEE = "insight.see", "查看报表"
