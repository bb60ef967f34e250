"""The tables behind the register, append-only by trigger on SQLite and PostgreSQL alike, and the files it keeps."""

# Nothing is imported here: Django reads this page before its settings are known.
