"""How what happens to files is told."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell
from anjie.services.files.models import CaseFile
from anjie.services.files.rules import megabytes

_KINDS = dict(CaseFile.Kind.choices)


def _added(facts: Facts) -> str:
    kind = _KINDS.get(str(facts.get("kind")), "文件")
    return f"上传{kind}“{facts.get('name', '')}”（{megabytes(int(facts.get('size') or 0))}）"


def _all(facts: Facts) -> str:
    kind = _KINDS.get(str(facts.get("kind")), "")
    return f"打包下载{kind or '全部'}文件 {facts.get('count', '')} 个"


tell("file.added", Group.FILE, _added)
tell("file.offline_added", Group.FILE, "登记离线文件“{name}”，存放于 {place}")
tell("file.carried", Group.FILE, "由案件 {no} 转来 {count} 份文件")
tell("file.deleted", Group.FILE, "删除文件“{name}”")
tell("file.viewed", Group.ACCESS, "查看文件“{name}”", after_seal=True)
tell("file.downloaded", Group.ACCESS, "下载文件“{name}”", after_seal=True)
tell("file.downloaded_all", Group.ACCESS, _all, after_seal=True)
