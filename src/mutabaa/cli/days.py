"""The days a person asks for on the command line."""

from datetime import date

from mutabaa.cli.exits import misused
from mutabaa.cli.words import say


def day_asked(written: str) -> date:
    """A day as YYYY-MM-DD. Refuses anything else."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        misused(say("unknown_date", date=written))
