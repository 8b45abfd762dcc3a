from django.db import migrations, models

import anjie.foundation.clock

# How accounts made before came to be is read from the trail: what nobody registered, an administrator made.
ORIGINS = """
UPDATE access_account SET origin = CASE
    WHEN EXISTS (SELECT 1 FROM access_wechatbinding b
        WHERE b.account_id = access_account.id AND b.bound_at < access_account.created_at + interval '1 minute')
    THEN 'wechat' ELSE 'code' END
WHERE kind <> 'staff' AND id IN (
    SELECT (facts->>'account')::bigint FROM access_trailentry WHERE verb = 'access.registered')
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0007_institutions_have_accounts")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="origin",
            field=models.CharField(
                choices=[
                    ("staff", "管理员建立"),
                    ("code", "手机验证码注册"),
                    ("wechat", "微信一键注册"),
                ],
                default="staff",
                help_text="how it came to be",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="account",
            name="created_at",
            field=models.DateTimeField(default=anjie.foundation.clock.now),
        ),
        migrations.RunSQL(ORIGINS, migrations.RunSQL.noop),
    ]
