"""The working-day calendar, deadlines that run, the rota, the shift log and the handover."""

from datetime import UTC, datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from huiying.core.case.calendar import Kind, kind_for
from huiying.core.case.holidays import CHINA

ENTERED = datetime(2025, 11, 4, tzinfo=UTC)  # when the last of these years was announced


LOG = "the shift log is append-only"


def triggers() -> list[str]:
    """The shift log refuses every change, also INSERT OR REPLACE."""
    return [
        f"CREATE TRIGGER store_shiftnote_no_update BEFORE UPDATE ON store_shiftnote BEGIN SELECT RAISE(ABORT, '{LOG}'); END",
        f"CREATE TRIGGER store_shiftnote_no_delete BEFORE DELETE ON store_shiftnote BEGIN SELECT RAISE(ABORT, '{LOG}'); END",
        # REPLACE would put a new row in its place without a DELETE that a trigger sees
        "CREATE TRIGGER store_shiftnote_no_replace BEFORE INSERT ON store_shiftnote WHEN EXISTS "
        "(SELECT 1 FROM store_shiftnote WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the shift log is append-only'); END",
    ]


def seed(apps, schema_editor) -> None:
    """The announced years of mainland China; and for a desk that is elsewhere the calendar of its own."""
    Year, Day = apps.get_model("store", "CalendarYear"), apps.get_model("store", "CalendarDay")
    for year in CHINA.values():
        row = Year.objects.create(kind=Kind.CHINA.value, year=year.year, source=year.source, entered_at=ENTERED)
        Day.objects.bulk_create(Day(year=row, day=day.day, works=day.works, name=day.name) for day in year.days)
    for desk in apps.get_model("store", "Desk").objects.all():
        desk.calendar = kind_for(desk.zone).value
        desk.save()


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0011_life_of_a_case"),
    ]

    operations = [
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("remark", models.TextField(blank=True, default="")),
                ("open_things", models.JSONField(default=list)),
                ("taken_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("waits", models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name="ReadMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("duty", "duty"),
                            ("duty_lead", "duty_lead"),
                            ("verifier", "verifier"),
                            ("dept", "dept"),
                            ("dept_head", "dept_head"),
                            ("author", "author"),
                            ("privacy", "privacy"),
                            ("approver", "approver"),
                            ("publisher", "publisher"),
                            ("spokesperson", "spokesperson"),
                            ("leader", "leader"),
                            ("reviewer", "reviewer"),
                            ("auditor", "auditor"),
                            ("admin", "admin"),
                        ],
                        max_length=16,
                    ),
                ),
                ("starts_at", models.DateTimeField(db_index=True)),
                ("ends_at", models.DateTimeField(db_index=True)),
                ("made_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True, default="")),
            ],
            options={
                "ordering": ["starts_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ShiftNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("text", models.CharField(max_length=1000)),
            ],
        ),
        migrations.CreateModel(
            name="Swap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(db_index=True, default="asked", max_length=10)),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="desk",
            name="calendar",
            field=models.CharField(default="cn", max_length=4),
        ),
        migrations.AddField(
            model_name="desk",
            name="deadlines",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="notice",
            name="warning",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="store.warning"),
        ),
        migrations.CreateModel(
            name="CalendarYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("cn", "cn"), ("own", "own")], max_length=4)),
                ("year", models.PositiveIntegerField()),
                ("source", models.CharField(max_length=200)),
                ("entered_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "year"],
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("works", models.BooleanField()),
                ("name", models.CharField(blank=True, default="", max_length=60)),
                ("year", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="days", to="store.calendaryear")),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="DutyTimer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=20)),
                ("permission", models.CharField(max_length=40)),
                ("only", models.JSONField(null=True)),
                ("never", models.JSONField(default=list)),
                ("about", models.CharField(max_length=300)),
                ("href", models.CharField(max_length=200)),
                ("clock", models.CharField(max_length=20)),
                ("amount", models.PositiveIntegerField(null=True)),
                ("unit", models.CharField(max_length=12)),
                ("rule", models.JSONField(default=dict)),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(db_index=True)),
                ("provisional", models.BooleanField(default=False)),
                ("said", models.PositiveIntegerField(default=0)),
                ("next_at", models.DateTimeField(db_index=True, null=True)),
                ("ended_at", models.DateTimeField(db_index=True, null=True)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="timers", to="store.case")),
                (
                    "department",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.department"),
                ),
            ],
        ),
        migrations.AddField(
            model_name="notice",
            name="timer",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="store.dutytimer"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(fields=("event", "timer", "channel"), name="told_once_for_a_step"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("timer__isnull", False), ("warning", None)),
                    models.Q(("timer", None), ("warning__isnull", False)),
                    _connector="OR",
                ),
                name="notice_of_one_thing",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="handover",
            name="taken_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="readmark",
            name="member",
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="mark", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="shift",
            name="member",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="shifts", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="shiftnote",
            name="by",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="shiftnote",
            name="corrects",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="store.shiftnote"
            ),
        ),
        migrations.AddField(
            model_name="swap",
            name="asked",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="swaps_asked", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="swap",
            name="asked_by",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="swap",
            name="back",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.shift"),
        ),
        migrations.AddField(
            model_name="swap",
            name="shift",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="swaps", to="store.shift"),
        ),
        migrations.AddConstraint(
            model_name="calendaryear",
            constraint=models.UniqueConstraint(fields=("kind", "year"), name="calendar_year_once"),
        ),
        migrations.AddConstraint(
            model_name="calendarday",
            constraint=models.UniqueConstraint(fields=("year", "day"), name="calendar_day_once"),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(condition=models.Q(("waits", True)), fields=("waits",), name="one_handover_waits"),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.UniqueConstraint(condition=models.Q(("state", "asked")), fields=("shift",), name="one_swap_asked_a_shift"),
        ),
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in triggers()),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
