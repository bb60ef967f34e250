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

urlpatterns = [
    path("sign-in", everyone(SignIn.as_view()), name="account_login"),
    path("sign-out", everyone(account.logout), name="account_logout"),
    path("sign-in/closed", everyone(account.account_inactive), name="account_inactive"),
    path("sign-in/second", everyone(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey", everyone(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/set-up/<str:secret>", set_up, name="set_up"),
    path("sign-in/invitation/<str:secret>", invitation, name="invitation"),
    path("sign-in/forgotten", everyone(account.password_reset), name="account_reset_password"),
    path("sign-in/forgotten/sent", everyone(account.password_reset_done), name="account_reset_password_done"),
    path(
        "sign-in/forgotten/<base36:uidb36>-<str:key>",
        everyone(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/forgotten/done",
        everyone(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("sign-in/by/<str:provider_id>", everyone(oidc.login), name="openid_connect_login"),
    path("sign-in/by/<str:provider_id>/back", everyone(oidc.callback), name="openid_connect_callback"),
    path(
        "sign-in/by-another/cancelled",
        everyone(vouched.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("sign-in/by-another/failed", everyone(vouched.login_error), name="socialaccount_login_error"),
    path("account", own_account, name="account"),
    path("account/confirm", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("account/confirm/code", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "account/confirm/passkey",
        signed_in(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/password", signed_in(account.password_change), name="account_change_password"),
    path("account/password/first", signed_in(account.password_set), name="account_set_password"),
    path("account/security", signed_in(mfa.index), name="mfa_index"),
    path("account/code/on", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("account/code/off", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/recovery", signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "account/recovery/new",
        signed_in(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/recovery/file",
        signed_in(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("account/passkeys", signed_in(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("account/passkeys/new", signed_in(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/name", signed_in(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("account/passkeys/<int:pk>/remove", signed_in(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
]
