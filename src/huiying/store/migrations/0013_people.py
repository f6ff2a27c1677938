"""Second factors, open sessions, keys with scopes, answers kept for a day, and sealed notes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import huiying.store.models.desk


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0012_duty"),
    ]

    operations = [
        migrations.AddField(
            model_name="desk",
            name="second_factor",
            field=models.JSONField(default=huiying.store.models.desk.second_factor_roles),
        ),
        migrations.AddField(
            model_name="desk",
            name="second_factor_from",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="member",
            name="left_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="member",
            name="passkey_id",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="member",
            name="reset_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="member",
            name="reset_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="expires_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="name",
            field=models.CharField(blank=True, default="", max_length=100),
        ),
        migrations.AddField(
            model_name="token",
            name="scopes",
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name="Factor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("app", "app"), ("passkey", "passkey"), ("code", "code")], max_length=8)),
                ("name", models.CharField(blank=True, default="", max_length=100)),
                ("secret", models.BinaryField()),
                ("credential", models.CharField(max_length=1400, null=True, unique=True)),
                ("counter", models.BigIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "member",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="factors", to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SealedNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(
                        choices=[("informant", "informant"), ("health", "health"), ("family", "family"), ("other", "other")], max_length=12
                    ),
                ),
                ("roles", models.JSONField(default=list)),
                ("body", models.BinaryField()),
                ("key", models.BinaryField(null=True)),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("erased_at", models.DateTimeField(null=True)),
                ("erased_why", models.TextField(blank=True, default="")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="sealed_notes", to="store.case")),
                ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("readers", models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("session", models.CharField(max_length=40, unique=True)),
                ("way", models.CharField(max_length=12)),
                ("browser", models.CharField(blank=True, default="", max_length=60)),
                ("began_at", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="sign_ins", to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Once",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField()),
                ("answer", models.BinaryField()),
                ("made_at", models.DateTimeField(db_index=True)),
                ("member", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("member", "key"), name="one_answer_a_key")],
            },
        ),
    ]
