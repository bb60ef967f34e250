"""Django's settings, from the register's folder and the environment. A process serves one register.

MUTABAA_REGISTER names the folder; DATABASE_URL, when the tables are in PostgreSQL, the database; the rest is what its
keeper says of it (wiring/options.py). The secret is made by `mutabaa init`; without one Django refuses to sign
anything, and there is no default. Rooms above are named here by their names alone: nothing is imported from them.
"""

import os
from pathlib import Path
from typing import Any

from mutabaa.wiring.databases import database
from mutabaa.wiring.folder import FOLDER_VARIABLE, Folder
from mutabaa.wiring.logs import LOGGING as LOGGING
from mutabaa.wiring.options import options

_FOLDER = Folder(Path(os.environ.get(FOLDER_VARIABLE) or "register"))
_OPTIONS = options(_FOLDER)
_HTTPS = _OPTIONS.is_https
_PAGES = Path(__file__).resolve().parents[1] / "web"

DEBUG = False
SECRET_KEY = _FOLDER.secret_key() or ""
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "mutabaa.people",
    "mutabaa.store",
]
DATABASES = {"default": database(_FOLDER, os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [str(found) for found in sorted(_PAGES.glob("*/locale"))]

# Pages: one folder each. Nothing is rendered by another engine, not the sign-in's pages and letters either.
ROOT_URLCONF = "mutabaa.web.urls"
APPEND_SLASH = False
MIDDLEWARE = [
    "mutabaa.web.security.Security",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [str(found) for found in sorted(_PAGES.glob("*/templates"))],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "mutabaa.web.layout.jinja.environment"},
    }
]
# More files at once than a text has versions, with some to spare, are not read from the request.
DATA_UPLOAD_MAX_NUMBER_FILES = 12
# Served from where they are installed, under an address that changes when they do.
STATIC_URL = "/static/"
STATICFILES_DIRS = [str(found) for found in sorted(_PAGES.glob("*/static"))]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "mutabaa.wiring.static_files.Installed"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 86_400

# Where it is reached, and by nobody else's name.
ADDRESS = _OPTIONS.address
PUBLIC_SITE = _OPTIONS.public
ALLOWED_HOSTS = _OPTIONS.hosts
CSRF_TRUSTED_ORIGINS = [_OPTIONS.address]
CSRF_FAILURE_VIEW = "mutabaa.web.security.csrf_failed"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# A working day; and no longer than the browser is open.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = _HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Where a form may lead besides here: to those who vouch for people.
FORM_ACTIONS = sorted({provider.origin for provider in _OPTIONS.providers})
# Counts of attempts outlive a restart, and are one for all workers.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entry"},
}

# People: by invitation only.
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "mutabaa.web.sign_in.passwords.NotOneself",
        "OPTIONS": {"user_attributes": ("name", "display_name", "email")},
    },
    {"NAME": "mutabaa.web.sign_in.passwords.Long", "OPTIONS": {"min_length": 12}},
    {"NAME": "mutabaa.web.sign_in.passwords.NotUsual"},
    {"NAME": "mutabaa.web.sign_in.passwords.NotNumbersAlone"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_ADAPTER = "mutabaa.web.sign_in.adapters.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _HTTPS else "http"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ALLAUTH_TRUSTED_PROXY_COUNT = _OPTIONS.proxies
MFA_ADAPTER = "mutabaa.web.sign_in.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey alone signs in, so the device must ask for its owner.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _HTTPS
# Nobody signs up under somebody else's address: accounts are made by invitation.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Mutabaa"
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "mutabaa.web.sign_in.adapters.Vouched"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = bool(_OPTIONS.providers)
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": provider.id,
                "name": provider.name,
                "client_id": provider.client_id,
                "secret": provider.secret,
                "settings": {"server_url": provider.issuer},
            }
            for provider in _OPTIONS.providers
        ],
    }
}

# Letters.
_MAIL = _OPTIONS.mail
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL.host else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.encryption == "starttls", _MAIL.encryption == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _MAIL.sender
