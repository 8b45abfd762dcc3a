"""How large a workbook may be before it is refused; a bound on memory, time and patience."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The bounds one file is read under; every one is configurable by the caller."""

    file_bytes: int = 200 * MIB
    inflated_bytes: int = 1536 * MIB
    """Sum of the uncompressed parts of a zipped workbook."""
    ratio: int = 250
    """Uncompressed to compressed, for parts above ``ratio_from`` bytes."""
    ratio_from: int = 16 * MIB
    entries: int = 5000
    rows: int = 1_048_576
    columns: int = 1024
    cells: int = 8_000_000
    memory_bytes: int = 3072 * MIB
    """Address space of the reading process."""
    seconds: int = 600
    faults: int = 200_000
    """Faults (and, apart, warnings) kept word by word; above it they are only counted."""
