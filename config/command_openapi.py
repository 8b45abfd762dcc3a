"""``anjie openapi``: the API's description, from which the faces' client is generated."""

from __future__ import annotations

import json

import click


def register(main: click.Group) -> None:
    """Add the command to ``anjie``."""
    main.add_command(openapi)


@click.command(help="输出接口描述（OpenAPI JSON）")
def openapi() -> None:
    """Print the schema; needs no database."""
    import django

    django.setup()
    from config.api import api

    click.echo(json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1))
