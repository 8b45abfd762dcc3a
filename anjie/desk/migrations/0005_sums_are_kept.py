"""Counts and sums of cases are kept beside them, written by the statement that changes a case."""

from django.db import migrations, models

KINDS = (
    "line, state, closed_at IS NULL, holder_id IS NOT NULL, coalesce(unit_id, 0), organisation_id,"
    " coalesce(batch_id, 0)"
)
COLUMNS = "line, state, is_open, is_held, unit_id, organisation_id, batch_id, cases, amount, settled_amount, balance"
FORWARD = f"""
CREATE FUNCTION anjie_sum_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO desk_casesum ({COLUMNS})
        SELECT {KINDS}, count(*), sum(amount), sum(settled_amount), sum(balance)
        FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6, 7;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO desk_casesum ({COLUMNS})
        SELECT {KINDS}, -count(*), -sum(amount), -sum(settled_amount), -sum(balance)
        FROM old_rows GROUP BY 1, 2, 3, 4, 5, 6, 7;
    ELSIF TG_OP = 'TRUNCATE' THEN
        DELETE FROM desk_casesum;
    ELSE
        INSERT INTO desk_casesum ({COLUMNS})
        SELECT k1, k2, k3, k4, k5, k6, k7, sum(n), sum(a), sum(s), sum(b)
        FROM (
            SELECT {KINDS}, -count(*), -sum(amount), -sum(settled_amount), -sum(balance)
            FROM old_rows GROUP BY 1, 2, 3, 4, 5, 6, 7
            UNION ALL
            SELECT {KINDS}, count(*), sum(amount), sum(settled_amount), sum(balance)
            FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6, 7
        ) changed (k1, k2, k3, k4, k5, k6, k7, n, a, s, b)
        GROUP BY 1, 2, 3, 4, 5, 6, 7
        HAVING sum(n) <> 0 OR sum(a) <> 0 OR sum(s) <> 0 OR sum(b) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER sum_inserted AFTER INSERT ON desk_case REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION anjie_sum_cases();
CREATE TRIGGER sum_updated AFTER UPDATE ON desk_case REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION anjie_sum_cases();
CREATE TRIGGER sum_deleted AFTER DELETE ON desk_case REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION anjie_sum_cases();
CREATE TRIGGER sum_truncated AFTER TRUNCATE ON desk_case
    FOR EACH STATEMENT EXECUTE FUNCTION anjie_sum_cases();
INSERT INTO desk_casesum ({COLUMNS})
SELECT {KINDS}, count(*), sum(amount), sum(settled_amount), sum(balance)
FROM desk_case GROUP BY 1, 2, 3, 4, 5, 6, 7;
"""
BACKWARD = """
DROP TRIGGER sum_inserted ON desk_case;
DROP TRIGGER sum_updated ON desk_case;
DROP TRIGGER sum_deleted ON desk_case;
DROP TRIGGER sum_truncated ON desk_case;
DROP FUNCTION anjie_sum_cases();
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0004_totals_are_read_from_indexes")]
    operations = [
        migrations.CreateModel(
            name="CaseSum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=20)),
                ("is_open", models.BooleanField()),
                ("is_held", models.BooleanField()),
                ("unit_id", models.BigIntegerField()),
                ("organisation_id", models.BigIntegerField()),
                ("batch_id", models.BigIntegerField()),
                ("cases", models.IntegerField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=20)),
                ("settled_amount", models.DecimalField(decimal_places=2, max_digits=20)),
                ("balance", models.DecimalField(decimal_places=2, max_digits=20)),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
