"""How what imports and exports did is told on the trail and the timelines."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("sheets.uploaded", Group.NOTE, "上传工作簿，导入 {import_id}")
tell("sheets.mapping_saved", Group.NOTE, "保存映射“{name}”")
tell("sheets.committed", Group.NOTE, "确认导入 {import_id}，写入 {rows} 行")
tell("sheets.undone", Group.NOTE, "撤销导入 {import_id}，{kept} 件未能撤销")
# The last link of a case that goes away: it may be told of a sealed one too.
tell("case.import_undone", Group.MOVE, "导入 {import_id} 被撤销，案件移除", after_seal=True)
tell("sheets.mapping_changed", Group.NOTE, "修改映射“{before}”，现名“{name}”")
tell("sheets.mapping_deleted", Group.NOTE, "删除映射“{name}”")
tell("sheets.layout_saved", Group.NOTE, "保存版式“{name}”第 {version} 版")
tell("sheets.layout_retired", Group.NOTE, "停用版式“{name}”")
tell("export.asked", Group.FILE, "申请导出 {export}（{kind}，{rows} 行）")
tell("export.approved", Group.FILE, "批准导出 {export}，{rows} 行")
tell("export.refused", Group.FILE, "驳回导出 {export}")
tell("export.cancelled", Group.FILE, "取消导出 {export}")
tell("export.ready", Group.FILE, "导出 {export} 已生成，{rows} 行")
tell("export.downloaded", Group.FILE, "下载导出 {export}，{rows} 行")
tell("reveal.exported", Group.ACCESS, "完整号码随导出 {export} 取出，原因：{reason}", after_seal=True)
