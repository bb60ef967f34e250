"""Whether the tables are of this version of the product: nothing is changed in them but by `mutabaa upgrade`."""

from pathlib import Path
from typing import Literal

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def tables_are_of() -> Literal["older", "this", "newer"]:
    """The version that the tables of the open database are of. Raises OperationalError when it can't be reached."""
    made = set(MigrationRecorder(connection).applied_migrations())
    # By the names of the files: to import them all would take longer than most commands.
    known = {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in Path(app.path, "migrations").glob("[0-9]*.py")
    }
    if known - made:
        return "older"
    return (
        "newer"
        if {label for label, _ in made - known} & {app.label for app in apps.get_app_configs()}
        else "this"
    )
