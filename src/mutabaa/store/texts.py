"""Texts as they were read, under the SHA-256 of what was read: shown with their places, read again without the file."""

import json

from mutabaa.register.canonical import canonical
from mutabaa.review.kept_text import KeptText
from mutabaa.store.models import OfficialText as Row


class KeptTexts:
    """Added and never changed."""

    def keep(self, text: KeptText) -> str:
        """Keep a text; its name. JSON escapes a NUL, which PostgreSQL keeps in no text."""
        name = text.name
        if not Row.objects.filter(name=name).exists():
            Row.objects.create(name=name, file=text.file, content=canonical(text.plain()).decode())
        return name

    def get(self, name: str) -> KeptText:
        """The text of a name. Raises KeyError."""
        content = Row.objects.filter(name=name).values_list("content", flat=True).first()
        if content is None:
            raise KeyError(name)
        return KeptText.from_plain(json.loads(content))
