"""Signing in as people do: by a link once, with password, code, recovery code; what is refused, and until when."""

import hashlib
import hmac
import re
import struct
import time
from base64 import b32decode

import pytest
from django.core import mail
from django.test import Client, override_settings
from tests.web.signed_in import HOST, PASSWORD, opened, signed_in

from mutabaa.people import accounts
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

CHAD = "actor/state/tcd"


@pytest.fixture
def client(register: Register) -> Client:
    show(register)
    return Client(SERVER_NAME=HOST)


def code(secret: str, later: int = 0) -> str:
    """What an authenticator app shows (RFC 6238), now or some seconds later."""
    counter = struct.pack(">Q", (int(time.time()) + later) // 30)
    digest = hmac.new(b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return str((struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000).zfill(6)


def with_codes(client: Client) -> str:
    """Turn codes on for who is signed in; the secret they are made from."""
    asked = client.get("/account/code/on")
    assert asked.headers["Location"].startswith("/account/confirm"), (
        "what changes how one signs in is confirmed"
    )
    assert client.post(asked.headers["Location"], {"password": PASSWORD}).status_code == 302
    secret = re.search(r"\b[A-Z2-7]{32}\b", client.get("/account/code/on").content.decode())
    assert secret
    assert client.post("/account/code/on", {"code": "000000"}).status_code == 200
    assert client.post("/account/code/on", {"code": code(secret[0])}).status_code == 302
    return secret[0]


def test_the_set_up_link_makes_the_first_account_and_works_once(client: Client, register: Register) -> None:
    secret = accounts.invite_first(register.now())
    link = f"/sign-in/set-up/{secret}"
    typed = {"name": "Amina", "display_name": "أمينة", "email": "amina@example.org", "password": "amina"}
    assert client.get(link).status_code == 200
    refused = client.post(link, typed)
    assert refused.status_code == 200 and 'value="Amina"' in refused.content.decode()
    assert client.post(link, typed | {"password": PASSWORD}).headers["Location"] == "/account"
    assert "أمينة" in client.get("/account").content.decode()
    late = Client(SERVER_NAME=HOST)
    assert late.get(link).status_code == late.post(link, typed | {"password": PASSWORD}).status_code == 404


def test_an_invitation_opens_the_account_it_was_made_for(client: Client, register: Register) -> None:
    secret = accounts.invite("chad", "contributor", register.now(), entity=CHAD)
    link = f"/sign-in/invitation/{secret}"
    assert client.get(f"/sign-in/set-up/{secret}").status_code == 404
    assert client.post(link, {"password": PASSWORD}).headers["Location"] == "/account"
    assert Client(SERVER_NAME=HOST).get(link).status_code == 404
    assert CHAD in client.get("/account").content.decode()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_the_pages_for_signing_in_speak_the_readers_language(
    client: Client, register: Register, language: str
) -> None:
    said = {"ar": "تسجيل الدخول", "en": "Sign in", "fr": "Se connecter"}
    for page in ("/sign-in", "/sign-in/forgotten", "/sign-in/closed", "/sign-out"):
        answer = client.get(page, headers={"Accept-Language": language}, follow=True)
        assert (page, answer.status_code) == (page, 200)
        assert f'<html lang="{language}"' in answer.content.decode()
    assert said[language] in client.get("/sign-in", headers={"Accept-Language": language}).content.decode()


def test_one_signs_in_by_name_or_address_and_is_led_back(client: Client, register: Register) -> None:
    opened(register, "omar", "reader", email="omar@example.org")
    for login in ("omar", "OMAR", "Omar@example.org"):
        answer = client.post("/sign-in?next=/texts", {"login": login, "password": PASSWORD, "next": "/texts"})
        assert (login, answer.headers.get("Location")) == (login, "/texts")
        client.post("/sign-out")
    away = {"login": "omar", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/sign-in", away).headers["Location"] == "/"


def test_nobody_signs_up(client: Client, register: Register) -> None:
    for page in ("/signup", "/sign-up", "/accounts/signup/", "/account/signup"):
        assert client.get(page).status_code == 404


def test_who_has_codes_signs_in_with_password_and_code(client: Client, register: Register) -> None:
    secret = with_codes(signed_in(register, "analyst"))
    asked = client.post("/sign-in", {"login": "a-analyst", "password": PASSWORD})
    assert asked.headers["Location"] == "/sign-in/second"
    assert client.get("/account").status_code == 302, "the password alone opens nothing"
    assert client.get("/sign-in/second").status_code == 200
    assert client.post("/sign-in/second", {"code": "123456"}).status_code == 200
    right = code(secret, later=30)
    assert client.post("/sign-in/second", {"code": right}).headers["Location"] == "/"
    assert client.get("/account").status_code == 200
    again = Client(SERVER_NAME=HOST)
    again.post("/sign-in", {"login": "a-analyst", "password": PASSWORD})
    assert again.post("/sign-in/second", {"code": right}).status_code == 200, "a code works once"


def test_a_recovery_code_stands_in_for_the_app_once(client: Client, register: Register) -> None:
    theirs = signed_in(register, "analyst")
    with_codes(theirs)
    shown = re.findall(r"<li><code>(\w+)</code>", theirs.get("/account/recovery").content.decode())
    assert len(shown) == 10
    for status in (302, 200):
        client = Client(SERVER_NAME=HOST)
        client.post("/sign-in", {"login": "a-analyst", "password": PASSWORD})
        assert client.post("/sign-in/second", {"code": shown[0]}).status_code == status


def test_what_codes_are_made_from_is_kept_encrypted(client: Client, register: Register) -> None:
    from django.db import connection

    secret = with_codes(signed_in(register, "analyst"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        kept = str(cursor.fetchall())
    assert "secret" in kept and secret not in kept


def test_guessing_is_stopped_and_the_count_is_kept_in_the_tables(client: Client, register: Register) -> None:
    from django.db import connection

    opened(register, "omar", "reader")
    for _attempt in range(5):
        client.post("/sign-in", {"login": "omar", "password": "a wrong sentence"})
    elsewhere = Client(SERVER_NAME=HOST, REMOTE_ADDR="192.0.2.7")
    right = elsewhere.post("/sign-in", {"login": "omar", "password": PASSWORD})
    assert right.status_code == 200 and "wait" in right.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache_entry")
        assert cursor.fetchone()[0] > 0


def test_a_closed_account_ends_with_its_sessions(client: Client, register: Register) -> None:
    theirs = signed_in(register, "analyst")
    assert theirs.get("/account").status_code == 200
    accounts.close("a-analyst", register.now())
    assert theirs.get("/account").status_code == 302
    refused = client.post("/sign-in", {"login": "a-analyst", "password": PASSWORD}, follow=True)
    assert client.get("/account").status_code == 302 and refused.status_code == 200


def test_a_new_password_ends_other_sessions(register: Register) -> None:
    theirs = signed_in(register, "analyst")
    other = Client(SERVER_NAME=HOST)
    other.post("/sign-in", {"login": "a-analyst", "password": PASSWORD})
    new = "quite another long sentence"
    changed = theirs.post("/account/password", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert changed.status_code == 302
    assert (theirs.get("/account").status_code, other.get("/account").status_code) == (200, 302)


def test_a_forgotten_password_is_set_anew_by_letter_once(client: Client, register: Register) -> None:
    opened(register, "omar", "reader", email="omar@example.org")
    mail.outbox = []
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        for address in ("nobody@example.org", "omar@example.org"):
            assert client.post("/sign-in/forgotten", {"email": address}).status_code == 302
        assert [letter.to for letter in mail.outbox] == [["omar@example.org"]]
    link = re.search(r"/sign-in/forgotten/\S+", mail.outbox[0].body)
    assert link
    form = client.get(link[0], follow=True).redirect_chain[-1][0]
    new = "quite another long sentence"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert client.post("/sign-in", {"login": "omar", "password": new}).status_code == 302
    late = Client(SERVER_NAME=HOST).get(link[0], follow=True).content.decode()
    assert 'name="password1"' not in late


def test_a_provider_is_offered_and_led_to_with_proof_of_the_code(
    client: Client, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter

    told = {
        "authorization_endpoint": "https://id.example.org/authorize",
        "token_endpoint": "https://id.example.org/token",
        "userinfo_endpoint": "https://id.example.org/me",
    }
    # What the provider's own address would tell; nothing is fetched here.
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "openid_config", told)
    app = {
        "provider_id": "ministry",
        "name": "Ministry",
        "client_id": "mutabaa",
        "secret": "s",
        "settings": {"server_url": "https://id.example.org"},
    }
    with override_settings(
        SOCIALACCOUNT_PROVIDERS={"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}},
        FORM_ACTIONS=["https://id.example.org"],
    ):
        page = client.get("/sign-in")
        assert "/sign-in/by/ministry" in page.content.decode()
        assert "form-action 'self' https://id.example.org;" in page.headers["Content-Security-Policy"]
        to = client.post("/sign-in/by/ministry").headers["Location"]
    assert to.startswith("https://id.example.org/authorize?")
    assert "code_challenge=" in to and "by%2Fministry%2Fback" in to
    assert client.get("/sign-in/by/another").status_code == 404
