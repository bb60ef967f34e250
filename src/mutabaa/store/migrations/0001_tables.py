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
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=64, unique=True)),
                ("instrument", models.TextField()),
                ("subject", models.TextField()),
                ("content", models.TextField()),
                ("proposed_at", models.DateTimeField()),
            ],
            options={
                "db_table": "proposal",
                "indexes": [models.Index(fields=["instrument"], name="proposal_instrument")],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("decided_by", models.TextField()),
                ("decided_at", models.DateTimeField()),
                ("verdict", models.CharField(max_length=16)),
                ("content", models.TextField(default="")),
                (
                    "proposal",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.proposal"),
                ),
            ],
            options={
                "db_table": "decision",
            },
        ),
    ]
