"""Which rule proposed something, in the reader's words: a rule of a phrasebook by its name, the others as they work."""

import re

from django.utils.translation import gettext as _
from markupsafe import Markup

from mutabaa.web.layout import said

_OF_A_PHRASEBOOK = re.compile(r"(ar|en|fr)/(.+)", re.DOTALL)
_NAMED = re.compile(r"(verb|place|duration|event|recurring|title|session|open): (.+)", re.DOTALL)


def rule_words(rule: str) -> Markup:
    """The rule as a reader understands it; its own name stands in it, in its own direction."""
    if found := _OF_A_PHRASEBOOK.fullmatch(rule):
        language, name = found.groups()
        book = {"ar": _("Arabic phrasebook"), "en": _("English phrasebook"), "fr": _("French phrasebook")}
        return Markup("{}{}{}").format(book[language], _(": "), said.own(name))
    if found := _NAMED.fullmatch(rule):
        return Markup("{}{}{}").format(_natures()[found[1]], _(": "), said.own(found[2]))
    return Markup("{}").format(_fixed()[rule]) if rule in _fixed() else said.own(rule)


def _natures() -> dict[str, str]:
    return {
        "verb": _("the verb itself presses for time"),
        "open": _("words of urgency"),
        "place": _("words that set a day"),
        "duration": _("words that give a length of time"),
        "event": _("words that wait for an event"),
        "session": _("words that name a session"),
        "recurring": _("words that ask again and again"),
        "title": _("the title of a section"),
    }


def _fixed() -> dict[str, str]:
    return {
        "alone in the title block": _("stands alone in the title block"),
        "in the title block": _("in the title block"),
        "named in the title block": _("named in the title block"),
        "named in the title": _("named in the title"),
        "named in the first sentence": _("named in the first sentence"),
        "at the head of the pages": _("at the head of the pages"),
        "running head": _("at the head of the pages"),
        "beside the date": _("stands beside the date"),
        "date beside the place": _("the date that stands beside the place"),
        "date of adoption": _("the date given for the adoption"),
        "date of the meeting": _("the date given for the meeting"),
        "date of the meeting, in the first sentences": _(
            "the date given for the meeting in the first sentences"
        ),
        "date in the title": _("the date in the title"),
        "date at the end": _("the date at the end"),
        "date of issue": _("the date of issue"),
        "declared by the file": _("declared by the file itself"),
        "number in sequence": _("a number that follows the one before"),
        "before the text begins": _("stands before the text begins"),
        "a sentence before what was agreed": _("a sentence before what was agreed"),
        "introduces what was agreed": _("introduces what was agreed"),
        "goes on with the paragraph above": _("goes on with the paragraph above"),
        "a paragraph given by itself": _("a paragraph that the file sets apart"),
        "language.recognised": _("the language was recognised by its words"),
        "deadline.none_found": _("no words of a deadline were found"),
    }
