"""Where people sign in, look after their account, and open it by a link. Of the sign-in library's pages only these."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as vouched
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from mutabaa.web.sign_in.opened_to import everyone, signed_in
from mutabaa.web.sign_in.views import SignIn, invitation, own_account, set_up


class Base36(StringConverter):
    """The account in the link of a letter: up to the first hyphen, for the key after it has one too."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36, "base36")

# The sign-in library's own: address, view, and the name by which the library asks for it.
_FOR_EVERYONE = (
    ("sign-in", SignIn.as_view(), "account_login"),
    ("sign-out", account.logout, "account_logout"),
    ("sign-in/closed", account.account_inactive, "account_inactive"),
    ("sign-in/second", mfa.authenticate, "mfa_authenticate"),
    ("sign-in/passkey", webauthn.login_webauthn, "mfa_login_webauthn"),
    ("sign-in/forgotten", account.password_reset, "account_reset_password"),
    ("sign-in/forgotten/sent", account.password_reset_done, "account_reset_password_done"),
    (
        "sign-in/forgotten/<base36:uidb36>-<str:key>",
        account.password_reset_from_key,
        "account_reset_password_from_key",
    ),
    ("sign-in/forgotten/done", account.password_reset_from_key_done, "account_reset_password_from_key_done"),
    ("sign-in/by/<str:provider_id>", oidc.login, "openid_connect_login"),
    ("sign-in/by/<str:provider_id>/back", oidc.callback, "openid_connect_callback"),
    ("sign-in/by-another/cancelled", vouched.login_cancelled, "socialaccount_login_cancelled"),
    ("sign-in/by-another/failed", vouched.login_error, "socialaccount_login_error"),
)
_FOR_ONESELF = (
    ("account/confirm", account.reauthenticate, "account_reauthenticate"),
    ("account/confirm/code", mfa.reauthenticate, "mfa_reauthenticate"),
    ("account/confirm/passkey", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    ("account/password", account.password_change, "account_change_password"),
    ("account/password/first", account.password_set, "account_set_password"),
    ("account/security", mfa.index, "mfa_index"),
    ("account/code/on", totp.activate_totp, "mfa_activate_totp"),
    ("account/code/off", totp.deactivate_totp, "mfa_deactivate_totp"),
    ("account/recovery", recovery.view_recovery_codes, "mfa_view_recovery_codes"),
    ("account/recovery/new", recovery.generate_recovery_codes, "mfa_generate_recovery_codes"),
    ("account/recovery/file", recovery.download_recovery_codes, "mfa_download_recovery_codes"),
    ("account/passkeys", webauthn.list_webauthn, "mfa_list_webauthn"),
    ("account/passkeys/new", webauthn.add_webauthn, "mfa_add_webauthn"),
    ("account/passkeys/<int:pk>/name", webauthn.edit_webauthn, "mfa_edit_webauthn"),
    ("account/passkeys/<int:pk>/remove", webauthn.remove_webauthn, "mfa_remove_webauthn"),
)

urlpatterns = [
    path("sign-in/set-up/<str:secret>", set_up, name="set_up"),
    path("sign-in/invitation/<str:secret>", invitation, name="invitation"),
    path("account", own_account, name="account"),
    *(path(address, everyone(view), name=name) for address, view, name in _FOR_EVERYONE),
    *(path(address, signed_in(view), name=name) for address, view, name in _FOR_ONESELF),
]
