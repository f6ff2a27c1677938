from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0008_voices_and_volume")]

    operations = [
        migrations.AddField("source", "adapter", models.CharField(default="feed", max_length=20)),
        migrations.AddField("source", "options", models.JSONField(default=dict)),
    ]
