"""What stands behind a port: the recording one until config binds a vendor's adapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

Port = TypeVar("Port")
_SLOTS: dict[str, Slot[Any]] = {}


class Slot(Generic[Port]):
    """One need of ours and what meets it in this process; asked as ``slot()``."""

    def __init__(self, name: str, label: str, recording: Port) -> None:
        self.name, self.label = name, label
        self._recording = recording
        self._make: Callable[[], Port | None] | None = None
        self._bound: Port | None = None
        _SLOTS[name] = self

    def __call__(self) -> Port:
        """The vendor's adapter, made at its first use; the recording one where none is configured."""
        if self._bound is None and self._make is not None:
            self._bound = self._make()
            self._make = None
        return self._recording if self._bound is None else self._bound

    def bind(self, make: Callable[[], Port | None]) -> None:
        """Have ``make`` give the adapter when it is first asked for; it gives nothing where none is configured."""
        self._make, self._bound = make, None

    @contextmanager
    def held_by(self, port: Port) -> Iterator[Port]:
        """Let ``port`` meet the need until the block ends."""
        make, bound = self._make, self._bound
        self._make, self._bound = None, port
        try:
            yield port
        finally:
            self._make, self._bound = make, bound


def slots() -> list[Slot[Any]]:
    """Every need that is declared."""
    return list(_SLOTS.values())


def install(makers: Mapping[str, Callable[[], Any]]) -> None:
    """Bind the adapters config knows to the needs of the same name."""
    for name, make in makers.items():
        _SLOTS[name].bind(make)
