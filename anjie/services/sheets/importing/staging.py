"""Rows on their way in: sealed chunk by chunk while the file is read, opened again when they land."""

from __future__ import annotations

import base64
import marshal
import zlib
from collections.abc import Iterator

from anjie.foundation.sealed import sealer
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.models import StagedChunk

PLACE = "sheets_stagedchunk.content_sealed"
_WIDTH = 20


def stage(import_id: int, number: int, chunk: Chunk) -> None:
    """Keep one cleaned chunk; it holds personal data, so it is sealed like any other."""
    packed = zlib.compress(marshal.dumps((chunk.rows, chunk.columns, sorted(chunk.wrong))), 1)
    pk = import_id << _WIDTH | number
    content = sealer().seal(base64.b64encode(packed).decode("ascii"), PLACE, pk)
    StagedChunk.objects.create(pk=pk, import_id=import_id, content_sealed=content)


def staged(import_id: int) -> Iterator[Chunk]:
    """The chunks of an import in the order of the file."""
    rows = StagedChunk.objects.filter(import_id=import_id).order_by("pk").values_list("pk", "content_sealed")
    for pk, content in rows.iterator(chunk_size=4):
        packed = base64.b64decode(sealer().open(content, PLACE, pk))
        numbers, columns, wrong = marshal.loads(zlib.decompress(packed))
        yield Chunk(numbers, columns, set(wrong))


def forget(import_id: int) -> None:
    """Drop what was staged."""
    StagedChunk.objects.filter(import_id=import_id).delete()
