"""Somebody opens their account, signs in with two steps, and finds doors closed that aren't theirs."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client, override_settings

from mutabaa.people import accounts
from mutabaa.people.models import Account
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

PASSWORD = "the river reaches Timbuktu"
PROVIDER = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "staff",
                "name": "Staff of the Organization",
                "client_id": "mutabaa",
                "secret": "kept elsewhere",
                "settings": {"server_url": "http://127.0.0.1:9/.well-known/openid-configuration"},
            }
        ]
    }
}


@pytest.fixture
def client(register: Register) -> Iterator[Client]:
    show(register)
    yield Client(SERVER_NAME="localhost")


def invited(register: Register, name: str = "amina", role: str = "analyst", email: str = "") -> str:
    secret = accounts.invite(name, role, register.now(), email=email)  # type: ignore[arg-type]
    return f"/sign-in/invitation/{secret}"


def opened(client: Client, register: Register, name: str = "amina", email: str = "") -> None:
    """An account whose owner is signed in."""
    answer = client.post(invited(register, name, email=email), {"password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account")


def code_of(secret: str) -> str:
    """The code of this half minute (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def test_the_set_up_link_makes_one_account_and_signs_it_in(client: Client, register: Register) -> None:
    link = f"/sign-in/set-up/{accounts.invite_first(register.now())}"
    assert client.get(link).status_code == 200
    answer = client.post(
        link, {"name": "Amina", "display_name": "أمينة", "email": "amina@example.org", "password": PASSWORD}
    )
    assert answer.headers["Location"] == "/account"
    assert "أمينة" in client.get("/account").content.decode()
    assert Account.objects.get().role == "secretariat"
    assert Client(SERVER_NAME="localhost").get(link).status_code == 404
    assert Client(SERVER_NAME="localhost").post(link, {"name": "other"}).status_code == 404


def test_an_invitation_is_used_once(client: Client, register: Register) -> None:
    link = invited(register)
    assert client.post(link, {"password": PASSWORD}).status_code == 302
    assert client.post(link, {"password": PASSWORD}).status_code == 404


def test_a_password_that_is_easily_found_is_refused_in_the_language_of_the_page(
    client: Client, register: Register
) -> None:
    link = invited(register)
    arabic = {"Accept-Language": "ar"}
    assert "يلزم 12 حرفا" in client.post(link, {"password": "short"}, headers=arabic).content.decode()
    assert "الأرقام وحدها" in client.post(link, {"password": "9" * 20}, headers=arabic).content.decode()
    assert not Account.objects.get().has_usable_password()


def test_nobody_signs_up(client: Client) -> None:
    for path in ("/sign-up", "/accounts/signup/", "/signup", "/admin/"):
        assert client.get(path).status_code == 404


def test_signing_in_by_name_or_address_in_two_steps(client: Client, register: Register) -> None:
    opened(client, register, email="amina@example.org")
    # Who changes how they sign in says their password again.
    asked = client.get("/account/code/on")
    assert asked.headers["Location"].startswith("/account/confirm")
    client.post("/account/confirm", {"password": PASSWORD})
    page = client.get("/account/code/on").content.decode()
    secret = re.findall(r'<code dir="ltr">(\w+)</code>', page)[0]
    assert (
        client.post("/account/code/on", {"code": code_of(secret)}).headers["Location"] == "/account/recovery"
    )
    recovery = re.findall(r"<li><code>(\d+)</code>", client.get("/account/recovery").content.decode())
    assert len(recovery) == 10
    client.post("/sign-out")
    assert client.get("/account").status_code == 302

    again = client.post("/sign-in", {"login": "Amina@example.org", "password": PASSWORD})
    assert again.headers["Location"].startswith("/sign-in/second")
    assert client.get("/account").status_code == 302, "the first step alone opens nothing"
    assert client.post("/sign-in/second", {"code": "000000"}).status_code == 200
    assert client.post("/sign-in/second", {"code": recovery[0]}).status_code == 302
    assert client.get("/account").status_code == 200
    client.post("/sign-out")

    client.post("/sign-in", {"login": "amina", "password": PASSWORD})
    assert "isn&#39;t right" in client.post("/sign-in/second", {"code": recovery[0]}).content.decode()


def test_what_codes_are_made_from_is_not_readable_in_the_tables(client: Client, register: Register) -> None:
    from allauth.mfa.models import Authenticator

    opened(client, register)
    client.post("/account/confirm", {"password": PASSWORD})
    page = client.get("/account/code/on").content.decode()
    secret = re.findall(r'<code dir="ltr">(\w+)</code>', page)[0]
    client.post("/account/code/on", {"code": code_of(secret)})
    kept = [authenticator.data for authenticator in Authenticator.objects.all()]
    assert len(kept) == 2 and secret not in repr(kept)


def test_a_wrong_password_and_an_unknown_name_are_told_alike(client: Client, register: Register) -> None:
    opened(client, register)
    client.post("/sign-out")
    told = [
        re.findall(r'<p class="wrong".*?</p>', client.post("/sign-in", what).content.decode())
        for what in ({"login": "amina", "password": "no"}, {"login": "nobody", "password": "no"})
    ]
    assert told[0] == told[1] != []


def test_attempts_are_counted_in_the_tables_and_end(client: Client, register: Register) -> None:
    opened(client, register)
    client.post("/sign-out")
    for _ in range(5):
        client.post("/sign-in", {"login": "amina", "password": "no"})
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache_entry")
        assert cursor.fetchone()[0] > 0
    # Another worker counts on, and the right password doesn't help.
    late = Client(SERVER_NAME="localhost").post("/sign-in", {"login": "amina", "password": PASSWORD})
    assert late.status_code == 200 and "Too many attempts" in late.content.decode()
    cache.clear()
    assert client.post("/sign-in", {"login": "amina", "password": PASSWORD}).status_code == 302


def test_closing_an_account_ends_its_sessions(client: Client, register: Register) -> None:
    opened(client, register)
    assert client.get("/account").status_code == 200
    accounts.close("amina", register.now())
    assert client.get("/account").status_code == 302
    again = client.post("/sign-in", {"login": "amina", "password": PASSWORD})
    assert again.headers["Location"] == "/sign-in/closed"
    assert client.get("/account").status_code == 302


def test_a_session_is_kept_in_the_tables_and_its_cookie_from_scripts(
    client: Client, register: Register
) -> None:
    from django.contrib.sessions.models import Session

    opened(client, register)
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")
    assert Session.objects.filter(session_key=cookie.value).exists()


def test_a_forgotten_password_is_set_anew_by_a_link_that_works_once(
    client: Client, register: Register
) -> None:
    opened(client, register, email="amina@example.org")
    client.post("/sign-out")
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        client.post("/sign-in/forgotten", {"email": "nobody@example.org"})
        assert mail.outbox == []
        client.post("/sign-in/forgotten", {"email": "amina@example.org"})
    link = re.findall(r"http://localhost(/\S+)", str(mail.outbox[0].body))[0]
    page = client.get(link, follow=True)
    new = {"password1": "a boat on the lake", "password2": "a boat on the lake"}
    assert client.post(page.redirect_chain[-1][0], new).headers["Location"] == "/sign-in/forgotten/done"
    assert "used already" in Client(SERVER_NAME="localhost").get(link, follow=True).content.decode()
    assert client.post("/sign-in", {"login": "amina", "password": "a boat on the lake"}).status_code == 302


def test_a_link_back_leads_nowhere_else(client: Client, register: Register) -> None:
    opened(client, register)
    client.post("/sign-out")
    credentials = {"login": "amina", "password": PASSWORD}
    answer = client.post("/sign-in", credentials | {"next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


@override_settings(SOCIALACCOUNT_PROVIDERS=PROVIDER)
def test_who_vouches_for_people_is_offered_and_asked(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter

    monkeypatch.setattr(
        OpenIDConnectOAuth2Adapter,
        "openid_config",
        {
            "authorization_endpoint": "https://sso.example.org/authorize",
            "token_endpoint": "",
            "userinfo_endpoint": "",
        },
    )
    page = client.get("/sign-in").content.decode()
    assert "Staff of the Organization" in page and 'action="/sign-in/by/staff"' in page
    assert client.get("/sign-in/by/staff").status_code == 200, "asked, before anybody is sent away"
    answer = client.post("/sign-in/by/staff")
    assert answer.headers["Location"].startswith("https://sso.example.org/authorize?client_id=mutabaa")
    assert client.post("/sign-in/by/others").status_code == 404


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_page_of_signing_in_is_drawn(client: Client, register: Register, language: str) -> None:
    opened(client, register, email="amina@example.org")
    client.post("/account/confirm", {"password": PASSWORD})
    for path in (
        "/account",
        "/account/password",
        "/account/security",
        "/account/code/on",
        "/account/passkeys",
        "/account/passkeys/new",
        "/account/confirm",
        "/sign-out",
    ):
        answer = client.get(path, headers={"Accept-Language": language})
        assert answer.status_code == 200, path
    client.post("/sign-out")
    for path in (
        "/sign-in",
        "/sign-in/forgotten",
        "/sign-in/forgotten/sent",
        "/sign-in/forgotten/done",
        "/sign-in/closed",
        "/sign-in/by-another/cancelled",
        "/sign-in/by-another/failed",
    ):
        answer = client.get(path, headers={"Accept-Language": language, "Cookie": ""})
        assert answer.status_code in (200, 401), path


def test_the_pages_are_in_the_language_of_the_account(client: Client, register: Register) -> None:
    opened(client, register)
    client.post("/account", {"language": "ar"})
    assert 'dir="rtl"' in client.get("/account").content.decode()
    assert Account.objects.get().language == "ar"
    client.post("/sign-out")
    other = Client(SERVER_NAME="localhost")
    other.post("/sign-in", {"login": "amina", "password": PASSWORD})
    assert 'lang="ar"' in other.get("/account").content.decode()
