from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("recovery", "0004_complaints_and_their_steps")]

    operations = [
        migrations.AlterField(
            model_name="latetold",
            name="kind",
            field=models.CharField(
                choices=[("first_call", "首次电催超时"), ("visit", "外访超时"), ("entry", "催记非当日录入")],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="latetold",
            name="since",
            field=models.DateTimeField(
                help_text="when the case was given to the one who is late, or the record entered"
            ),
        ),
    ]
