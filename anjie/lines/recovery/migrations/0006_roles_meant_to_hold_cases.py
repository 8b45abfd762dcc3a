from django.db import migrations

# Until now whoever could write records stood among the collectors.
OVERSEERS = ("administrator", "supervisor")


def tell_apart(apps, schema_editor):
    """Roles that worked cases go on holding them; the shipped ones that look after others do not."""
    for role in apps.get_model("access", "Role").objects.exclude(code__in=OVERSEERS):
        if "work.record" in role.deeds and "work.hold" not in role.deeds:
            role.deeds = [*role.deeds, "work.hold"]
            role.save(update_fields=["deeds"])


class Migration(migrations.Migration):
    dependencies = [
        ("recovery", "0005_late_entries_are_told"),
        ("access", "0002_checkpoints_and_key_proofs"),
    ]

    operations = [migrations.RunPython(tell_apart, migrations.RunPython.noop)]
