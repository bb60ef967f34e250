"""Where the language versions differ, in the words of the report."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from mutabaa.reports.wording import wording
from mutabaa.review.decision import Differing
from mutabaa.vocabulary import ACT_CLASSES, Language
from mutabaa.web.layout import said
from mutabaa.web.layout.records import actor_name


def difference_name(one: Differing) -> str:
    """What differs, and how much it matters."""
    words = wording(said.language())
    kind = words.text(f"differences.{one.kind}") if words.knows(f"differences.{one.kind}") else one.kind
    return words.text("differences.kind").format(
        kind=kind, severity=words.text(f"differences.severity_{one.severity}")
    )


def difference_value(one: Differing, language: Language) -> Markup:
    """What a version says; that it says nothing of the kind is said."""
    if not one.values.get(language):
        return Markup('<span class="unstated">{}</span>').format(
            wording(said.language()).text("differences.absent")
        )
    return Markup(_(", ")).join(_value(one.kind, each) for each in one.values[language])


def _value(kind: str, value: str) -> Markup:
    if kind in ("date", "document_date", "deadline"):
        return said.own(said.day(value))
    if value in ACT_CLASSES:
        return said.own(said.act_name(value))
    return said.own(actor_name(value)) if kind == "addressee" else said.own(value)
