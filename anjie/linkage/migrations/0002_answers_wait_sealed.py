import json

from django.db import migrations, models

from anjie.foundation.sealed import sealer

PLACE = "linkage_sending.answers_sealed"


def seal_them(apps, schema_editor):
    """What was answered for many cases at once leaves the plain part of what was chosen."""
    for run in apps.get_model("linkage", "Sending").objects.iterator():
        answers = run.given.pop("answers", {})
        run.answers_sealed = sealer().seal(json.dumps(answers, ensure_ascii=False), PLACE, run.pk)
        run.save(update_fields=["given", "answers_sealed"])


class Migration(migrations.Migration):
    dependencies = [
        ("linkage", "0001_cases_sent_to_mediation"),
    ]

    operations = [
        migrations.AddField(
            model_name="sending",
            name="answers_sealed",
            field=models.BinaryField(help_text="to the institution's form, by field code", null=True),
        ),
        # There is no way back: the plain text is gone.
        migrations.RunPython(seal_them),
    ]
