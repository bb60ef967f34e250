"""What may be chosen in the form of a correction, in the reader's words."""

from django.utils.translation import gettext as _

from mutabaa.desk.review import ProposalOnDesk
from mutabaa.register.due import DUE_KINDS
from mutabaa.vocabulary import LANGUAGES
from mutabaa.web.layout.said import act_name, language_name
from mutabaa.web.review.corrections import BASES, act_classes

Options = list[tuple[str, str]]


def act_options(one: ProposalOnDesk) -> Options:
    return [(act, act_name(act)) for act in act_classes(one.kind)]


def basis_options() -> Options:
    names = {
        "stated": _("named in the text"),
        "carried_over": _("named earlier in the text"),
        "self": _("the adopting body itself"),
        "not_stated": _("not stated"),
    }
    return [(basis, names[basis]) for basis in BASES]


def due_options() -> Options:
    names = {
        "none": _("no deadline set"),
        "open": _("urgent, no day set"),
        "date": _("by a date"),
        "duration": _("within a length of time"),
        "event": _("bound to an event"),
        "recurring": _("recurring"),
    }
    return [(kind, names[kind]) for kind in DUE_KINDS]


def language_options() -> Options:
    return [(language, language_name(language)) for language in LANGUAGES]
