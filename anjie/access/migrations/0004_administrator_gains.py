from django.db import migrations

GAINED = ["access.addresses_manage", "access.backups_manage"]


def grant(apps, schema_editor):
    """Give the administrator's role what this version adds: nobody else could tick it."""
    for role in apps.get_model("access", "Role").objects.filter(code="administrator"):
        role.deeds = [*role.deeds, *(deed for deed in GAINED if deed not in role.deeds)]
        role.save(update_fields=["deeds"])


class Migration(migrations.Migration):
    dependencies = [("access", "0003_address_lists")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
