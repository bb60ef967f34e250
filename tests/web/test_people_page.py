"""The page on which the secretariat invites people and closes accounts."""

import re

import pytest
from django.test import Client
from tests.web.signed_in import HOST, PASSWORD, opened, signed_in

from mutabaa.people import accounts
from mutabaa.people.policy import ROLES, Role
from mutabaa.wiring import Register

TYPED = {
    "name": "chad",
    "role": "contributor",
    "entity": "تشاد",
    "email": "chad@example.org",
    "language": "fr",
}


def test_somebody_invited_signs_in_by_the_link_shown(register: Register) -> None:
    secretariat = signed_in(register)
    shown = secretariat.post("/people/invite", TYPED).content.decode()
    link = re.search(r'value="http://127\.0\.0\.1[^/]*(/sign-in/invitation/[^"]+)"', shown)
    assert link
    invited = Client(SERVER_NAME=HOST)
    assert invited.post(link[1], {"password": PASSWORD}).status_code == 302
    page = invited.get("/account").content.decode()
    assert '<html lang="fr"' in page and "actor/state/tcd" in page
    assert link[1] not in secretariat.get("/people").content.decode(), "a link is shown once"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": "A-secretariat"}, "never given again"),
        ({"name": "شاد"}, "Latin letters"),
        ({"entity": ""}, "speaks for an actor"),
        ({"entity": "Atlantis"}, "Nobody is known as"),
        ({"email": "nowhere"}, "not an e-mail address"),
    ],
)
def test_what_is_refused_is_said_beside_what_was_typed(
    register: Register, changed: dict[str, str], told: str
) -> None:
    answer = signed_in(register).post("/people/invite", TYPED | changed)
    page = answer.content.decode()
    assert answer.status_code == 422 and told in page
    assert 'value="contributor" selected' in page


def test_an_account_is_closed_but_not_ones_own(register: Register) -> None:
    secretariat = signed_in(register)
    opened(register, "omar", "reader")
    assert secretariat.post("/people/omar/close").status_code == 303
    assert secretariat.post("/people/omar/close").status_code == 422
    for own in ("a-secretariat", "A-Secretariat", " a-secretariat"):
        assert secretariat.post(f"/people/{own}/close").status_code == 422
    assert secretariat.get("/people").status_code == 200


def test_a_new_link_is_made_for_who_lost_theirs(register: Register) -> None:
    secretariat = signed_in(register)
    first = accounts.invite("omar", "reader", register.now())
    page = secretariat.post("/people/omar/link").content.decode()
    assert "/sign-in/invitation/" in page and first not in page
    assert accounts.invitation(first, register.now()) is None


@pytest.mark.parametrize("role", [role for role in ROLES if role != "secretariat"])
def test_to_anybody_else_the_page_is_not_there(register: Register, role: Role) -> None:
    theirs = signed_in(register, role, entity="actor/state/tcd")
    opened(register, "omar", "reader")
    absent = theirs.get("/nothing/here")
    for answer in (
        theirs.get("/people"),
        theirs.post("/people/invite", TYPED) if role == "reader" else theirs.get("/people"),
    ):
        assert (answer.status_code, answer.content) == (404, absent.content)
    assert theirs.post("/people/omar/close").status_code == 404
    assert "/people" not in theirs.get("/account").content.decode()
