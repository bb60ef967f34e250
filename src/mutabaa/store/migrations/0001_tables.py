"""The tables of the register as they first were."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CurrentFrontier",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("peaks", models.BinaryField()),
            ],
            options={
                "db_table": "current_frontier",
            },
        ),
        migrations.CreateModel(
            name="KeptAssertion",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("content", models.TextField()),
                ("leaf", models.BinaryField(max_length=32, unique=True)),
                ("root", models.BinaryField(max_length=32)),
            ],
            options={
                "db_table": "assertion",
            },
        ),
        migrations.CreateModel(
            name="SourceFile",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "db_table": "source_file",
            },
        ),
        migrations.CreateModel(
            name="SentReminder",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("commitment", models.TextField()),
                ("due", models.DateField()),
                ("kind", models.CharField(max_length=16)),
                ("recipient", models.TextField()),
                ("sent_at", models.DateTimeField()),
            ],
            options={
                "db_table": "sent_reminder",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commitment", "due", "kind", "recipient"), name="reminded_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("name", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("holder", models.CharField(max_length=64)),
                ("leased_until", models.BigIntegerField()),
                ("taken", models.IntegerField()),
                ("done", models.BooleanField()),
            ],
            options={
                "db_table": "job",
            },
        ),
        migrations.CreateModel(
            name="CurrentSpan",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("subject", models.TextField()),
                ("says", models.TextField()),
                ("term", models.TextField()),
                ("since", models.DateField()),
                ("known_from", models.BigIntegerField()),
                ("known_to", models.BigIntegerField(null=True)),
                ("marking", models.CharField(max_length=16)),
                ("stated_by", models.TextField()),
            ],
            options={
                "db_table": "current_span",
                "indexes": [
                    models.Index(fields=["subject", "number"], name="current_span_subject"),
                    models.Index(fields=["says", "term", "number"], name="current_span_says"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CurrentStanding",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("code", models.TextField()),
                ("lowest", models.SmallIntegerField()),
                ("highest", models.SmallIntegerField()),
                ("known_from", models.BigIntegerField()),
                ("known_to", models.BigIntegerField()),
                ("since", models.IntegerField()),
                ("until", models.IntegerField()),
                ("lifecycle", models.TextField()),
                ("implementation", models.TextField()),
                ("timeliness", models.TextField()),
                ("evidence", models.TextField()),
                ("judgement", models.TextField()),
                ("instrument", models.TextField()),
                ("provision", models.TextField()),
                ("act", models.TextField()),
                ("due", models.TextField()),
                ("addressees", models.TextField()),
                ("themes", models.TextField()),
                ("marking", models.TextField()),
            ],
            options={
                "db_table": "current_standing",
                "indexes": [
                    models.Index(fields=["code"], name="current_standing_code"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CurrentGround",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("code", models.TextField()),
                ("rests_on", models.TextField()),
            ],
            options={
                "db_table": "current_ground",
                "indexes": [
                    models.Index(fields=["code"], name="current_ground_code"),
                    models.Index(fields=["rests_on"], name="current_ground_rests_on"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficialText",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("file", models.CharField(max_length=64)),
                ("content", models.TextField()),
            ],
            options={
                "db_table": "official_text",
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("instrument", models.TextField()),
                ("marking", models.CharField(max_length=16)),
                ("taken_in_by", models.TextField()),
                ("taken_in_at", models.DateTimeField()),
                ("content", models.TextField()),
            ],
            options={
                "db_table": "intake",
                "indexes": [models.Index(fields=["instrument"], name="intake_instrument")],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=64, unique=True)),
                ("sense", models.CharField(max_length=64)),
                ("instrument", models.TextField()),
                ("subject", models.TextField()),
                ("marking", models.CharField(max_length=16)),
                ("content", models.TextField()),
                ("proposed_at", models.DateTimeField()),
            ],
            options={
                "db_table": "proposal",
                "indexes": [models.Index(fields=["instrument", "sense"], name="proposal_instrument")],
            },
        ),
        migrations.CreateModel(
            name="ProposedIn",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("place", models.IntegerField()),
                (
                    "intake",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.intake"),
                ),
                (
                    "proposal",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.proposal"),
                ),
            ],
            options={
                "db_table": "proposed_in",
                "constraints": [
                    models.UniqueConstraint(fields=("intake", "proposal"), name="proposed_in_an_intake_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.IntegerField()),
                ("decided_by", models.TextField()),
                ("decided_at", models.DateTimeField()),
                ("verdict", models.CharField(max_length=16)),
                ("content", models.TextField()),
                (
                    "proposal",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.proposal"),
                ),
            ],
            options={
                "db_table": "decision",
                "constraints": [models.UniqueConstraint(fields=("proposal", "number"), name="decided_once")],
            },
        ),
    ]
