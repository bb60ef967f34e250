"""The guards on accounts, and the table in which attempts are counted."""

from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from mutabaa.people.guards import guards


def put_in_place(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards(editor.connection.vendor):
        # No parameters: a percent sign in a guard is a percent sign.
        editor.execute(statement, params=None)


def count_attempts(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    call_command("createcachetable", "cache_entry", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """There is no way back: an account that can be deleted answers for nothing."""

    dependencies = (("people", "0001_accounts"),)
    operations = (migrations.RunPython(put_in_place), migrations.RunPython(count_attempts))
