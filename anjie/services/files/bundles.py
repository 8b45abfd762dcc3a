"""A bundle going out: contents in one ZIP with an index for people and one for programs, and the hash of every one."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from zipstream import ZIP_STORED, ZipStream

from anjie.services.files import store
from anjie.services.files.models import Blob
from anjie.services.files.serving import stream

_HEAD = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>'
    "body{{font:15px/1.7 serif;max-width:70em;margin:2em auto;padding:0 1em}}table{{border-collapse:collapse;width:100%}}"
    "th,td{{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;word-break:break-all}}"
    "td:first-child,th{{white-space:nowrap}}code{{font-size:12px}}</style></head><body><h1>{title}</h1>"
)


@dataclass(frozen=True)
class Part:
    """One content of a bundle by its path in it; without a blob it lies offline at ``place``."""

    path: str
    title: str
    blob: Blob | None
    place: str = ""


def index_of(about: Mapping[str, str], parts: Sequence[Part]) -> dict[str, Any]:
    """The index: what the bundle is about, and every content with its size and hash."""
    return {
        "about": dict(about),
        "entries": [
            {
                "path": one.path,
                "title": one.title,
                "size": one.blob.size if one.blob else 0,
                "sha256": one.blob.sha256 if one.blob else "",
                "place": one.place,
            }
            for one in parts
        ],
    }


def index_json(index: Mapping[str, Any]) -> bytes:
    """The index for programs."""
    return json.dumps(index, ensure_ascii=False, indent=1).encode()


_VERIFYING = (
    "<h2>核验</h2><p>内容是否被改动：Windows 在命令提示符执行 <code>certutil -hashfile 文件名 SHA256</code>，"
    "结果与上表一致即未改动；Linux、macOS 在本文件夹执行 <code>sha256sum -c SHA256SUMS</code>，逐份显示 OK。</p>"
    "<p>目录是否由本机构签发（有 SHA256SUMS.sig 时）：依次执行"
    "<br><code>openssl x509 -in certificates.pem -noout -pubkey &gt; key.pem</code>"
    "<br><code>openssl base64 -d -A -in SHA256SUMS.sig -out sums.bin</code>"
    "<br><code>openssl dgst -sha256 -verify key.pem -signature sums.bin SHA256SUMS</code>"
    "<br>显示 Verified OK 即签名有效。装有案结的，用 <code>anjie archive verify 压缩包</code> 一次完成。</p>"
)


def index_page(index: Mapping[str, Any]) -> bytes:
    """The index for people: opens anywhere, runs nothing, its links lead to the contents beside it."""
    title = html.escape(index["about"].get("title", "目录"))
    about = "".join(
        f"<tr><th>{html.escape(label)}</th><td>{html.escape(value)}</td></tr>"
        for label, value in index["about"].items()
        if label != "title"
    )
    rows = "".join(
        f"<tr><td>{number}</td><td>{html.escape(one['title'])}</td><td>{_where(one)}</td>"
        f"<td>{one['size'] or ''}</td><td><code>{one['sha256']}</code></td></tr>"
        for number, one in enumerate(index["entries"], start=1)
    )
    return (
        f"{_HEAD.format(title=title)}<table>{about}</table><h2>目录</h2><table><tr><th>序号</th><th>名称</th>"
        f"<th>文件</th><th>字节</th><th>SHA-256</th></tr>{rows}</table>"
        f"{_VERIFYING}</body></html>"
    ).encode()


def _where(entry: Mapping[str, Any]) -> str:
    if not entry["sha256"]:
        return f"离线保存：{html.escape(entry['place'])}"
    path = html.escape(entry["path"])
    return f'<a href="{path}">{path}</a>'


def bundle_response(name: str, parts: Sequence[Part], written: Mapping[str, bytes]) -> StreamingHttpResponse:
    """The bundle as one streamed ZIP: what was written for it first, then the contents as they are kept."""
    archive = ZipStream(compress_type=ZIP_STORED, sized=True)
    for path, content in written.items():
        archive.add(content, path)
    for one in parts:
        if one.blob is not None:
            archive.add(store.read(one.blob.path), one.path, size=one.blob.size)
    response = stream(iter(archive), "application/zip")
    response["Content-Length"] = str(len(archive))
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
