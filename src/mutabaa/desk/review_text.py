"""The text of a version as published, kept with its places: to be shown with words lit, without reading its file."""

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.review import KeptText
from mutabaa.vocabulary import Language
from mutabaa.wiring.register import Register


def text_of(
    register: Register,
    viewer: Viewer,
    instrument: str,
    language: Language,
    *,
    source: str | None = None,
) -> KeptText:
    """The newest text of a version that this viewer sees. Raises NotThere.

    `source`: the source that an entry cites, so that its places are those of the very text it was read in.
    """
    for intake in reversed(register.proposals.intakes(instrument, viewer.sight.markings)):
        for version in intake.versions:
            if version.language == language and source in (None, version.source):
                return register.texts.get(version.text)
    raise NotThere(instrument)
