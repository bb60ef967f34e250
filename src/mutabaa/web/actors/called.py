"""What kinds of actors, and the roles in which they belong somewhere, are called."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from mutabaa.register.statements import MEMBER_ROLES
from mutabaa.vocabulary.names.actors import ACTOR_KINDS, ActorKind


def actor_kind_name(kind: ActorKind | None) -> str:
    """What a kind of actor is called; that nobody said is said."""
    if kind is None:
        return _("not stated")
    return {
        "state": _("State"),
        "organization": _("organization"),
        "organ": _("organ"),
        "movement": _("movement"),
        "coalition": _("coalition"),
        "fund": _("fund"),
        "mechanism": _("mechanism"),
    }[kind]


def actor_kinds() -> tuple[tuple[str, str], ...]:
    """Every kind with what it is called."""
    return tuple((kind, actor_kind_name(kind)) for kind in ACTOR_KINDS)


def role_name(role: str) -> str:
    """As what an actor belongs to another; one without words here is shown as it is recorded."""
    called: Mapping[str, str] = {
        "member": _("member"),
        "observer": _("observer"),
        "guarantor": _("guarantor"),
        "signatory": _("signatory"),
        "donor": _("donor"),
        "host": _("host"),
        "organ": _("organ"),
        "standing_committee": _("standing committee"),
        "subsidiary_organ": _("subsidiary organ"),
        "specialized_institution": _("specialized institution"),
        "affiliated_institution": _("affiliated institution"),
    }
    assert called.keys() == set(MEMBER_ROLES)
    return called.get(role, role)
