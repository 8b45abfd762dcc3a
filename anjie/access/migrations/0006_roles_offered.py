import django.contrib.postgres.fields
from django.db import migrations, models


def remember(apps, schema_editor):
    """What a shipped role has, or had until an administrator took it away, was given to it before."""
    taken = {}
    entries = apps.get_model("access", "TrailEntry").objects.filter(verb="role.edited")
    for facts in entries.values_list("facts", flat=True):
        taken.setdefault(facts.get("role"), set()).update(facts.get("removed", ()))
    for role in apps.get_model("access", "Role").objects.filter(is_shipped=True):
        role.offered = sorted({*role.deeds, *taken.get(role.pk, ())})
        role.save(update_fields=["offered"])


class Migration(migrations.Migration):
    dependencies = [("access", "0005_parties_and_codes")]

    operations = [
        migrations.AddField(
            model_name="role",
            name="offered",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=64), default=list, size=None
            ),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
