"""Who has an account, as those are told who look after accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from allauth.mfa.models import Authenticator

from mutabaa.people.models import Account
from mutabaa.people.policy import ROLES, Role, Viewer

# waits: invited, and hasn't set a password yet.
Stands = Literal["open", "waits", "closed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """An account. `entity`: code of the actor for which a contributor speaks; `second_step`: a code or a passkey."""

    name: str
    display_name: str
    role: Role
    entity: str
    email: str
    stands: Stands
    second_step: bool
    last_signed_in: datetime | None


def listed(viewer: Viewer) -> Sequence[Person]:
    """The accounts that somebody may see: open ones first, by name."""
    secured = set(Authenticator.objects.values_list("user_id", flat=True))
    accounts = Account.objects.visible_to(viewer).order_by("-is_active", "name")
    return [_person(account, account.pk in secured) for account in accounts]


def _person(account: Account, second_step: bool) -> Person:
    stands: Stands = "closed" if not account.is_active else "open"
    if account.is_active and not account.has_usable_password():
        stands = "waits"
    return Person(
        name=account.name,
        display_name=account.display_name,
        role=next(role for role in ROLES if role == account.role),
        entity=account.entity,
        email=account.email,
        stands=stands,
        second_step=second_step,
        last_signed_in=account.last_login,
    )
