"""Accounts and invitations as they first were."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "name",
                    models.CharField(
                        max_length=64,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?\\Z", code="name"
                            )
                        ],
                    ),
                ),
                ("display_name", models.CharField(max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("reader", "reader"),
                            ("contributor", "contributor"),
                            ("analyst", "analyst"),
                            ("reviewer", "reviewer"),
                            ("secretariat", "secretariat"),
                            ("auditor", "auditor"),
                        ],
                        max_length=16,
                    ),
                ),
                ("entity", models.CharField(blank=True, max_length=500)),
                ("language", models.CharField(default="en", max_length=2)),
                ("is_active", models.BooleanField(default=True)),
                ("made_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("feed_sha256", models.CharField(max_length=64, null=True, unique=True)),
                ("key_sha256", models.CharField(max_length=64, null=True, unique=True)),
            ],
            options={
                "db_table": "account",
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("email", ""), _negated=True),
                        name="account_email_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ("reader", "contributor", "analyst", "reviewer", "secretariat", "auditor"),
                            )
                        ),
                        name="account_role_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "contributor"), _negated=True),
                            models.Q(("entity", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="account_contributor_speaks_for_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("secret_sha256", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "invitation",
            },
        ),
    ]
