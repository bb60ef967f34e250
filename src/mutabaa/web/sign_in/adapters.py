"""How the sign-in library meets our accounts: nobody signs up, who vouches must know an account we have."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from mutabaa.people.models import Account

_OTHER_SITE_WORDS = {
    "account_inactive": _("This account is closed."),
    "email_password_mismatch": _("The name or the password isn't right."),
    "username_password_mismatch": _("The name or the password isn't right."),
    "incorrect_password": _("The password isn't right."),
    "incorrect_code": _("The code isn't right."),
    "too_many_login_attempts": _("Too many attempts. Please wait some minutes."),
    "rate_limited": _("Too many attempts. Please wait some minutes."),
}


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by invitation alone (people/accounts.py)."""

    error_messages = DefaultAccountAdapter.error_messages | _OTHER_SITE_WORDS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **about: Any) -> HttpResponse:
        """Signed in; the pages are in the language of the account from here on."""
        response: HttpResponse = super().post_login(request, user, **about)
        if isinstance(user, Account):
            speak(response, user.language)
        return response


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """What codes are made from is kept encrypted: a copy of the tables alone opens no account."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": _("The code isn't right.")}

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises InvalidToken when the register's secret isn't the one it was encrypted with."""
        return _cipher().decrypt(encrypted_text.encode()).decode()


class Vouched(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who is vouched for by a provider gets in where the address is an account's; no account is made."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


def speak(response: HttpResponse, language: str) -> None:
    """Remember a language in the browser."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 60 * 60,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _cipher() -> Fernet:
    from base64 import urlsafe_b64encode

    return Fernet(urlsafe_b64encode(salted_hmac("mutabaa.second_factors", "1", algorithm="sha256").digest()))
