"""What the lines register for each kind of sheet: how its rows are held against the desk, landed and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.foundation.refusals import Invalid
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said
from anjie.services.sheets.declaring.kinds import ClientRules, Column, SheetKind
from anjie.services.sheets.models import Import


@dataclass
class Gathered:
    """Columns of the good rows kept while reading, to be held against the desk set-wise.

    ``rows`` are Excel's row numbers; ``columns[field]`` and ``cents`` (the amount field) run beside them.
    """

    fields: tuple[str, ...]
    rows: list[int] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)
    cents: list[int] = field(default_factory=list)

    def take(self, chunk: Chunk, amount_field: str) -> None:
        """Keep what is needed of a chunk's good rows."""
        good = list(chunk.good())
        self.rows += [chunk.rows[i] for i in good]
        amounts = chunk.column(amount_field) if amount_field else None
        self.cents += [amounts[i] or 0 for i in good] if amounts else [0] * len(good)
        for name in self.fields:
            values = chunk.column(name)
            self.columns.setdefault(name, []).extend(
                [values[i] for i in good] if values else [None] * len(good)
            )


@dataclass(frozen=True, slots=True)
class Written:
    """What a row made or changed: the case (0 where it is none), whether it was opened by it, and the values there were before."""

    row: int
    case_id: int
    created: bool = True
    before: dict[str, Any] | None = None


@dataclass
class Landing:
    """One commit under way: good rows come by :meth:`chunks`, what they did is noted in ``written``."""

    actor: Actor
    record: Import
    chunks: Callable[[], Iterator[Chunk]]
    left_out: set[int]
    progress: Callable[[int], None] = lambda done: None
    written: list[Written] = field(default_factory=list)
    batch_nos: list[str] = field(default_factory=list)
    refused: list[tuple[int, str, Said]] = field(default_factory=list)
    """Rows that turned out wrong only now (a payment counted meanwhile); they are told, the rest lands."""

    def good(self) -> Iterator[tuple[Chunk, list[int]]]:
        """Each chunk with the places of the rows that land."""
        for chunk in self.chunks():
            yield chunk, [i for i in chunk.good() if chunk.rows[i] not in self.left_out]


@dataclass(frozen=True, slots=True)
class Kept:
    """A case an undo left as it is, and why."""

    case_id: int
    no: str
    why: str


AgainstDesk = Callable[[Actor, int, Gathered], Iterable[tuple[int, str, Said]]]
"""Takes the actor, the client and the gathered rows; yields (Excel row, field, what is wrong)."""


Undo = Callable[[Actor, Import, Callable[[int], None]], Sequence[Kept]]
"""Takes the actor, the import and how to say how many rows are through; returns what it left as it is.

It runs in one transaction and may be run again; saying how far it is raises when somebody has cancelled.
"""


PORTION = 2000


def portions(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in their order, so many at a time that an undo can say between them how far it is."""
    rest = iter(ids)
    while some := list(islice(rest, PORTION)):
        yield some


def _none_declared(client_id: int) -> tuple[Column, ...]:
    return ()


@dataclass(frozen=True)
class Loader:
    """A kind of sheet as its line handles it."""

    kind: SheetKind
    deed: Deed
    land: Callable[[Landing], None]
    gather: tuple[str, ...] = ()
    against_desk: AgainstDesk | None = None
    undo: Undo | None = None
    undo_deed: Deed | None = None
    """Who may undo; whoever may import, unless named."""
    extra: Callable[[int], tuple[Column, ...]] = _none_declared
    rules: Callable[[int], ClientRules] = lambda client_id: ClientRules()
    takes_good_rows: Callable[[int], bool] = lambda client_id: True
    of: Literal["client", "institution"] = "client"
    """Whose sheet it is: the organisation an import of this kind belongs to."""

    gather_extra: bool = False
    """Whether the declared columns are gathered too."""

    def gathers(self, client_id: int) -> tuple[str, ...]:
        """The fields kept while reading, to be held against the desk."""
        declared = self.extra(client_id) if self.gather_extra else ()
        return (*self.gather, *(column.field for column in declared))

    @property
    def takes_declared(self) -> bool:
        """Whether the sheet may carry fields that its client declares."""
        return self.extra is not _none_declared


_LOADERS: dict[str, Loader] = {}


def register_loader(loader: Loader) -> None:
    """Make a kind of sheet known; called once at start-up by the line it belongs to."""
    _LOADERS[loader.kind.code] = loader


def loaders() -> list[Loader]:
    """Every registered kind, in the order the lines registered them."""
    return list(_LOADERS.values())


def loader_of(code: str) -> Loader:
    """The loader of a kind; a refusal naming the kinds there are."""
    if code not in _LOADERS:
        known = "、".join(f"{loader.kind.code}（{loader.kind.label}）" for loader in _LOADERS.values())
        raise Invalid("sheets.unknown_kind", f"没有“{code}”这种表。可用的有：{known}。", kind=code)
    return _LOADERS[code]
