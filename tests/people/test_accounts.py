"""Accounts are made by invitation, keep their names, and are who the policy takes them for."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from mutabaa.people import accounts
from mutabaa.people.accounts import NotAnAccount, viewer_of
from mutabaa.people.models import Account, Invitation
from mutabaa.people.policy import ANONYMOUS, Viewer
from mutabaa.wiring import Register

AT = datetime(2018, 3, 1, tzinfo=UTC)
PASSWORD = "the river reaches Timbuktu"


def opened(name: str, role: str = "analyst", entity: str = "") -> Account:
    secret = accounts.invite(name, role, AT, entity=entity)  # type: ignore[arg-type]
    invited = accounts.invitation(secret, AT)
    assert invited
    account = accounts.accept(invited, PASSWORD, AT)
    assert account
    return account


def test_an_invitation_opens_the_account_once(register: Register) -> None:
    secret = accounts.invite("amina", "analyst", AT)
    invited = accounts.invitation(secret, AT)
    assert invited
    assert accounts.accept(invited, PASSWORD, AT)
    assert accounts.invitation(secret, AT) is None
    assert accounts.accept(invited, "another river, another town", AT) is None
    assert Account.objects.get(name="amina").check_password(PASSWORD)


def test_an_invitation_expires(register: Register) -> None:
    secret = accounts.invite("amina", "analyst", AT)
    assert accounts.invitation(secret, AT + timedelta(days=6))
    assert accounts.invitation(secret, AT + timedelta(days=8)) is None


def test_who_reads_the_tables_finds_no_secret_in_them(register: Register) -> None:
    secret = accounts.invite("amina", "analyst", AT)
    kept = Invitation.objects.values_list("secret_sha256", flat=True)
    assert secret not in kept
    assert not Account.objects.get(name="amina").has_usable_password()


def test_a_new_link_ends_those_before_it(register: Register) -> None:
    before = accounts.invite("amina", "analyst", AT)
    after = accounts.invite_again("amina", AT)
    assert accounts.invitation(before, AT) is None
    assert accounts.invitation(after, AT)


def test_the_first_account_is_the_secretariats_and_there_is_one_first(register: Register) -> None:
    one, other = accounts.invite_first(AT), accounts.invite_first(AT)
    assert one and other
    first, second = accounts.invitation(one, AT), accounts.invitation(other, AT)
    assert first and second
    made = accounts.accept_first(first, "Amina", PASSWORD, AT, email="", display_name="أمينة", language="ar")
    assert made and (made.name, made.role) == ("amina", "secretariat")
    assert (
        accounts.accept_first(second, "musa", PASSWORD, AT, email="", display_name="", language="fr") is None
    )
    assert accounts.invite_first(AT) is None


def test_passwords_are_hashed_with_argon2id(register: Register) -> None:
    assert opened("amina").password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("name", ["", "Amina Diallo", "أمينة", "-amina", "a" * 65, "amina\n", "../amina"])
def test_a_name_can_be_written_down_in_every_place(register: Register, name: str) -> None:
    with pytest.raises(NotAnAccount) as refused:
        accounts.invite(name.replace("\n", "\nx"), "analyst", AT)
    assert refused.value.kind == "not_a_name"


def test_a_name_and_an_address_are_given_once(register: Register) -> None:
    accounts.invite("amina", "analyst", AT, email="amina@example.org")
    accounts.close("amina", AT)
    with pytest.raises(NotAnAccount, match="name_given"):
        accounts.invite("AMINA", "reader", AT)
    with pytest.raises(NotAnAccount, match="address_in_use"):
        accounts.invite("musa", "reader", AT, email="Amina@Example.org")


def test_a_contributor_speaks_for_somebody(register: Register) -> None:
    with pytest.raises(NotAnAccount, match="speaks_for_nobody"):
        accounts.invite("amina", "contributor", AT)


def test_the_database_refuses_to_delete_an_account_or_to_change_its_name(register: Register) -> None:
    account = opened("amina")
    for forbidden in (
        lambda: Account.objects.filter(pk=account.pk).update(name="musa"),
        lambda: Account.objects.filter(pk=account.pk)._raw_delete("default"),  # type: ignore[attr-defined]
    ):
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            forbidden()
    assert Account.objects.get().name == "amina"
    Account.objects.filter(pk=account.pk).update(display_name="Amina D.")


def test_the_policy_takes_an_account_for_what_it_is(register: Register) -> None:
    assert viewer_of(opened("amina", "reviewer")) == Viewer(name="amina", role="reviewer")
    assert viewer_of(None) == ANONYMOUS


def test_who_speaks_for_an_entity_sees_what_others_said_for_it(register: Register) -> None:
    before = opened("fatou", "contributor", "STATE/SN")
    accounts.close(before.name, AT)
    opened("ibrahim", "contributor", "STATE/ML")
    viewer = viewer_of(opened("moussa", "contributor", "STATE/SN"))
    assert viewer.entity == "STATE/SN"
    assert viewer.own == {"fatou", "moussa"}


def test_a_closed_account_is_nobody(register: Register) -> None:
    account = opened("amina", "secretariat")
    accounts.close("amina", AT)
    account.refresh_from_db()
    assert viewer_of(account) == ANONYMOUS
    with pytest.raises(NotAnAccount, match="closed_already"):
        accounts.invite_again("amina", AT)


def test_accounts_and_invitations_are_shown_to_those_who_look_after_them(register: Register) -> None:
    opened("amina", "secretariat")
    opened("musa", "analyst")
    see = {
        "secretariat": {"amina", "musa"},
        "auditor": {"amina", "musa"},
        "analyst": {"musa"},
        "reviewer": {"musa"},
        "reader": {"musa"},
        "contributor": {"musa"},
    }
    for role, seen in see.items():
        viewer = Viewer(name="musa", role=role)  # type: ignore[arg-type]
        assert set(Account.objects.visible_to(viewer).values_list("name", flat=True)) == seen, role
        invitations = Invitation.objects.visible_to(viewer).count()
        assert invitations == (2 if role == "secretariat" else 0), role
    assert not Account.objects.visible_to(ANONYMOUS).exists()
