"""What may be done on any case, whatever its line."""

from anjie.access.deeds import Deed


class DeskDeed(Deed):
    """Deeds both lines share."""

    CASES_SEE = "desk.cases_see", "查看案件"
    CASES_MARK = "desk.cases_mark", "标记颜色与标签"
    CASES_EDIT = "desk.cases_edit", "修改自定义信息"
    CONTACTS_EDIT = "desk.contacts_edit", "维护联系方式"
    CONTACTS_REVEAL = "desk.contacts_reveal", "查看完整号码"
    FILES_ADD = "desk.files_add", "上传案件文件"
    FILES_DELETE = "desk.files_delete", "删除案件文件"
    LOOK_UP = "desk.look_up", "按号码查案"
    VIEWS_SHARE = "desk.views_share", "共享筛选视图"
    EXPORT = "desk.export", "导出列表"
    EXPORT_APPROVE = "desk.export_approve", "审批大批量导出"
    EXPORT_UNMASKED = "desk.export_unmasked", "导出完整号码"
