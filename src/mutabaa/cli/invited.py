"""The links by which accounts are opened, as they are printed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mutabaa.wiring import Register


def set_up_link(register: "Register") -> str | None:
    """A link that makes the first account; None when there is an account."""
    from mutabaa.people.accounts import invite_first

    secret = invite_first(register.now())
    return _at(register, f"/sign-in/set-up/{secret}") if secret else None


def invitation_link(register: "Register", secret: str) -> str:
    """The link of an invitation."""
    return _at(register, f"/sign-in/invitation/{secret}")


def _at(register: "Register", path: str) -> str:
    from mutabaa.wiring.options import options

    return options(register.folder).address + path
