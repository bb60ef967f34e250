"""What somebody typed, read as what it is to be; what can't be read so is told beside the form."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from mutabaa.people.policy import Viewer
from mutabaa.register import Marking
from mutabaa.register.assertion import MARKINGS
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.web.layout.said import isolated


class Mistyped(ValueError):
    """What was typed isn't what was asked for. `words`: what to say of it, in the reader's language."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def day_typed(typed: Mapping[str, str], name: str) -> PartialDate | None:
    """A day, a month or a year: "2018-03-13", "2018-03", "2018", in any digits; None where nothing is typed.

    Raises Mistyped.
    """
    written = "".join(
        str(int(letter)) if letter.isdecimal() else letter for letter in typed.get(name, "").strip()
    )
    if not written:
        return None
    try:
        return PartialDate.from_iso(written)
    except ValueError as wrong:
        told = _("%(written)s is not a date. Write it as 2018-03-13, 2018-03 or 2018.")
        raise Mistyped(told % {"written": isolated(written[:40])}) from wrong


def day_needed(typed: Mapping[str, str], name: str) -> PartialDate:
    """The same where there must be one. Raises Mistyped."""
    day = day_typed(typed, name)
    if day is None:
        raise Mistyped(_("Say since when it is so: a day, a month or a year."))
    return day


def language_typed(typed: Mapping[str, str], name: str) -> Language | None:
    """One of the three languages; None where nothing was chosen. Raises BadRequest for any other."""
    written = typed.get(name, "")
    if written and written not in LANGUAGES:
        raise BadRequest(f"{name}: no such language")
    return next((one for one in LANGUAGES if one == written), None)


def marking_typed(typed: Mapping[str, str]) -> Marking:
    """The marking chosen, internal where none is. Raises BadRequest for what is none."""
    written = typed.get("marking") or "internal"
    for marking in MARKINGS:
        if marking == written:
            return marking
    raise BadRequest("marking: no such marking")


def markings_for(viewer: Viewer) -> Sequence[Marking]:
    """The markings this viewer may give."""
    return [marking for marking in MARKINGS if viewer.may_mark(marking)]
