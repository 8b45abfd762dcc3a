from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("recovery", "0009_instalments_of_a_signed_agreement")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE recovery_termpause RENAME TO terms_termpause",
                    "ALTER TABLE terms_termpause RENAME TO recovery_termpause",
                )
            ],
            state_operations=[migrations.DeleteModel("TermPause")],
        )
    ]
