import django.db.models.deletion
from django.db import migrations, models

# Bound, an institution and its account have one name: the key lets the database carry it along, and nothing else.
FORWARD = """
ALTER TABLE access_organisation ADD CONSTRAINT organisation_with_name UNIQUE (id, name);
ALTER TABLE access_account ADD CONSTRAINT account_named_as_institution
    FOREIGN KEY (institution_id, name) REFERENCES access_organisation (id, name) ON UPDATE CASCADE;
"""
BACK = """
ALTER TABLE access_account DROP CONSTRAINT account_named_as_institution;
ALTER TABLE access_organisation DROP CONSTRAINT organisation_with_name;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0006_roles_offered")]

    operations = [
        migrations.AddField(
            "organisation",
            "credit_code",
            models.CharField(blank=True, max_length=18, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "organisation",
            "legal_representative",
            models.CharField(blank=True, max_length=60, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "organisation",
            "address",
            models.CharField(blank=True, max_length=200, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "organisation",
            "version",
            models.IntegerField(default=0, help_text="one more with every edit: a stale page is refused"),
        ),
        migrations.AddField("organisation", "changed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "organisation",
            "changed_by",
            models.CharField(blank=True, max_length=80, default=""),
            preserve_default=False,
        ),
        migrations.AlterField("organisation", "contact_name", models.CharField(blank=True, max_length=60)),
        migrations.AlterField("account", "name", models.CharField(max_length=80)),
        migrations.AddField(
            "account",
            "institution",
            models.OneToOneField(
                help_text="the institution whose own account this is: its facts are kept there, and the name is its name",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="account",
                to="access.organisation",
            ),
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
