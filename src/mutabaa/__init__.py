"""Mutabaa (متابعة, follow-up): reads what a body of States agreed and follows what came of it."""

__version__ = "0.1.0"
