"""The guards on what is kept for good, and the tables of search, which Django has no words for."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from mutabaa.store.guards import guards
from mutabaa.store.search_index import search_tables


def put_in_place(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    vendor = editor.connection.vendor
    for statement in (*guards(vendor), *search_tables(vendor)):
        # No parameters: a percent sign in a guard is a percent sign.
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """There is no way back: a register without its guards isn't one."""

    dependencies = (("store", "0001_tables"),)
    operations = (migrations.RunPython(put_in_place),)
