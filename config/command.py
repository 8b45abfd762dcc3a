"""The ``anjie`` command: each group of subcommands lives in its own file and is registered here."""

from __future__ import annotations

import importlib.util
import os

import click

MODULES = (
    "config.command_ground",
    "config.command_sheets",
    "config.command_pure",
    "config.command_contact",
    "config.command_desk",
    "config.command_backup",
    "config.command_archive",
    "config.command_papers",
    "config.command_demo",
    "config.command_openapi",
    "config.command_bench",
)


@click.group(help="案结 Anjie：债务催收与纠纷调解共用的案件工作台")
def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


for name in MODULES:
    if importlib.util.find_spec(name):
        importlib.import_module(name).register(main)

if __name__ == "__main__":
    main()
