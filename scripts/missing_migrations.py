"""Name the changes of models for which no migration was written; needs no database."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Exit with 1 when a migration is missing, or when two of an app are both its last."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("ANJIE_HOME", home)
        sys.exit(judge())


def judge() -> int:
    """Compare the models with the migrations."""
    import django

    django.setup()
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState
    from django.utils import translation

    # Django's own names were written untranslated.
    translation.deactivate_all()
    loader = MigrationLoader(None, ignore_no_migrations=True)
    wrong = [
        f"{app}: two last migrations: {', '.join(names)}" for app, names in loader.detect_conflicts().items()
    ]
    if not wrong:
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        ours = {config.label for config in apps.get_app_configs() if config.name.startswith("anjie")}
        for app, migrations in detector.changes(graph=loader.graph, trim_to_apps=ours).items():
            if app in ours:
                wrong += [
                    f"{app}: {operation.describe()}"
                    for migration in migrations
                    for operation in migration.operations
                ]
    print("\n".join(wrong) if wrong else "No migration is missing.")
    return 1 if wrong else 0


if __name__ == "__main__":
    main()
