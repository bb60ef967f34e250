"""What the desk answers when a decision can't be recorded, in the reader's words."""

from django.utils.translation import gettext as _

from mutabaa.desk.errors import NotDone
from mutabaa.web.layout.said import isolated
from mutabaa.web.layout.statements import statement_name


def refusal_words(refusal: NotDone) -> str:
    """A sentence for the refusal; names of people and of statements stand in it."""
    facts = refusal.facts
    if refusal.kind == "decided_already":
        told = {
            "accepted": _("%(by)s accepted this already. Nothing was recorded by you."),
            "corrected": _("%(by)s corrected this already. Nothing was recorded by you."),
            "rejected": _("%(by)s set this aside already. Nothing was recorded by you."),
        }
        return told[facts["verdict"]] % {"by": isolated(facts["by"])}
    says = statement_name(facts["says"]) if "says" in facts else ""
    return {
        "reason_missing": _("Say why it is set aside: the reason is kept with the decision."),
        "proposal_stale": _("A newer reading of the text no longer proposes this. Nothing was recorded."),
        "not_decided_yet": _("Nobody has decided about this yet."),
        "nothing_stated": _("Nothing is left to state. To state nothing, set the proposal aside."),
        "not_read_from_a_text": _("%(says)s: this isn't read from a text.") % {"says": says},
        "read_in_another_text": _("%(says)s: this was read in another text.") % {"says": says},
        "misstated": _("%(says)s: this can't be recorded as it stands.") % {"says": says},
    }.get(refusal.kind, _("This can't be recorded as it stands."))
