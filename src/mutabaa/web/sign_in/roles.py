"""What the roles are called."""

from django.utils.translation import gettext, gettext_noop

from mutabaa.people.policy import Role

_NAMES: dict[Role, str] = {
    "reader": gettext_noop("reader"),
    "contributor": gettext_noop("focal point"),
    "analyst": gettext_noop("analyst"),
    "reviewer": gettext_noop("reviewer"),
    "secretariat": gettext_noop("secretariat"),
    "auditor": gettext_noop("auditor"),
}


def role_name(role: Role) -> str:
    """A role in the language of the page."""
    return gettext(_NAMES[role])
