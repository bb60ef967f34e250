"""Accounts: made by invitation, opened once, closed and never deleted."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from mutabaa.people import accounts
from mutabaa.people.accounts import INVITED_FOR, NotAnAccount
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


def test_the_first_account_is_made_once(register: Register) -> None:
    first, second = accounts.invite_first(register.now()), accounts.invite_first(register.now())
    assert first and second and first != second
    invited = accounts.invitation(first, register.now())
    also = accounts.invitation(second, register.now())
    assert invited and also
    said = {"email": "", "display_name": "Amina", "language": "ar"}
    made = accounts.accept_first(invited, "Amina", PASSWORD, register.now(), **said)
    assert made and (made.name, made.role) == ("amina", "secretariat")
    assert accounts.accept_first(invited, "eve", PASSWORD, register.now(), **said) is None
    assert accounts.accept_first(also, "eve", PASSWORD, register.now(), **said) is None
    assert accounts.invitation(first, register.now()) is accounts.invitation(second, register.now()) is None
    assert accounts.invite_first(register.now()) is None


def test_an_invitation_opens_an_account_once_and_not_for_ever(register: Register) -> None:
    secret = accounts.invite("omar", "analyst", register.now())
    assert accounts.invitation(secret, register.now() + INVITED_FOR + timedelta(seconds=1)) is None
    invited = accounts.invitation(secret, register.now())
    assert invited and accounts.accept(invited, PASSWORD, register.now())
    assert accounts.accept(invited, "another long sentence", register.now()) is None
    assert accounts.invitation(secret, register.now()) is None
    assert Account.objects.get(name="omar").check_password(PASSWORD)


def test_a_new_link_ends_those_before(register: Register) -> None:
    first = accounts.invite("omar", "analyst", register.now())
    second = accounts.invite_again("omar", register.now())
    assert accounts.invitation(first, register.now()) is None
    assert accounts.invitation(second, register.now())


def test_only_the_digest_of_a_secret_is_kept(register: Register) -> None:
    secret = accounts.invite("omar", "analyst", register.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret_sha256 FROM invitation")
        assert secret not in str(cursor.fetchall())


def test_passwords_are_kept_by_argon2id(register: Register) -> None:
    assert opened(register, "omar").password.startswith("argon2$argon2id$")


@pytest.mark.parametrize(
    ("kind", "name", "role", "more"),
    [
        ("not_a_name", "عمر", "reader", {}),
        ("not_a_name", "omar\nali", "reader", {}),
        ("speaks_for_nobody", "omar", "contributor", {}),
        ("not_an_address", "omar", "reader", {"email": "omar at home"}),
        ("name_given", "AMINA", "reader", {}),
        ("address_in_use", "omar", "reader", {"email": "Amina@Example.org"}),
    ],
)
def test_what_cannot_be_an_account_is_refused_and_named(
    register: Register, kind: str, name: str, role: Role, more: dict[str, str]
) -> None:
    accounts.invite("amina", "secretariat", register.now(), email="amina@example.org")
    with pytest.raises(NotAnAccount) as refused:
        accounts.invite(name, role, register.now(), **more)
    assert refused.value.kind == kind


def test_a_closed_account_is_nobody_and_stays_listed(register: Register) -> None:
    account = opened(register, "omar", "analyst")
    secret = accounts.invite_again("omar", register.now())
    accounts.close("omar", register.now())
    account.refresh_from_db()
    assert accounts.viewer_of(account) == ANONYMOUS
    assert accounts.invitation(secret, register.now()) is None
    assert [(one.name, one.stands) for one in listed(KEEPER)] == [("omar", "closed")]
    for again in (accounts.close, accounts.invite_again):
        with pytest.raises(NotAnAccount) as refused:
            again("omar", register.now())
        assert refused.value.kind == "closed_already"


@pytest.mark.parametrize(
    "deed",
    ["DELETE FROM account", "UPDATE account SET name = 'eve'", "UPDATE account SET id = id + 1"],
)
def test_the_database_refuses_to_delete_an_account_or_change_its_name(register: Register, deed: str) -> None:
    opened(register, "omar")
    with (
        pytest.raises(DatabaseError, match="never deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(deed)
    assert Account.objects.get().name == "omar"


def test_accounts_are_listed_to_who_looks_after_them_and_to_others_their_own(register: Register) -> None:
    for name in ("omar", "zahra"):
        opened(register, name)
    assert [one.name for one in listed(KEEPER)] == ["omar", "zahra"]
    assert [one.name for one in listed(Viewer(name="zahra", role="reader"))] == ["zahra"]
    assert not listed(ANONYMOUS)


def test_those_who_speak_for_an_entity_see_what_it_said(register: Register) -> None:
    chad = "actor/state/tcd"
    opened(register, "old", "contributor", chad)
    new = opened(register, "new", "contributor", chad)
    viewer = accounts.viewer_of(new)
    assert (viewer.entity, viewer.own) == (chad, {"old", "new"})


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
    from mutabaa.desk.reminders import account_holders

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
