"""Papers and templates in the storage, by content."""

from __future__ import annotations

from anjie.services.files import store
from anjie.services.files.models import Blob

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def keep(content: bytes, media_type: str) -> Blob:
    """The blob of this content, in the caller's transaction."""
    return store.keep(store.examine([content]), media_type, iter([content]))


def read(blob: Blob) -> bytes:
    """The content again."""
    return b"".join(store.read(blob.path))
