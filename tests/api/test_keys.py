"""A program speaks for a person by a key: it sees and does what they may, until the key or the account ends."""

import json

import pytest
from django.test import Client
from tests.web.story import MISSION

from mutabaa.people.accounts import NotAnAccount, close, invite
from mutabaa.people.keys import end_key, program_key
from mutabaa.wiring import Register

PATH = f"/api/v1/commitments/{MISSION}"
JUDGED = {"commitment": MISSION, "level": 1, "reasons": "Seen.", "sources": ["source/joint-mission"]}


def asked(key: str, path: str = PATH) -> int:
    return Client(SERVER_NAME="127.0.0.1").get(path, headers={"Authorization": f"Bearer {key}"}).status_code


def test_a_key_opens_what_its_holder_sees_and_no_more(told: Register) -> None:
    invite("reader", "reader", told.now())
    key = program_key("reader")
    assert asked(key) == 200
    assert asked(key, "/api/v1/checkpoint") == 404
    assert asked("no-such-key") == 401


def test_what_a_program_does_is_stated_by_whom_it_speaks_for(told: Register) -> None:
    invite("omar", "analyst", told.now())
    answer = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1").post(
        "/api/v1/assessments",
        json.dumps(JUDGED),
        content_type="application/json",
        headers={"Authorization": f"Bearer {program_key('omar')}"},
    )
    assert answer.status_code == 200, answer.content
    assert json.loads(answer.content)["stated_by"] == "omar"


def test_a_new_key_ends_the_one_before_and_so_does_the_account(told: Register) -> None:
    invite("reader", "reader", told.now())
    first = program_key("reader")
    second = program_key("reader")
    assert (asked(first), asked(second)) == (401, 200)
    end_key("reader")
    assert asked(second) == 401
    third = program_key("reader")
    close("reader", told.now())
    assert asked(third) == 401
    with pytest.raises(NotAnAccount):
        program_key("reader")


def test_a_key_and_a_session_are_not_mixed(told: Register) -> None:
    # A page of others can make a browser send its cookies, but no key; one wrong key is not made good by a session.
    invite("reader", "reader", told.now())
    assert asked("") == 401
