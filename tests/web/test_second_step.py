"""The second step: codes, recovery codes, and what a new password ends."""

import hashlib
import hmac
import re
import struct
import time
from base64 import b32decode

from django.test import Client
from tests.web.signed_in import HOST, PASSWORD, signed_in

from mutabaa.people import accounts
from mutabaa.wiring import Register


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


def test_who_has_codes_signs_in_with_password_and_code(register: Register) -> None:
    secret = with_codes(signed_in(register, "analyst"))
    client = Client(SERVER_NAME=HOST)
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


def test_a_recovery_code_stands_in_for_the_app_once(register: Register) -> None:
    theirs = signed_in(register, "analyst")
    with_codes(theirs)
    shown = re.findall(r"<li><code>(\w+)</code>", theirs.get("/account/recovery").content.decode())
    assert len(shown) == 10
    for status in (302, 200):
        client = Client(SERVER_NAME=HOST)
        client.post("/sign-in", {"login": "a-analyst", "password": PASSWORD})
        assert client.post("/sign-in/second", {"code": shown[0]}).status_code == status


def test_a_new_password_ends_other_sessions(register: Register) -> None:
    theirs = signed_in(register, "analyst")
    other = Client(SERVER_NAME=HOST)
    other.post("/sign-in", {"login": "a-analyst", "password": PASSWORD})
    new = "quite another long sentence"
    changed = theirs.post("/account/password", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert changed.status_code == 302
    assert (theirs.get("/account").status_code, other.get("/account").status_code) == (200, 302)


def test_who_lost_the_second_step_gets_in_by_a_link_that_ends_it(register: Register) -> None:
    with_codes(signed_in(register, "analyst"))
    kept, ended = (
        Client(SERVER_NAME=HOST).post(
            f"/sign-in/invitation/{accounts.invite_again('a-analyst', register.now(), second_step_lost=lost)}",
            {"password": PASSWORD},
        )
        for lost in (False, True)
    )
    assert kept.headers["Location"] == "/sign-in/second", "a link alone doesn't take the second step away"
    assert ended.headers["Location"] == "/account"
