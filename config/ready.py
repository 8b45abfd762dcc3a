"""What a command does before it touches the database."""

from __future__ import annotations

import contextlib
import os
import sys

import click

from config import postgres
from config.home import HomeError, home


def ready() -> None:
    """Make the database run and Django know it; the embedded one is stopped when this command ends.

    A home that cannot be used ends the command with exit code 2 and says what to do.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    provide()
    import django

    from config import logs

    logs.configure()
    try:
        django.setup()
    except HomeError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def provide() -> None:
    """Make DATABASE_URL name a running database, or end the command with exit code 2."""
    try:
        postgres.provide()
    except HomeError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    with contextlib.suppress(OSError):
        # Made here, or every process that serves would complain that it is missing.
        (home() / "static").mkdir(parents=True, exist_ok=True)
