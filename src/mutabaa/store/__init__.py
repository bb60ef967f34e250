"""The tables behind the register, append-only by trigger on SQLite and PostgreSQL alike, and the files it keeps."""

__all__: list[str] = []
