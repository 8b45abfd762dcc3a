"""What the lines register for each list that can be taken out: its columns, its rows, what it was filtered by."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case as Choose
from django.db.models import (
    CharField,
    DateTimeField,
    F,
    FloatField,
    Func,
    IntegerField,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from pydantic import BaseModel

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership, Organisation
from anjie.desk.public import Batch, DeskDeed
from anjie.foundation import clock
from anjie.foundation.ahead import handing_over_soon
from anjie.foundation.refusals import Forbidden, Invalid
from anjie.services.sheets.writing.workbooks import Out

CHUNK = 2_000
CASE = "@case"
"""Asked for beside the columns, the row's case: what leaves unmasked is told on its timeline."""

Source = str | Combinable | Callable[[], Any]
"""A path, an expression, or what makes one when asked (where it holds today's date)."""
InWords = Callable[[Sequence[Any]], str]
"""How a filter's values are read by people."""


@dataclass(frozen=True)
class Wanted:
    """Which rows: all the list's own ``filter`` finds, or those of them with these ids; in the list's order."""

    filter: Mapping[str, Any] = field(default_factory=dict)
    ids: Sequence[int] | None = None
    sort: str = ""


@dataclass(frozen=True)
class ExportColumn:
    """A column that can be taken: ``holds`` as :class:`Out` says it, ``source`` where the database has it.

    ``deed`` is what seeing it needs. ``opened`` names the columns of a row from which ``show`` makes the cell
    (sealed values and the row they are bound to). An ``unmasked`` one needs its own permission and a reason.
    """

    label: str
    holds: str = "text"
    source: Source = ""
    deed: Deed | None = None
    width: float = 14
    opened: tuple[Source, ...] = ()
    show: Callable[..., Any] | None = None
    unmasked: bool = False
    usual: bool = True
    """Taken when nobody chose columns."""

    @property
    def needs(self) -> Deed | None:
        """The permission without which the column is not offered."""
        return DeskDeed.EXPORT_UNMASKED if self.unmasked else self.deed

    def out(self) -> Out:
        """The column as the workbook writer takes it."""
        return Out(self.label, self.holds, self.width)


RowsOut = Generator[Sequence[Any], None, None]
Rows = Callable[[Actor, Wanted, Sequence[str]], RowsOut]
"""A generator, so that its cursor can be closed when the export stops half-way."""


@dataclass(frozen=True)
class Exporter:
    """A list as its line takes it out. ``rows`` and ``count`` apply the actor's own reach and field scope.

    ``filters`` says by which label and in which words a filter is told on the watermark.
    """

    kind: str
    label: str
    deed: Deed
    columns: Mapping[str, ExportColumn]
    rows: Rows
    count: Callable[[Actor, Wanted], int]
    filters: Mapping[str, tuple[str, InWords]] = field(default_factory=dict)

    def offered(self, actor: Actor) -> dict[str, ExportColumn]:
        """The columns this person may take."""
        return {
            key: column
            for key, column in self.columns.items()
            if column.needs is None or actor.may(column.needs)
        }

    def chosen(self, actor: Actor, keys: Sequence[str]) -> list[str]:
        """The keys once each in the order given, all of them offered; none given are the usual ones."""
        offered = self.offered(actor)
        if not keys:
            return [key for key, column in offered.items() if column.usual and not column.unmasked]
        unknown = [key for key in keys if key not in self.columns]
        if unknown:
            raise Invalid(
                "export.unknown_column",
                f"“{self.label}”没有名为“{unknown[0][:40]}”的列。请刷新页面后重新选择列。",
                columns=[key[:60] for key in unknown],
            )
        for key in keys:
            needs = self.columns[key].needs
            if needs is not None and key not in offered:
                raise Forbidden(needs.value, needs.label)
        return list(dict.fromkeys(keys))

    def told(self, wanted: Wanted) -> dict[str, str]:
        """What the rows were narrowed by, as the watermark shows it."""
        words: dict[str, str] = {}
        for name, value in wanted.filter.items():
            if value in (None, "", []):
                continue
            label, say = self.filters.get(name, (name, plainly))
            values = value if isinstance(value, list | tuple) else [value]
            words[label] = say(list(values))
        if wanted.ids is not None:
            words["勾选"] = f"{len(wanted.ids)} 行"
        return words


def of_table(
    kind: str,
    label: str,
    deed: Deed,
    columns: Mapping[str, ExportColumn],
    table: Callable[[Actor, Wanted], QuerySet[Any]],
    *,
    filters: Mapping[str, tuple[str, InWords]] | None = None,
    case_id: str = "case_id",
) -> Exporter:
    """An exporter whose cells the database gives; ``table`` is the list's own query, in its order."""

    def rows(actor: Actor, wanted: Wanted, keys: Sequence[str]) -> RowsOut:
        sources: list[Any] = []
        makers: list[tuple[int, int, Callable[..., Any]]] = []
        for at, key in enumerate(keys):
            column = ExportColumn("", source=case_id) if key == CASE else columns[key]
            sources += column.opened or [_cell(key, column)]
            if column.show:
                makers.append((at, len(column.opened) or 1, column.show))
        found = _streamed(table(actor, wanted).values_list(*sources))
        yield from _made(found, makers) if makers else found

    def count(actor: Actor, wanted: Wanted) -> int:
        return table(actor, wanted).order_by().count()

    return Exporter(kind, label, deed, columns, rows, count, filters or {})


