"""Files on their way out: streamed, by ranges, never run by the browser, never cached."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header
from zipstream import ZIP_STORED, ZipStream

from anjie.desk.public import Case
from anjie.foundation import clock
from anjie.services.files import store
from anjie.services.files.enclosing import Enclosed, table
from anjie.services.files.models import AccountFile, Blob, CaseFile
from anjie.services.files.rules import byte_range, unique_names

# A browser's PDF viewer does not open inside a sandbox; everything else is shown in one.
_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
_SHOWN = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"


def file_response(
    request: HttpRequest, file: CaseFile | AccountFile | str, blob: Blob, purpose: str
) -> StreamingHttpResponse:
    """One file (or one of this name), whole or the range asked for; shown in the page or saved under its name."""
    name = file if isinstance(file, str) else file.name
    etag = f'"{blob.sha256}"'
    header = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        header = ""
    part = byte_range(header, blob.size)
    start, end = part or (0, blob.size - 1)
    length = end - start + 1
    response = stream(store.read(blob.path, start, length), blob.media_type)
    if part:
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end}/{blob.size}"
    response["Content-Length"] = str(length)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    shown = purpose == "view"
    response["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    response["Content-Security-Policy"] = _PDF if blob.media_type == "application/pdf" else _SHOWN
    return response


def archive_response(
    case: Case, files: list[CaseFile], enclosed: Sequence[Enclosed] = ()
) -> StreamingHttpResponse:
    """All files of a case as one ZIP by folders of their kind, with a list that also names the offline ones.

    What the lines enclose (work records) lies in folders of its own and stands in the list as well.
    """
    archive = ZipStream(compress_type=ZIP_STORED, sized=True)
    online = [file for file in files if file.blob is not None]
    inside = unique_names(
        [f"{one.folder}/{one.name}" for one in enclosed]
        + [f"{file.get_kind_display()}/{file.name}" for file in online]
    )
    written, names = inside[: len(enclosed)], inside[len(enclosed) :]
    by_file = dict(zip((file.pk for file in online), names, strict=True))
    archive.add(_contents_list(files, by_file, enclosed, written), "文件清单.csv")
    for one, name in zip(enclosed, written, strict=True):
        archive.add(one.content, name)
    for file, name in zip(online, names, strict=True):
        assert file.blob is not None
        archive.add(store.read(file.blob.path), name, size=file.blob.size)
    response = stream(iter(archive), "application/zip")
    response["Content-Length"] = str(len(archive))
    response["Content-Disposition"] = (
        content_disposition_header(True, f"{case.no} 全部文件 {clock.today():%Y%m%d}.zip") or "attachment"
    )
    return response


def _contents_list(
    files: list[CaseFile], names: dict[int, str], enclosed: Sequence[Enclosed], written: Sequence[str]
) -> bytes:
    lines = [
        ["序号", "分类", "文件名", "大小（字节）", "SHA-256", "离线存放位置", "上传人", "上传时间", "说明"]
    ]
    for one, name in zip(enclosed, written, strict=True):
        digest = hashlib.sha256(one.content).hexdigest()
        lines.append(
            [str(len(lines)), one.folder, name, str(len(one.content)), digest, "", "系统", "", one.note]
        )
    for file in files:
        blob = file.blob
        lines.append(
            [
                str(len(lines)), file.get_kind_display(), names.get(file.pk, file.name),
                str(blob.size) if blob else "", blob.sha256 if blob else "", file.offline_place,
                file.added_by, f"{clock.local(file.at):%Y-%m-%d %H:%M}", file.note,
            ]
        )  # fmt: skip
    return table(lines)


def stream(parts: Iterator[bytes], media_type: str) -> StreamingHttpResponse:
    """Parts on their way out, never cached and never taken for another type."""
    response = StreamingHttpResponse(parts, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
