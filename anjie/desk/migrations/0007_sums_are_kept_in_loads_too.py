"""A load that proves its references at the end is counted like any other; what loads left out is counted now."""

from importlib import import_module

from django.db import migrations

kept = import_module("anjie.desk.migrations.0005_sums_are_kept")

# A load lifts the checks of foreign keys for its own inserts (anjie/desk/references.py); these are no checks.
FORWARD = f"""
ALTER TABLE desk_case ENABLE ALWAYS TRIGGER sum_inserted;
ALTER TABLE desk_case ENABLE ALWAYS TRIGGER sum_updated;
ALTER TABLE desk_case ENABLE ALWAYS TRIGGER sum_deleted;
ALTER TABLE desk_case ENABLE ALWAYS TRIGGER sum_truncated;
LOCK TABLE desk_case IN SHARE MODE;
DELETE FROM desk_casesum;
INSERT INTO desk_casesum ({kept.COLUMNS})
SELECT {kept.KINDS}, count(*), sum(amount), sum(settled_amount), sum(balance)
FROM desk_case GROUP BY 1, 2, 3, 4, 5, 6, 7;
"""
BACKWARD = """
ALTER TABLE desk_case ENABLE TRIGGER sum_inserted;
ALTER TABLE desk_case ENABLE TRIGGER sum_updated;
ALTER TABLE desk_case ENABLE TRIGGER sum_deleted;
ALTER TABLE desk_case ENABLE TRIGGER sum_truncated;
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_parties_have_accounts")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