def _streamed(asked: QuerySet[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows through a cursor on the server; it finds the next ones while these are being written."""
    try:
        sql, params = asked.query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.chunked_cursor() as cursor, handing_over_soon(), ThreadPoolExecutor(1) as ahead:
        cursor.execute(sql, params)
        coming = ahead.submit(cursor.fetchmany, CHUNK)
        while rows := coming.result():
            coming = ahead.submit(cursor.fetchmany, CHUNK)
            yield from rows


def _made(
    found: Iterator[tuple[Any, ...]], makers: Sequence[tuple[int, int, Callable[..., Any]]]
) -> Iterator[list[Any]]:
    """Rows in which several columns of the database have become one cell."""
    for row in found:
        cells = list(row)
        for at, width, show in makers:
            cells[at : at + width] = [show(*cells[at : at + width])]
        yield cells


def _cell(key: str, column: ExportColumn) -> Any:
    """The database turns values into what a cell holds: a float costs a third of a Decimal, a wall clock nothing."""
    source: Any = column.source or key
    expression = F(source) if isinstance(source, str) else source() if callable(source) else source
    match column.holds:
        case "money" | "percent":
            return Cast(expression, FloatField())
        case "moment":
            return Func(Value(str(clock.ZONE)), expression, function="timezone", output_field=DateTimeField())
    return expression


def in_words(field: str, words: Mapping[Any, str]) -> Choose:
    """A coded field by the words people read."""
    return Choose(
        *(When(**{field: code}, then=Value(label)) for code, label in words.items()),
        default=Value(""),
        output_field=CharField(),
    )


def joined(field: str) -> Func:
    """An array of texts in one cell."""
    return Func(F(field), Value("、"), function="array_to_string", output_field=CharField())


def days_until(field: str) -> Func:
    """Whole days from today to a day; the ORM's own difference of days is an interval."""
    return Func(
        F(field),
        Value(clock.today()),
        arg_joiner=" - ",
        template="(%(expressions)s)",
        output_field=IntegerField(),
    )


# -- what a list's own query is asked --

Asked = TypeVar("Asked", bound=BaseModel)


def asked_of(schema: type[Asked], wanted: Wanted) -> Asked:
    """The list's own filters out of plain values; wrong ones are refused by name."""
    given = {name: value for name, value in wanted.filter.items() if name not in ("page", "size", "sort")}
    try:
        return schema.model_validate(given)
    except ValueError as wrong:
        errors = wrong.errors() if hasattr(wrong, "errors") else []
        names = [str(error["loc"][0]) for error in errors if error["loc"]]
        shown = "、".join(dict.fromkeys(names)) or "筛选"
        raise Invalid(
            "list.wrong_filter", f"筛选条件有误：{shown}。请修改筛选后重试。", fields=names
        ) from None


def of_ids(rows: QuerySet[Any], wanted: Wanted) -> QuerySet[Any]:
    """Those of the rows that were ticked, or all of them."""
    return rows if wanted.ids is None else rows.filter(pk__in=wanted.ids)


def ordered(rows: QuerySet[Any], wanted: Wanted, sorts: Mapping[str, str], usual: str) -> QuerySet[Any]:
    """The rows in the order the list shows them; ties by id, blanks last."""
    asked = wanted.sort or usual
    name = asked.removeprefix("-")
    if name not in sorts:
        raise Invalid("list.unknown_sort", f"不能按“{name[:40]}”排序。请刷新页面后重试。", sort=name[:40])
    by = F(sorts[name])
    if asked.startswith("-"):
        return rows.order_by(by.desc(nulls_last=True), "-pk")
    return rows.order_by(by.asc(nulls_last=True), "pk")


# -- filters in words --


def plainly(values: Sequence[Any]) -> str:
    """The values as they were given."""
    return "、".join(("是" if value else "否") if isinstance(value, bool) else str(value) for value in values)


def organisations(values: Sequence[Any]) -> str:
    """Clients and units by name."""
    return _names(dict(Organisation.objects.filter(pk__in=values).values_list("pk", "name")), values)


def members(values: Sequence[Any]) -> str:
    """People by name."""
    return _names(dict(Membership.objects.filter(pk__in=values).values_list("pk", "account__name")), values)


def batches(values: Sequence[Any]) -> str:
    """Batches by number."""
    return _names(dict(Batch.objects.filter(pk__in=values).values_list("pk", "no")), values)


def coded(words: Mapping[Any, str]) -> InWords:
    """Codes by their labels."""
    return lambda values: "、".join(str(words.get(value, value)) for value in values)


def _names(found: Mapping[int, str], values: Sequence[Any]) -> str:
    return "、".join(found.get(int(value), str(value)) for value in values)


# -- the registry --

_EXPORTERS: dict[str, Exporter] = {}


def register_exporter(exporter: Exporter) -> None:
    """Make a list known; called once at start-up by the line it belongs to."""
    _EXPORTERS[exporter.kind] = exporter


def exporters_for(actor: Actor) -> list[Exporter]:
    """The lists this person may take out, in the order the lines registered them."""
    if not actor.may(DeskDeed.EXPORT):
        return []
    return [exporter for exporter in _EXPORTERS.values() if actor.may(exporter.deed)]


def exporter_of(kind: str) -> Exporter:
    """The list of this kind; a refusal naming the kinds there are."""
    if kind not in _EXPORTERS:
        known = "、".join(exporter.label for exporter in _EXPORTERS.values())
        raise Invalid(
            "export.unknown_kind", f"没有名为“{kind[:40]}”的列表可以导出。可用的有：{known}。", kind=kind[:40]
        )
    return _EXPORTERS[kind]
