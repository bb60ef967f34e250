"""A calendar by a secret address: what its holder sees, in their language, until they end it."""

import pytest
from django.test import Client
from icalendar import Calendar
from tests.desk.matters import COMMITMENT, commitment, report
from tests.web.signed_in import HOST, signed_in
from tests.web.story import LANGUAGES

from mutabaa.people import accounts
from mutabaa.people.models import Account
from mutabaa.wiring import Register


def made(browser: Client) -> str:
    """The path of the address that the page shows."""
    html = browser.post("/calendar").content.decode()
    return "/calendar/" + html.partition("/calendar/")[2].partition('"')[0] if ".ics" in html else ""


def codes(path: str) -> set[str]:
    """The commitments that a program which can't sign in is given."""
    answer = Client(SERVER_NAME=HOST).get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-store"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(event["uid"]).partition("@")[0] for event in events}


def test_the_address_gives_the_deadlines_that_its_holder_sees_in_their_language(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    officer, reader = signed_in(register), signed_in(register, "reader")
    Account.objects.filter(name="a-secretariat").update(language="ar")
    path = made(officer)
    assert codes(path) == {COMMITMENT}
    answer = Client(SERVER_NAME=HOST).get(path, headers={"Accept-Language": "fr"})
    assert "الأجل" in answer.content.decode() and answer.headers["Content-Language"] == "ar"
    assert codes(made(reader)) == {COMMITMENT}
    outsider = signed_in(register, "contributor", entity="actor/state/mli")
    assert codes(made(outsider)) == set()


def test_a_new_address_ends_the_one_before_and_it_can_be_ended(register: Register) -> None:
    officer = signed_in(register)
    first = made(officer)
    second = made(officer)
    stranger = Client(SERVER_NAME=HOST)
    absent = stranger.get("/nothing-here")
    for path in (first, "/calendar/guessed.ics"):
        answer = stranger.get(path)
        assert (answer.status_code, answer.content) == (404, absent.content)
    assert stranger.get(second).status_code == 200
    assert second not in officer.get("/calendar").content.decode(), "it is shown once"
    assert officer.post("/calendar/end").status_code == 303
    assert stranger.get(second).status_code == 404


def test_the_address_of_a_closed_account_leads_nowhere(register: Register) -> None:
    path = made(signed_in(register, "reader"))
    accounts.close("a-reader", register.now())
    assert Client(SERVER_NAME=HOST).get(path).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_for_who_signed_in_and_in_their_language(register: Register, language: str) -> None:
    officer = signed_in(register)
    officer.get(f"/language/{language}")
    html = officer.get("/calendar").content.decode()
    title = {
        "ar": "الآجال في تقويمك",
        "en": "Deadlines in your calendar",
        "fr": "Les échéances dans votre agenda",
    }
    assert f"<h1>{title[language]}</h1>" in html
    assert Client(SERVER_NAME=HOST).get("/calendar").status_code == 302
    officer.handler.enforce_csrf_checks = True
    assert officer.post("/calendar").status_code == 403, "no other page asks for one in somebody's name"
