"""Serves the two built faces: their files through whitenoise, any other path their page (it routes itself)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware

from config.home import CHECKOUT

CONSOLE = Path(os.environ.get("ANJIE_CONSOLE", CHECKOUT / "web" / "console" / "dist"))
MINIAPP = Path(os.environ.get("ANJIE_MINIAPP", CHECKOUT / "web" / "miniapp" / "dist" / "build" / "h5"))


class FacesMiddleware(WhiteNoiseMiddleware):
    """Whitenoise over both builds; hashed assets are cached for ever, pages never."""

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        for root, prefix in ((CONSOLE, "/"), (MINIAPP, "/m/")):
            if root.is_dir():
                self.add_files(str(root), prefix=prefix)

    def immutable_file_test(self, path: str, url: str) -> bool:
        """Vite puts a hash into the name of everything under ``assets/``."""
        return "/assets/" in url


def console(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """The staff's console."""
    return _page(CONSOLE, path)


def miniapp(request: HttpRequest, path: str | None = None) -> HttpResponseBase:
    """The mini-program as a phone site."""
    return _page(MINIAPP, path or "")


def _page(root: Path, path: str) -> HttpResponseBase:
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
