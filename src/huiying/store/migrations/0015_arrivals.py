import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0009_adapters")]

    operations = [
        migrations.AddField("source", "progress", models.JSONField(default=dict)),
        migrations.AddField("desk", "retention", models.JSONField(default=dict)),
        migrations.AddField("item", "gone", models.CharField(default="", max_length=10)),
        migrations.AddField("item", "gone_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("items", models.JSONField(default=list)),
                ("gone", models.JSONField(default=list)),
                ("came_at", models.DateTimeField()),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="arrivals", to="store.source"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=32)),
                ("mark", models.CharField(max_length=32)),
                ("items", models.PositiveIntegerField(default=0)),
                ("came_at", models.DateTimeField(db_index=True)),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="store.source"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("source", "name"), name="delivered_once"),
                    models.UniqueConstraint(fields=("source", "mark"), name="signed_once"),
                ]
            },
        ),
    ]
