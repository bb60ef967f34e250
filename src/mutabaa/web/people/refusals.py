"""Why somebody couldn't be invited, or an account not be closed."""

from django.utils.translation import gettext as _

from mutabaa.people.accounts import NotAnAccount
from mutabaa.web.layout.said import isolated


def refused(why: NotAnAccount) -> str:
    """As a sentence in the language of the page."""
    said = {
        "not_a_name": _("%(name)s can't be a sign-in name: Latin letters, digits, dots and hyphens."),
        "speaks_for_nobody": _("A focal point speaks for an actor: choose which."),
        "no_such_actor": _("Nobody is known as %(written)s: record the actor first, or write its code."),
        "several_actors": _("%(written)s may be several: %(codes)s. Write the code of one."),
        "not_an_address": _("%(email)s is not an e-mail address."),
        "name_given": _("%(name)s was given to somebody before; a name is never given again."),
        "address_in_use": _("%(email)s is the address of another account."),
        "no_such_person": _("There is no account %(name)s."),
        "closed_already": _("The account %(name)s is closed."),
        "own_account": _(
            "Your own account is closed by somebody else of the secretariat, or at the terminal."
        ),
    }[why.kind]
    return said % {name: isolated(fact) for name, fact in why.facts.items()}
