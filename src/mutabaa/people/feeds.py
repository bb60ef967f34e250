"""The secret in the address of somebody's calendar: a program that keeps calendars can't sign in.

32 random bytes, shown once; only their SHA-256 is kept with the account. A new one ends the one before.
"""

import hashlib
import secrets

from mutabaa.people.accounts import viewer_of
from mutabaa.people.models import Account, AccountQuery
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary import LANGUAGES, Language


def feed_token(viewer: Viewer) -> str | None:
    """A new secret for somebody's calendar; None for who has no account. The one before leads nowhere from now on."""
    secret = secrets.token_urlsafe(32)
    kept = _own(viewer).update(feed_sha256=_hashed(secret))
    return secret if kept else None


def end_feed(viewer: Viewer) -> None:
    """No address leads to their calendar any more."""
    _own(viewer).update(feed_sha256=None)


def has_feed(viewer: Viewer) -> bool:
    """Whether an address leads to their calendar."""
    return _own(viewer).exclude(feed_sha256=None).exists()


def holder_of(secret: str) -> Viewer | None:
    """Whose calendar this is, with what they see; None for a secret of nobody, or of an account that was closed."""
    account = Account.objects.filter(feed_sha256=_hashed(secret), is_active=True).first()
    return viewer_of(account) if account else None


def language_of(viewer: Viewer) -> Language:
    """The language somebody chose for what is sent to them."""
    chosen = _own(viewer).values_list("language", flat=True).first()
    return next((one for one in LANGUAGES if one == chosen), "en")


def _own(viewer: Viewer) -> AccountQuery:
    return Account.objects.visible_to(viewer).filter(name=viewer.name, is_active=True)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
