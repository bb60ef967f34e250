"""The one place that chooses: which database, which folder, which key, which clock."""

__all__: list[str] = []
