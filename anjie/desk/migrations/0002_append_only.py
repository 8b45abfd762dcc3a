"""The timeline and the trail accept new rows only; a superuser can go round it, and verify-trail finds him."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION anjie_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only table %: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON desk_event
    FOR EACH ROW EXECUTE FUNCTION anjie_append_only();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON desk_event
    FOR EACH STATEMENT EXECUTE FUNCTION anjie_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_trailentry
    FOR EACH ROW EXECUTE FUNCTION anjie_append_only();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON access_trailentry
    FOR EACH STATEMENT EXECUTE FUNCTION anjie_append_only();
ALTER TABLE desk_case SET (fillfactor = 85);
ALTER TABLE desk_timelinehead SET (fillfactor = 70);
"""

BACKWARD = """
DROP TRIGGER append_only ON desk_event;
DROP TRIGGER never_truncate ON desk_event;
DROP TRIGGER append_only ON access_trailentry;
DROP TRIGGER never_truncate ON access_trailentry;
DROP FUNCTION anjie_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial"), ("access", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
