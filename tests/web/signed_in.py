"""Somebody signed in as people are: an account, opened by its invitation, and the password typed."""

from django.test import Client

from mutabaa.people import accounts
from mutabaa.people.policy import Role
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

PASSWORD = "a long sentence of one's own"
HOST = "127.0.0.1"


def opened(
    register: Register, name: str, role: Role = "secretariat", entity: str = "", email: str = ""
) -> str:
    """An account that was opened; its name."""
    show(register)
    secret = accounts.invite(name, role, register.now(), entity=entity, email=email)
    invited = accounts.invitation(secret, register.now())
    assert invited and accounts.accept(invited, PASSWORD, register.now())
    return name


def signed_in(register: Register, role: Role = "secretariat", *, name: str = "", entity: str = "") -> Client:
    """A browser in which somebody with this role is signed in, by the page for signing in."""
    client = Client(SERVER_NAME=HOST)
    name = opened(register, name or f"a-{role}", role, entity)
    answer = client.post("/sign-in", {"login": name, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    return client
