"""Reminders of deadlines by e-mail, before and after, each sent once; and what falls due on a day."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mutabaa.desk.assign import assignments_of
from mutabaa.desk.deadlines import Deadline, due_soon, words_that_travel
from mutabaa.desk.errors import NotDone
from mutabaa.desk.letters import say
from mutabaa.people.policy import Viewer, at_the_terminal
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.wiring.register import Register

__all__ = ["Intervals", "Letter", "Recipient", "due_soon", "intervals", "letters", "remind"]

# What was missed for longer, since nobody ran it, isn't made up for: nobody is helped by a flood of letters.
_MADE_UP_FOR = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Intervals:
    """How many days before and after the day on which something is due."""

    before: tuple[int, ...] = (30, 7, 1)
    after: tuple[int, ...] = (7,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """Somebody who is written to, with what they may see."""

    viewer: Viewer
    email: str
    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A letter, and what it reminds of: commitment, day, kind of reminder."""

    recipient: Recipient
    subject: str
    body: str
    reminds_of: tuple[tuple[str, date, str], ...]


def intervals(register: Register) -> Intervals:
    """Those of register.toml ([reminders] before = [30, 7, 1], after = [7]), else the usual. Raises NotDone:
    `not_intervals`."""
    said: Any = tomllib.loads(register.folder.description.read_text(encoding="utf-8")).get("reminders", {})
    usual = Intervals()
    before, after = said.get("before", usual.before), said.get("after", usual.after)
    for days in (before, after):
        if not isinstance(days, list | tuple) or not all(
            type(day) is int and 0 <= day <= 3650 for day in days
        ):
            raise NotDone("not_intervals", said=str(days))
    return Intervals(before=tuple(sorted(before, reverse=True)), after=tuple(sorted(after)))


def letters(register: Register, day: date, recipients: Iterable[Recipient]) -> tuple[Letter, ...]:
    """What would be sent on a day: one letter a person, with all that they haven't been reminded of yet.

    The people of a focal point are reminded of what it was asked to answer for and hasn't refused; the secretariat of
    what no focal point has confirmed. Nobody is told what they don't see.
    """
    from mutabaa.store.sent_reminders import KeptReminders

    at = intervals(register)
    longest = timedelta(days=max(at.before, default=0))
    found = list[Letter]()
    for recipient in recipients:
        sent = KeptReminders().sent(recipient.viewer.name)
        told = list[tuple[Deadline, str]]()
        for one in due_soon(register, recipient.viewer, day, longest):
            kind = _kind(one, at)
            if kind and (one.code, one.day, kind) not in sent and _concerns(recipient.viewer, one):
                told.append((one, kind))
        if told:
            found.append(_letter(recipient, day, told))
    return tuple(found)


def remind(
    register: Register, day: date, recipients: Iterable[Recipient], post: Callable[[Letter], None]
) -> int | None:
    """Send what is to be sent on a day, each once; how many letters. None: another process is at it.

    A letter is noted as sent when `post` has returned: one that failed is sent next time; when the machine dies between
    the two, it is sent again.
    """
    from mutabaa.store.jobs import at_work, put
    from mutabaa.store.sent_reminders import KeptReminders

    job = f"remind {day.isoformat()}"
    put(job)
    count = 0
    with at_work(job, register.clock) as lease:
        if lease is None:
            return None
        for letter in letters(register, day, recipients):
            lease.renew()
            post(letter)
            for commitment, due, kind in letter.reminds_of:
                KeptReminders().keep(letter.recipient.viewer.name, commitment, due, kind, register.clock())
            count += 1
    return count


def by_mail(letter: Letter) -> None:
    """Post a letter as Django's settings say: on the terminal where they say nothing."""
    from django.core.mail import EmailMessage

    EmailMessage(letter.subject, letter.body, to=[letter.recipient.email]).send()


def account_holders(language: Language = "en") -> tuple[Recipient, ...]:
    """Everybody who may have to be reminded: those of the secretariat and of the entities, with an address."""
    from mutabaa.people.accounts import viewer_of
    from mutabaa.people.models import Account

    accounts = (
        Account.objects.visible_to(at_the_terminal("reminders"))
        .filter(is_active=True, role__in=("contributor", "secretariat"))
        .exclude(email="")
    )
    return tuple(
        Recipient(
            viewer=viewer_of(account),
            email=account.email,
            language=next((one for one in LANGUAGES if one == account.language), language),
        )
        for account in accounts.order_by("name")
    )


def _kind(one: Deadline, at: Intervals) -> str | None:
    """The reminder whose time has come last: "before_7" from seven days before on."""
    if one.days >= 0:
        reached = [days for days in at.before if one.days <= days]
        return f"before_{min(reached)}" if reached else None
    reached = [days for days in at.after if -one.days >= days]
    late = reached and -one.days - max(reached) > _MADE_UP_FOR
    return f"after_{max(reached)}" if reached and not late else None


def _concerns(viewer: Viewer, one: Deadline) -> bool:
    asked = [assignment for assignment in assignments_of(one.commitment) if assignment.answer != "refused"]
    if viewer.role == "contributor":
        return any(assignment.entity == viewer.entity for assignment in asked)
    return not any(assignment.answer == "confirmed" for assignment in asked)


def _letter(recipient: Recipient, day: date, told: list[tuple[Deadline, str]]) -> Letter:
    language = recipient.language
    parts = [say("opening", language, day=day)]
    for one, _ in told:
        parts.append("\n".join(_lines(one, language)))
    parts.append(say("closing", language))
    return Letter(
        recipient=recipient,
        subject=say("subject", language, count=len(told)),
        body="\n\n".join(parts) + "\n",
        reminds_of=tuple((one.code, one.day, kind) for one, kind in told),
    )


def _lines(one: Deadline, language: Language) -> Iterable[str]:
    message = "today" if one.days == 0 else "ahead" if one.days > 0 else "overdue"
    due = one.written if one.is_partial else one.day
    yield "- " + say(message, language, code=one.code, due=due, days=abs(one.days))
    if words := words_that_travel(one, language):
        yield "  " + say("action", language, words=words)
