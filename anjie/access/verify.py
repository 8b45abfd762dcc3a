"""Proves the chains whole or names the first broken link: rows, heads, and the keyed checkpoints over them.

A changed row breaks its own hash; a row taken out or put elsewhere breaks the order; a tail cut off
disagrees with its head; and what was cut off together with its head is missing from the checkpoint's count.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection, transaction

from anjie.access.checkpoints import wrong_checkpoints
from anjie.access.trail import link_sql

MOST_NAMED = 100


@dataclass(frozen=True)
class Chain:
    """A chained table, its heads, and how its keys are named to people.

    ``orphans`` is SQL that yields keys which must have a chain and have none.
    """

    name: str
    label: str
    table: str
    key: str
    heads: str
    names: Callable[[list[Any]], dict[Any, str]]
    noun: str
    orphans: str = ""


@dataclass(frozen=True)
class BrokenLink:
    """Where a chain is broken: the key (a case, a person), the sequence number, what differs."""

    chain: str
    key: str
    no: str
    seq: int
    what: str
    message: str


@dataclass
class Verified:
    """What was proved, or the broken links, the first one first."""

    chains: list[dict[str, Any]] = field(default_factory=list)
    broken: list[BrokenLink] = field(default_factory=list)
    broken_count: int = 0
    seconds: float = 0.0

    @property
    def whole(self) -> bool:
        """Nothing is broken."""
        return not self.broken

    @property
    def message(self) -> str:
        """The verdict in one sentence."""
        if self.broken:
            return f"发现 {self.broken_count} 处断裂。第一处：{self.broken[0].message}"
        links = sum(chain["links"] for chain in self.chains)
        return f"共核对 {links} 条记录，链条完整。"

    def as_dict(self) -> dict[str, Any]:
        """As the command and the API print it."""
        return {
            "whole": self.whole,
            "message": self.message,
            "chains": self.chains,
            "broken": [asdict(link) for link in self.broken],
            "broken_count": self.broken_count,
            "seconds": round(self.seconds, 3),
        }


_SAID = {
    "changed": "第 {seq} 条记录的内容被改动",
    "missing": "第 {seq} 条记录缺失",
    "moved": "第 {seq} 条记录的顺序被改动",
    "unlinked": "第 {seq} 条记录与前一条不衔接，前一条被替换",
    "missing_tail": "第 {seq} 条及其后的记录缺失",
    "beyond_head": "第 {seq} 条记录不是由系统写入",
    "head_differs": "链头与第 {seq} 条记录不一致",
    "no_head": "链头缺失，第 {seq} 条记录无法确认是最后一条",
    "no_chain": "没有任何记录，整条链缺失",
}
_CHAINS: dict[str, Chain] = {}


def register_chain(chain: Chain) -> None:
    """Let ``verify`` prove this table too."""
    _CHAINS[chain.name] = chain


def chains() -> list[Chain]:
    """Every registered chain."""
    return list(_CHAINS.values())


@transaction.atomic
def verify(names: Iterable[str] = ()) -> Verified:
    """Prove every chain (or the named ones) as of one moment."""
    began = time.perf_counter()
    result = Verified()
    wanted = set(names)
    with connection.cursor() as cursor:
        if not connection.savepoint_ids:
            # One snapshot for rows and heads, so that what is written meanwhile is in both or in neither.
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for chain in chains():
            if not wanted or chain.name in wanted:
                _verify_one(cursor, chain, result)
    result.seconds = time.perf_counter() - began
    return result


def _verify_one(cursor: Any, chain: Chain, result: Verified) -> None:
    cursor.execute(f"SELECT count(*), count(DISTINCT {chain.key}) FROM {chain.table}")
    links, keys = cursor.fetchone()
    found = [*_broken_rows(cursor, chain), *_broken_heads(cursor, chain), *_orphans(cursor, chain)]
    found.sort(key=lambda row: (row[0], row[1]))
    named = chain.names([key for key, _, _ in found[:MOST_NAMED]])
    for key, seq, what in found[:MOST_NAMED]:
        no = named.get(key, "")
        said = _SAID[what].format(seq=seq)
        message = f"{chain.label}：{chain.noun} {no or key}，{said}。"
        result.broken.append(BrokenLink(chain.name, str(key), no, seq, what, message))
    result.broken_count += len(found)
    checked, wrong = wrong_checkpoints(cursor, chain.name, chain.table)
    for what, said in wrong:
        result.broken.append(BrokenLink(chain.name, "", "", 0, what, f"{chain.label}：{said}"))
        result.broken_count += 1
    result.chains.append(
        {"name": chain.name, "label": chain.label, "links": links, "chains": keys, "checkpoints": checked}
    )


def _broken_rows(cursor: Any, chain: Chain) -> list[tuple[Any, int, str]]:
    """Rows whose own hash is wrong, then rows that do not follow the one before."""
    computed = link_sql(
        prev="prev", key=chain.key, seq="seq", at="at", actor="actor", actor_name="actor_name::text",
        verb="verb::text", facts="facts",
    )  # fmt: skip
    # Counted first: the database shares a count among its processes, a list it would make in one.
    cursor.execute(f"SELECT count(*), count(*) FILTER (WHERE hash = {computed}) FROM {chain.table}")
    links, right = cursor.fetchone()
    wrong = []
    if right < links:
        cursor.execute(f"SELECT id, {chain.key}, seq FROM {chain.table} WHERE hash <> {computed}")
        wrong = cursor.fetchall()
    moved = _moved(cursor, chain, [pk for pk, _, _ in wrong])
    changed = {(key, seq): "moved" if pk in moved else "changed" for pk, key, seq in wrong}
    cursor.execute(
        f"""
        SELECT key, seq, before FROM (
            SELECT {chain.key} AS key, seq, prev, coalesce(lag(seq) OVER w, 0) AS before,
                coalesce(lag(hash) OVER w, ''::bytea) AS hash_before
            FROM {chain.table} WINDOW w AS (PARTITION BY {chain.key} ORDER BY seq)) t
        WHERE seq <> before + 1 OR prev <> hash_before"""
    )
    found = [(key, seq, what) for (key, seq), what in changed.items()]
    for key, seq, before in cursor.fetchall():
        if seq != before + 1:
            found.append((key, before + 1, "missing"))
        elif (key, seq) not in changed:
            found.append((key, seq, "unlinked"))
    return found


def _moved(cursor: Any, chain: Chain, ids: list[int]) -> set[int]:
    """Of these wrong rows, those that continue another link than the one they stand behind."""
    if not ids:
        return set()
    cursor.execute(
        f"""SELECT t.id FROM {chain.table} t JOIN {chain.table} o
            ON o.{chain.key} = t.{chain.key} AND o.hash = t.prev AND o.seq <> t.seq - 1
            WHERE t.id = ANY(%s)""",
        [ids],
    )
    return {pk for (pk,) in cursor.fetchall()}


def _broken_heads(cursor: Any, chain: Chain) -> list[tuple[Any, int, str]]:
    cursor.execute(
        f"""
        SELECT coalesce(h.{chain.key}, e.key), h.seq, coalesce(e.seq, 0), h.hash = coalesce(e.hash, ''::bytea)
        FROM {chain.heads} h FULL JOIN (
            SELECT DISTINCT ON ({chain.key}) {chain.key} AS key, seq, hash
            FROM {chain.table} ORDER BY {chain.key}, seq DESC) e ON e.key = h.{chain.key}
        WHERE h.seq IS DISTINCT FROM coalesce(e.seq, 0) OR h.hash <> coalesce(e.hash, ''::bytea)
        ORDER BY 1"""
    )
    found = []
    for key, head_seq, last_seq, _ in cursor.fetchall():
        if head_seq is None:
            found.append((key, last_seq, "no_head"))
        elif head_seq > last_seq:
            found.append((key, last_seq + 1, "missing_tail"))
        elif head_seq < last_seq:
            found.append((key, head_seq + 1, "beyond_head"))
        else:
            found.append((key, last_seq, "head_differs"))
    return found


def _orphans(cursor: Any, chain: Chain) -> list[tuple[Any, int, str]]:
    if not chain.orphans:
        return []
    cursor.execute(chain.orphans)
    return [(key, 1, "no_chain") for (key,) in cursor.fetchall()]


register_chain(
    Chain(
        name="trail",
        label="操作留痕",
        table="access_trailentry",
        key="actor",
        heads="access_trailhead",
        names=lambda keys: {},
        noun="操作人",
    )
)
