"""The web server as a program: our modules are loaded once, and granian forks every one of its workers from that.

``python -m config.serving --host H --port P --workers N``. A worker that ends is forked anew and answers at once.
"""

from __future__ import annotations

import gc
import importlib

import click
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

APPLICATION = "config.asgi:application"


def load() -> None:
    """Import everything a request may need, and keep the collector from touching (so copying) it in each worker."""
    importlib.import_module(APPLICATION.partition(":")[0])
    importlib.import_module("config.urls")
    gc.collect()
    gc.freeze()


@click.command()
@click.option("--host", default="127.0.0.1")
@click.option("--port", type=int, default=8000)
@click.option("--workers", type=click.IntRange(1, 64), default=2)
def main(host: str, port: int, workers: int) -> None:
    """Serve until told to stop."""
    load()
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        workers=workers,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=3,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
