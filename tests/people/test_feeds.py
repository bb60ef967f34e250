"""Whose calendar it is, who is reminded, and who is told of accounts."""

from mutabaa.desk.reminders import account_holders
from mutabaa.people import accounts
from mutabaa.people.feeds import end_feed, feed_token, has_feed, holder_of
from mutabaa.people.listing import listed
from mutabaa.people.models import Account
from mutabaa.people.policy import ANONYMOUS, Role, Viewer
from mutabaa.wiring import Register

PASSWORD = "a long sentence of one's own"
KEEPER = Viewer(name="amina", role="secretariat")


def opened(
    register: Register, name: str, role: Role = "reader", entity: str = "", email: str = ""
) -> Account:
    secret = accounts.invite(name, role, register.now(), entity=entity, email=email)
    invited = accounts.invitation(secret, register.now())
    assert invited
    account = accounts.accept(invited, PASSWORD, register.now())
    assert account
    return account


def test_a_calendar_is_its_holders_until_it_is_ended(register: Register) -> None:
    account = opened(register, "omar", "analyst")
    viewer = accounts.viewer_of(account)
    first = feed_token(viewer)
    second = feed_token(viewer)
    assert first and second
    assert holder_of(first) is None and holder_of(second) == viewer and has_feed(viewer)
    end_feed(viewer)
    assert holder_of(second) is None and not has_feed(viewer)
    third = feed_token(viewer)
    accounts.close("omar", register.now())
    assert third and holder_of(third) is None and feed_token(viewer) is None
    assert feed_token(ANONYMOUS) is None


def test_reminders_go_to_the_secretariat_and_to_focal_points_with_an_address(register: Register) -> None:
    opened(register, "amina", "secretariat", email="amina@example.org")
    opened(register, "chad", "contributor", "actor/state/tcd", email="chad@example.org")
    opened(register, "reader", "reader", email="reader@example.org")
    opened(register, "silent", "secretariat")
    opened(register, "gone", "secretariat", email="gone@example.org")
    accounts.close("gone", register.now())
    found = account_holders()
    assert [(one.viewer.name, one.email, one.language) for one in found] == [
        ("amina", "amina@example.org", "en"),
        ("chad", "chad@example.org", "en"),
    ]
    assert found[1].viewer.entity == "actor/state/tcd"


def test_accounts_are_listed_to_who_looks_after_them_and_to_others_their_own(register: Register) -> None:
    for name in ("omar", "zahra"):
        opened(register, name)
    assert [one.name for one in listed(KEEPER)] == ["omar", "zahra"]
    assert [one.name for one in listed(Viewer(name="zahra", role="reader"))] == ["zahra"]
    assert not listed(ANONYMOUS)


def test_a_closed_account_stays_listed(register: Register) -> None:
    opened(register, "omar")
    accounts.invite("zahra", "reader", register.now())
    accounts.close("omar", register.now())
    assert [(one.name, one.stands) for one in listed(KEEPER)] == [("zahra", "waits"), ("omar", "closed")]
