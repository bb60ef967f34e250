"""Work done once at a time, whoever dies at it: a job is taken for a while, and is free again when that is over."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from mutabaa.store.models import Job
from mutabaa.store.spans import instant

# How long whoever takes a job may be silent before another takes it.
LEASE = timedelta(minutes=5)


class LeaseLost(Exception):
    """Another took the job, since this one was silent for too long: stop at once."""


@dataclass(frozen=True, kw_only=True)
class Lease:
    """A job taken. Whoever works at it renews the lease from time to time."""

    name: str
    holder: str
    clock: Callable[[], datetime]
    length: timedelta = LEASE

    def renew(self) -> None:
        """Go on for another length of time. Raises LeaseLost."""
        until = instant(self.clock() + self.length)
        if not Job.objects.filter(name=self.name, holder=self.holder, done=False).update(leased_until=until):
            raise LeaseLost(self.name)

    def finish(self) -> None:
        """The job is done. Raises LeaseLost when it was another's by then."""
        if not Job.objects.filter(name=self.name, holder=self.holder, done=False).update(done=True):
            raise LeaseLost(self.name)

    def give_back(self) -> None:
        """The job wasn't done, and is free for the next."""
        Job.objects.filter(name=self.name, holder=self.holder, done=False).update(leased_until=0)


def put(name: str) -> None:
    """There is this to do; again, when it was done before. A job that somebody is at stays theirs."""
    with transaction.atomic():
        _, made = Job.objects.get_or_create(
            name=name, defaults={"holder": "", "leased_until": 0, "taken": 0, "done": False}
        )
        if not made:
            Job.objects.filter(name=name, done=True).update(done=False, leased_until=0)


def take(name: str, clock: Callable[[], datetime], length: timedelta = LEASE) -> Lease | None:
    """The job, unless it is done, not there, or somebody is at it. One statement decides between two who ask."""
    lease = Lease(name=name, holder=secrets.token_hex(16), clock=clock, length=length)
    now = clock()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE job SET holder = %s, leased_until = %s, taken = taken + 1"
            " WHERE name = %s AND NOT done AND leased_until <= %s",
            [lease.holder, instant(now + length), name, instant(now)],
        )
        return lease if cursor.rowcount == 1 else None


def open_jobs() -> tuple[str, ...]:
    """What is still to be done, by name."""
    return tuple(Job.objects.filter(done=False).order_by("name").values_list("name", flat=True))


@contextmanager
def at_work(name: str, clock: Callable[[], datetime], length: timedelta = LEASE) -> Iterator[Lease | None]:
    """The job for the time of a block, None when another is at it; given back when the block fails."""
    lease = take(name, clock, length)
    if lease is None:
        yield None
        return
    try:
        yield lease
    except BaseException:
        lease.give_back()
        raise
    lease.finish()
