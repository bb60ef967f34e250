"""Accounts and the invitations by which they are made. A name states things for ever: it is never changed or given
again, and an account is closed, never deleted (people/guards.py)."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower

from mutabaa.people.policy import ROLES, Viewer

# What somebody signs in with and states things under: it is read in three scripts and written down by hand.
NAME = RegexValidator(r"\A[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?\Z", code="name")


class AccountQuery(models.QuerySet["Account"]):
    """Accounts; ask first what of them somebody may see."""

    def visible_to(self, viewer: Viewer) -> Self:
        """All of them to those who administer or audit; to anybody else, their own."""
        if viewer.may("administer") or viewer.may("audit"):
            return self
        return self.filter(name=viewer.name) if viewer.role else self.none()


if TYPE_CHECKING:
    _Accounts = BaseUserManager["Account"]
else:
    _Accounts = BaseUserManager.from_queryset(AccountQuery)


class Accounts(_Accounts):
    """Where accounts are asked for. They are made in people/accounts.py alone."""

    if TYPE_CHECKING:

        def visible_to(self, viewer: Viewer) -> AccountQuery: ...

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(name=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Somebody who may sign in. `entity`: code of the actor for which a contributor speaks; `feed_sha256`: of the
    secret in the address of their calendar (people/feeds.py); `key_sha256`: of the key of their programs
    (people/keys.py)."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, unique=True, validators=[NAME])
    display_name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=16, choices=[(role, role) for role in ROLES])
    entity = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    feed_sha256 = models.CharField(max_length=64, null=True, unique=True)
    key_sha256 = models.CharField(max_length=64, null=True, unique=True)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name", "role"]

    class Meta:
        db_table = "account"
        constraints = (
            models.UniqueConstraint(Lower("email"), name="account_email_once", condition=~models.Q(email="")),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="account_role_is_one"),
            models.CheckConstraint(
                condition=~models.Q(role="contributor") | ~models.Q(entity=""),
                name="account_contributor_speaks_for_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.display_name or self.name

    def get_full_name(self) -> str:
        """What the sign-in library calls them in its letters."""
        return str(self)

    def has_perm(self, permission: str, of: Any = None) -> bool:
        """Never: the policy decides, and nothing else (people/policy.py)."""
        return False


class InvitationQuery(models.QuerySet["Invitation"]):
    """Invitations; ask first what of them somebody may see."""

    def visible_to(self, viewer: Viewer) -> Self:
        """To those who administer; to nobody else."""
        return self if viewer.may("administer") else self.none()


class Invitation(models.Model):
    """A link by which somebody sets the first password, once. Without an account it makes the first one.

    Only the SHA-256 of its secret is kept: who reads the tables can't use it.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="invitations")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = InvitationQuery.as_manager()

    class Meta:
        db_table = "invitation"
