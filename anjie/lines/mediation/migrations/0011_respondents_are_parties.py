from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("mediation", "0010_several_respondents"),
    ]

    operations = [
        migrations.RemoveField(model_name="dispute", name=name)
        for name in (
            "respondent_kind",
            "respondent_name",
            "respondent_opinion",
            "respondent_sealed",
            "respondent_statement",
        )
    ]
