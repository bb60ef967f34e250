"""What may be chosen in a form about a commitment: the sources that are known, and where the form leads back to."""

from django.urls import reverse

from mutabaa.desk.sources import sources
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.layout.said import isolated, language
from mutabaa.wiring.register import Register

# The last recorded; an older one is cited from its own page.
MOST_SOURCES = 200


def source_choices(register: Register, viewer: Viewer, moment: Moment) -> list[tuple[str, str]]:
    """The sources last recorded, each with what it is called."""
    found = sources(register, viewer, moment)[::-1][:MOST_SOURCES]
    return [(one.code, isolated(one.title(language())[:120])) for one in found]


def back_to(code: str, recorded: str, anchor: str) -> str:
    """The page of the commitment, where what was recorded is said beside it."""
    return f"{reverse('commitment', kwargs={'code': code})}?recorded={recorded}#{anchor}"
