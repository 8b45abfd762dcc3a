"""What may be wrong with an installation, each found by asking and told with what to do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from anjie.access.sealed_columns import prove_keys
from anjie.foundation import calendar, clock
from anjie.foundation.refusals import Refusal
from anjie.ports.slots import slots
from anjie.services.files.rules import megabytes
from anjie.services.files.store import free_bytes
from anjie.services.terms.models import CalendarDay
from config import agreement
from config.bindings import given, missing

LOWEST_VERSION = 150_000
LITTLE_ROOM = 2 * 1024**3
SILENT_SECONDS = 60


@dataclass(frozen=True)
class Finding:
    """One thing that was asked: whether it is well, and in words; of a vendor's port, whether anybody answers behind it."""

    name: str
    label: str
    ok: bool
    message: str
    live: bool = True

    @property
    def word(self) -> str:
        """How it stands, in a word."""
        if not self.ok:
            return "异常"
        return "正常" if self.live else "未接通"

    def as_dict(self) -> dict[str, Any]:
        """As the command prints it."""
        return asdict(self)


class Wrong(Exception):
    """A check failed; the text says what is wrong and what to do."""


def examine() -> list[Finding]:
    """Ask everything; where the database does not answer, what needs it is not asked."""
    findings = [_asked("database", "数据库", database)]
    checks: list[tuple[str, str, Callable[[], str]]] = [("storage", "文件存储", storage)]
    if findings[0].ok:
        findings.append(_asked("migrations", "数据库结构", migrations))
        if findings[1].ok:
            checks = [
                ("keys", "密钥", keys),
                ("worker", "后台任务", worker),
                *checks,
                ("calendar", "工作日历", calendars),
                ("append_only", "防篡改触发器", append_only),
            ]
    return findings + [_asked(*check) for check in checks] + ports()


def reconcile() -> list[Finding]:
    """Ask what must agree; nothing where the database does not answer or is of another version."""
    if not all(
        _asked(name, name, check).ok for name, check in (("database", database), ("migrations", migrations))
    ):
        return []
    agreeing = [_asked(one.name, one.label, partial(agrees, one)) for one in agreement.QUESTIONS]
    return [*agreeing, _asked("orphans", "数据的相互引用", points_at_something)]


def agrees(question: agreement.Question) -> str:
    """Nothing disagrees by this question."""
    count, told = agreement.disagreeing(question)
    if count:
        more = " 等" if count > len(told) else ""
        raise Wrong(f"{count} 处不一致：{'；'.join(told)}{more}。请保留现场，对照操作留痕查明原因后再处理。")
    return "一致"


def points_at_something() -> str:
    """Every row that another points at is there."""
    lost = [f"{column} 有 {count} 行" for column, count in agreement.orphans()]
    if lost:
        raise Wrong(f"引用的数据不存在：{'；'.join(lost)}。请保留现场，从备份核对后再处理。")
    return "没有指向不存在的数据"


def ports() -> list[Finding]:
    """Each need and what meets it here; one that only records is well, and says so."""
    found = []
    for slot in sorted(slots(), key=lambda one: one.name):
        port = slot()
        wanting = [] if port.live else [name for vendor in MEETS[slot.name] for name in lacking(vendor)]
        hint = f"（缺少 {'、'.join(wanting)}）" if wanting else ""
        found.append(Finding(f"port.{slot.name}", slot.label, True, f"{port.about}{hint}", port.live))
    return found


MEETS = {
    "sms": ("tencent_sms", "aliyun_sms"),
    "wechat": ("wechat",),
    "meeting": ("tencent_meeting",),
    "robot": ("robot_gateway",),
}


def lacking(vendor: str) -> list[str]:
    """What a vendor somebody began to configure still lacks; nothing of one nobody began."""
    return missing(vendor) if given(vendor) else []


def database() -> str:
    """It answers, is new enough, and keeps Chinese."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int, current_setting('server_encoding')"
        )
        version, encoding = cursor.fetchone()
    if version < LOWEST_VERSION:
        raise Wrong(f"PostgreSQL 版本是 {version // 10_000}，需要 15 或更高。请升级数据库。")
    if encoding != "UTF8":
        raise Wrong(f"数据库编码是 {encoding}，需要 UTF8。请用 UTF8 重建数据库。")
    return f"PostgreSQL {version // 10_000}.{version % 10_000} 应答正常"


def migrations() -> str:
    """Every migration was applied."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise Wrong(f"有 {len(waiting)} 个迁移未执行。请运行 anjie migrate。")
    return "已是本版本的结构"


def keys() -> str:
    """Our keys are the keys of this database."""
    prove_keys()
    return "密钥与数据库相符"


def worker() -> str:
    """A worker was heard of within the last minute."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE last_heartbeat > now() - make_interval(secs => %s)), max(last_heartbeat)"
            " FROM procrastinate_workers",
            [SILENT_SECONDS],
        )
        alive, last = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND scheduled_at IS NULL"
        )
        waiting = cursor.fetchone()[0]
    if not alive:
        since = f"，最后一次心跳在 {clock.local(last):%Y-%m-%d %H:%M:%S}" if last else ""
        raise Wrong(f"没有运行中的后台任务进程{since}，{waiting} 个任务在等待。请运行 anjie worker。")
    return f"{alive} 个进程运行中，{waiting} 个任务在等待"


def storage() -> str:
    """A file can be written, read and removed, and the disk has room."""
    try:
        path = default_storage.save("doctor/probe", ContentFile(b"anjie"))
        with default_storage.open(path, "rb") as file:
            same = file.read() == b"anjie"
        default_storage.delete(path)
    except OSError as error:
        raise Wrong(f"文件存储不可写（{error.strerror}）。请检查目录权限与磁盘空间。") from error
    if not same:
        raise Wrong("写入文件存储的内容读回后不一致。请检查磁盘。")
    free = free_bytes()
    if free is not None and free < LITTLE_ROOM:
        raise Wrong(f"磁盘仅剩 {megabytes(free)}。请清理磁盘或扩容。")
    return "可读写" if free is None else f"可读写，剩余 {free / 1024**3:.0f} GB"


def calendars() -> str:
    """The holidays of this year are known, and in December those of the next."""
    table = {row.day: row.is_working for row in CalendarDay.objects.all()}
    today = clock.today()
    years = [today.year] + ([today.year + 1] if today.month >= 12 else [])
    unknown = [
        year for year in years if not calendar.is_known(today.replace(year=year, month=1, day=1), table)
    ]
    if unknown:
        raise Wrong(
            f"{'、'.join(map(str, unknown))} 年的节假日尚未录入，期限会按周末推算。请在“工作日历”中录入国务院公布的安排。"
        )
    return f"{'、'.join(map(str, years))} 年的节假日已知"


def append_only() -> str:
    """The triggers that keep timeline and trail append-only are there and on."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relname IN ('desk_event', 'access_trailentry') AND t.tgname IN ('append_only', 'never_truncate')
            AND t.tgenabled IN ('O', 'A')"""
        )
        found = cursor.fetchone()[0]
    if found != 4:
        raise Wrong(
            "时间线或操作留痕的防篡改触发器缺失或被停用。请运行 anjie verify-trail 核对，并查明是谁停用的。"
        )
    return "时间线与操作留痕只可追加"


def _asked(name: str, label: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, label, True, check())
    except Wrong as wrong:
        return Finding(name, label, False, str(wrong))
    except Refusal as refusal:
        return Finding(name, label, False, refusal.message)
    except DatabaseError:
        return Finding(name, label, False, "数据库没有应答。请确认数据库已启动，DATABASE_URL 正确。")
