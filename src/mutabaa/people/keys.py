"""The key by which a program speaks for somebody: it can't sign in as people do.

32 random bytes, shown once; only their SHA-256 is kept with the account. A new one ends the one before. It opens what
its holder may see and do, and nothing else; it ends with the account.
"""

import hashlib
import secrets

from mutabaa.people.accounts import NotAnAccount, viewer_of
from mutabaa.people.models import Account
from mutabaa.people.policy import Viewer

_SCHEME = "Bearer "


def program_key(name: str) -> str:
    """A new key for an account. Raises NotAnAccount where there is none, or it is closed."""
    secret = secrets.token_urlsafe(32)
    _keep(name, _hashed(secret))
    return secret


def end_key(name: str) -> None:
    """No program speaks for them any more. Raises NotAnAccount."""
    _keep(name, None)


def bearer(header: str) -> Viewer | None:
    """For whom a program speaks that sends this Authorization header; None for no key, or one of nobody."""
    if not header.startswith(_SCHEME):
        return None
    hashed = _hashed(header.removeprefix(_SCHEME).strip())
    account = Account.objects.filter(key_sha256=hashed, is_active=True).first()
    return viewer_of(account) if account else None


def _keep(name: str, hashed: str | None) -> None:
    open_ones = Account.objects.filter(name=name.strip().lower(), is_active=True)
    if not open_ones.update(key_sha256=hashed):
        raise NotAnAccount("no_such_person", name=name)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
