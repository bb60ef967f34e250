"""Accounts: made by invitation, closed when somebody leaves; and who somebody is to the policy."""

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction

from mutabaa.people.models import NAME, Account, Invitation
from mutabaa.people.policy import ANONYMOUS, ROLES, Role, Viewer

# Long enough for a letter to be answered.
INVITED_FOR = timedelta(days=7)


class NotAnAccount(ValueError):
    """What can't be an account, or isn't one. `kind` names a message, `facts` fill it in."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts


def viewer_of(user: AbstractBaseUser | AnonymousUser | None) -> Viewer:
    """Who this is to the policy; nobody when no account, or one that was closed."""
    if not isinstance(user, Account) or not user.is_active:
        return ANONYMOUS
    role = next(role for role in ROLES if role == user.role)
    if role != "contributor":
        return Viewer(name=user.name, role=role, entity=user.entity or None)
    # Those who spoke for the entity before said it for the entity.
    own = Account.objects.filter(role="contributor", entity=user.entity).values_list("name", flat=True)
    return Viewer(name=user.name, role=role, entity=user.entity, own=frozenset(own))


def is_empty() -> bool:
    """Whether nobody has an account yet."""
    return not Account.objects.exists()


@transaction.atomic
def invite(
    name: str,
    role: Role,
    at: datetime,
    *,
    email: str = "",
    display_name: str = "",
    entity: str = "",
    language: str = "en",
) -> str:
    """Make an account that can't be used yet, and the secret of the link by which its owner opens it.

    Raises NotAnAccount: a name that isn't one or was given to somebody, an address in use, a contributor who speaks for
    nobody.
    """
    account = _new(name, role, at, email=email, display_name=display_name, entity=entity, language=language)
    account.set_unusable_password()
    account.save()
    return _invitation(account, at)


@transaction.atomic
def invite_again(name: str, at: datetime, *, second_step_lost: bool = False) -> str:
    """A new link for an account: the first expired, or the password was lost. Earlier links end.

    `second_step_lost`: its codes and passkeys end too; else they are asked for as before. Raises NotAnAccount when
    there is no such account, or it is closed.
    """
    account = _open_account(name)
    if second_step_lost:
        Authenticator.objects.filter(user=account).delete()
    account.invitations.filter(used_at=None).update(used_at=at)
    return _invitation(account, at)


def invite_first(at: datetime) -> str | None:
    """The secret of a link that makes the register's first account; None when there is one."""
    return _invitation(None, at) if is_empty() else None


def invitation(secret: str, at: datetime) -> Invitation | None:
    """The invitation of a secret; None when it isn't one, was used, has expired, or the account was closed."""
    hashed = hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
    found = (
        Invitation.objects.select_related("account")
        .filter(secret_sha256=hashed, used_at=None, expires_at__gt=at)
        .first()
    )
    if found is None:
        return None
    if found.account is None:
        return found if is_empty() else None
    return found if found.account.is_active else None


@transaction.atomic
def accept(invited: Invitation, password: str, at: datetime) -> Account | None:
    """Open the account with its owner's password. None when somebody used the link meanwhile."""
    if invited.account is None or not _use(invited, at):
        return None
    account = invited.account
    account.set_password(password)
    account.save(update_fields=["password"])
    return account


@transaction.atomic
def accept_first(
    invited: Invitation,
    name: str,
    password: str,
    at: datetime,
    *,
    email: str,
    display_name: str,
    language: str,
) -> Account | None:
    """Make the first account, the secretariat's. None when there is one meanwhile. Raises NotAnAccount."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # Two who open two links at once: one is first.
            cursor.execute("LOCK TABLE account IN EXCLUSIVE MODE")
    if invited.account is not None or not is_empty() or not _use(invited, at):
        return None
    account = _new(
        name, "secretariat", at, email=email, display_name=display_name, entity="", language=language
    )
    account.set_password(password)
    account.save()
    return account


def close(name: str, at: datetime) -> None:
    """Nobody signs in to this account any more, from now on; what it stated stays. Raises NotAnAccount."""
    account = _open_account(name)
    account.is_active = False
    account.closed_at = at
    account.save(update_fields=["is_active", "closed_at"])


def _new(
    name: str, role: Role, at: datetime, *, email: str, display_name: str, entity: str, language: str
) -> Account:
    name, email = name.strip().lower(), email.strip()
    try:
        NAME(name)
    except ValidationError as refused:
        raise NotAnAccount("not_a_name", name=name) from refused
    if role == "contributor" and not entity:
        raise NotAnAccount("speaks_for_nobody", name=name)
    if email:
        try:
            validate_email(email)
        except ValidationError as refused:
            raise NotAnAccount("not_an_address", email=email) from refused
    if Account.objects.filter(name=name).exists():
        raise NotAnAccount("name_given", name=name)
    if email and Account.objects.filter(email__iexact=email).exists():
        raise NotAnAccount("address_in_use", email=email)
    return Account(
        name=name,
        role=role,
        email=email,
        display_name=display_name.strip() or name,
        entity=entity,
        language=language,
        made_at=at,
    )


def _open_account(name: str) -> Account:
    account = Account.objects.filter(name=name.strip().lower()).first()
    if account is None:
        raise NotAnAccount("no_such_person", name=name)
    if not account.is_active:
        raise NotAnAccount("closed_already", name=name)
    return account


def _invitation(account: Account | None, at: datetime) -> str:
    secret = secrets.token_urlsafe(32)
    Invitation.objects.create(
        account=account,
        secret_sha256=hashlib.sha256(secret.encode()).hexdigest(),
        made_at=at,
        expires_at=at + INVITED_FOR,
    )
    return secret


def _use(invited: Invitation, at: datetime) -> bool:
    """Whether it was still unused: the database decides, so that of two who come at once one gets in."""
    return Invitation.objects.filter(pk=invited.pk, used_at=None, expires_at__gt=at).update(used_at=at) == 1
