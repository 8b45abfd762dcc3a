"""Every sealed column of the product, found from the models, so that a new table cannot be forgotten.

A column that holds sealed values is a binary field named ``sealed`` or ``…_sealed``; its place, which is
authenticated with each value, is ``table.column`` and the row's primary key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models, transaction

from anjie.access.models import KeyProof
from anjie.foundation import clock
from anjie.foundation.sealed import Field, KeysMissing, SealBroken, Sealer, sealer

CHUNK = 2_000
PROOF_PLACE = "access_keyproof.proof"
PROOF_TEXT = "案结 Anjie"


@dataclass(frozen=True)
class SealedColumn:
    """One column of sealed values and the primary key its rows are bound to."""

    table: str
    column: str
    key: str

    @property
    def place(self) -> str:
        """What is authenticated with each value."""
        return f"{self.table}.{self.column}"


def sealed_columns() -> list[SealedColumn]:
    """Every sealed column, by table and name."""
    found = []
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            sealed = field.name == "sealed" or field.name.endswith("_sealed")
            if sealed and isinstance(field, models.BinaryField):
                key = model._meta.pk
                assert key is not None and key.column and field.column
                found.append(SealedColumn(model._meta.db_table, field.column, key.column))
    return sorted(found, key=lambda one: one.place)


def count_under_other_keys(column: SealedColumn, current: int) -> int:
    """How many values of the column are not under the key in use."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {column.table} WHERE length({column.column}) > 0"
            f" AND get_byte({column.column}, 0) <> %s",
            [current],
        )
        return int(cursor.fetchone()[0])


def reseal(column: SealedColumn, *, chunk: int = CHUNK) -> Iterator[int]:
    """Bring the column under the key in use, chunk by chunk, each its own transaction; yields each one's size.

    May be stopped anywhere and begun again; rows are locked only while their chunk is written.
    """
    after: int | None = None
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            seal = sealer()
            cursor.execute(
                f"SELECT {column.key}, {column.column} FROM {column.table}"
                f" WHERE (%s::bigint IS NULL OR {column.key} > %s) AND length({column.column}) > 0"
                f" AND get_byte({column.column}, 0) <> %s ORDER BY {column.key} LIMIT %s FOR NO KEY UPDATE",
                [after, after, seal.ring.current, chunk],
            )
            rows = cursor.fetchall()
            if not rows:
                return
            keys = [key for key, _ in rows]
            fresh = seal.reseal_many([value for _, value in rows], column.place, keys)
            cursor.execute(
                f"UPDATE {column.table} t SET {column.column} = s.value"
                f" FROM unnest(%s::bigint[], %s::bytea[]) AS s(key, value) WHERE t.{column.key} = s.key",
                [keys, fresh],
            )
        after = keys[-1]
        yield len(keys)


@transaction.atomic
def prove_keys() -> None:
    """Raise KeysMissing unless our keys are those this database was sealed with; notes a key not met before."""
    seal = sealer()
    proofs = {row.key_id: row for row in KeyProof.objects.all()}
    _prove_all(seal, proofs)
    current = seal.ring.current
    if current in proofs:
        return
    KeyProof.objects.bulk_create(
        [
            KeyProof(
                key_id=current,
                proof=seal.seal(PROOF_TEXT, PROOF_PLACE, current),
                index=_index_proof(seal),
                at=clock.now(),
            )
        ],
        ignore_conflicts=True,
    )


def prove_met_keys() -> None:
    """Raise KeysMissing unless our keys open what a database of any version holds; an empty one holds nothing."""
    proofs: dict[int, KeyProof] = {}
    if (KeyProof._meta.db_table, "proof") in _columns_there():
        proofs = {row.key_id: row for row in KeyProof.objects.only("key_id", "proof", "index")}
    _prove_all(sealer(), proofs)


def _prove_all(seal: Sealer, proofs: Mapping[int, KeyProof]) -> None:
    for key_id, row in proofs.items():
        _prove(seal, key_id, bytes(row.proof), bytes(row.index))
    if not proofs:
        _open_one_of_each(seal)


def _prove(seal: Sealer, key_id: int, proof: bytes, index: bytes) -> None:
    if key_id not in seal.ring.sealing:
        raise _not_ours(f"缺少数据库使用过的第 {key_id} 号密钥")
    try:
        same = seal.open(proof, PROOF_PLACE, key_id) == PROOF_TEXT
    except SealBroken:
        same = False
    if not same:
        raise _not_ours(f"第 {key_id} 号密钥与数据库不符")
    if index != _index_proof(seal):
        raise _not_ours("索引密钥与数据库不符")


def _columns_there() -> set[tuple[str, str]]:
    """Table and column of everything the database has: before a migration that is less than the models say."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        )
        return set(cursor.fetchall())


def _open_one_of_each(seal: Sealer) -> None:
    """A database older than its proofs: one value of each column it has must open."""
    there = _columns_there()
    for column in sealed_columns():
        if (column.table, column.column) not in there:
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {column.key}, {column.column} FROM {column.table}"
                f" WHERE length({column.column}) > 0 LIMIT 1"
            )
            row = cursor.fetchone()
        if row is not None:
            try:
                seal.open(row[1], column.place, row[0])
            except SealBroken:
                raise _not_ours("密钥与数据库中的加密字段不符") from None


def _index_proof(seal: Sealer) -> bytes:
    return seal.index(PROOF_TEXT, Field.TEXT)


def _not_ours(what: str) -> KeysMissing:
    return KeysMissing(
        "sealed.keys_differ",
        f"{what}，系统不提供服务。请从备份恢复 ANJIE_HOME 下的 secrets.json（或 ANJIE_SECRETS_FILE 所指的文件）后重启。",
    )
