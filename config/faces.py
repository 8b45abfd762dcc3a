"""Serves the two built faces: files as they are, any other path the face's page (it routes itself)."""

from __future__ import annotations

import mimetypes
import os
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from config.home import CHECKOUT

CONSOLE = Path(os.environ.get("ANJIE_CONSOLE", CHECKOUT / "web" / "console" / "dist"))
MINIAPP = Path(os.environ.get("ANJIE_MINIAPP", CHECKOUT / "web" / "miniapp" / "dist" / "build" / "h5"))
YEAR = "public, max-age=31536000, immutable"


def console(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """The staff's console."""
    return _face(CONSOLE, path)


def miniapp(request: HttpRequest, path: str | None = None) -> HttpResponseBase:
    """The mini-program as a phone site."""
    return _face(MINIAPP, path or "")


def _face(root: Path, path: str) -> HttpResponseBase:
    wanted = (root / path).resolve()
    if path and wanted.is_relative_to(root.resolve()) and wanted.is_file():
        response = FileResponse(wanted.open("rb"), content_type=mimetypes.guess_type(wanted.name)[0])
        if "assets/" in path:
            response["Cache-Control"] = YEAR
        return response
    if path.startswith(("assets/", "static/")):
        return HttpResponse(status=404)
    page = root / "index.html"
    if not page.is_file():
        return HttpResponse(
            "界面尚未构建，请先运行 make setup。", status=503, content_type="text/plain; charset=utf-8"
        )
    response = FileResponse(page.open("rb"), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
