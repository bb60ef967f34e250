"""Reminders: when, to whom, once; and work that outlives whoever did it."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.desk.matters import COMMITMENT, CONTRIBUTOR, ICESCO, SECRETARIAT, commitment, report

from mutabaa.desk.assign import assign, confirm
from mutabaa.desk.errors import NotDone
from mutabaa.desk.reminders import Letter, Recipient, due_soon, intervals, letters, remind
from mutabaa.store.jobs import LeaseLost, at_work, open_jobs, put, take
from mutabaa.wiring import Register

DUE = date(2030, 6, 30)
AMINA = Recipient(viewer=SECRETARIAT, email="amina@example.org", language="en")
LALLA = Recipient(viewer=CONTRIBUTOR, email="lalla@example.org", language="ar")


@pytest.fixture
def due(register: Register) -> Register:
    report(register)
    commitment(register, {"kind": "date", "on": DUE.isoformat()})
    return register


def kinds(register: Register, day: date, who: Recipient = AMINA) -> list[str]:
    return [kind for letter in letters(register, day, [who]) for _, _, kind in letter.reminds_of]


def test_reminders_come_before_and_after(due: Register) -> None:
    expected = {
        -31: [],
        -30: ["before_30"],
        # What was missed is made up for, for a while.
        -5: ["before_7"],
        -1: ["before_1"],
        0: ["before_1"],
        3: [],
        7: ["after_7"],
        20: ["after_7"],
        90: [],
    }
    assert {days: kinds(due, DUE + timedelta(days=days)) for days in expected} == expected


def test_each_is_sent_once_and_what_failed_is_sent_next_time(due: Register) -> None:
    day, sent = DUE - timedelta(days=7), list[Letter]()

    def fails(letter: Letter) -> None:
        raise OSError("no post today")

    with pytest.raises(OSError, match="no post"):
        remind(due, day, [AMINA], fails)
    assert remind(due, day, [AMINA], sent.append) == 1
    assert remind(due, day, [AMINA], sent.append) == 0
    assert remind(due, day + timedelta(days=1), [AMINA], sent.append) == 0
    assert remind(due, DUE - timedelta(days=1), [AMINA], sent.append) == 1
    assert len(sent) == 2


def test_a_letter_speaks_the_language_of_who_gets_it_and_names_nothing_in_its_subject(due: Register) -> None:
    assign(due, SECRETARIAT, COMMITMENT, ICESCO)
    (letter,) = letters(due, DUE - timedelta(days=7), [LALLA])
    assert letter.subject.startswith("المتابعة")
    assert COMMITMENT not in letter.subject and "بعثة" not in letter.subject
    assert COMMITMENT in letter.body and "إيفاد بعثة مشتركة" in letter.body


def test_nobody_is_told_what_they_do_not_see(due: Register) -> None:
    assert kinds(due, DUE, LALLA) == []
    commitment(due, {"kind": "date", "on": DUE.isoformat()}, "OIC/X/14.b", marking="confidential")
    assign(due, SECRETARIAT, COMMITMENT, ICESCO)
    (letter,) = letters(due, DUE, [LALLA])
    assert [code for code, _, _ in letter.reminds_of] == [COMMITMENT]


def test_restricted_words_do_not_travel_by_mail(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": DUE.isoformat()}, marking="restricted")
    (letter,) = letters(register, DUE, [AMINA])
    assert COMMITMENT in letter.body and "mission" not in letter.body


def test_the_secretariat_is_left_in_peace_once_a_focal_point_confirmed(due: Register) -> None:
    assign(due, SECRETARIAT, COMMITMENT, ICESCO)
    assert kinds(due, DUE) == ["before_1"]
    confirm(due, CONTRIBUTOR, COMMITMENT)
    assert (kinds(due, DUE), kinds(due, DUE, LALLA)) == ([], ["before_1"])


def test_intervals_stand_in_the_register_s_description(due: Register) -> None:
    description = due.folder.description
    usual = description.read_text(encoding="utf-8")
    description.write_text(usual + "\n[reminders]\nbefore = [3]\nafter = [1, 14]\n", encoding="utf-8")
    assert kinds(due, DUE - timedelta(days=4)) == []
    assert kinds(due, DUE + timedelta(days=2)) == ["after_1"]
    description.write_text(usual + '\n[reminders]\nbefore = "soon"\n', encoding="utf-8")
    with pytest.raises(NotDone, match="not_intervals"):
        intervals(due)


def test_what_falls_due_is_listed_with_what_is_overdue(due: Register) -> None:
    commitment(due, {"kind": "date", "on": "2029"}, "OIC/X/14.b")
    commitment(due, {"kind": "duration", "length": "P60D", "start": "2030-06-01"}, "OIC/X/14.c")
    listed = due_soon(due, SECRETARIAT, date(2030, 6, 15))
    assert [(one.code, one.day.isoformat()) for one in listed] == [
        ("OIC/X/14.b", "2029-12-31"),
        (COMMITMENT, "2030-06-30"),
    ]
    assert listed[0].is_partial and listed[0].days < 0


def test_a_job_is_done_by_one_at_a_time(register: Register) -> None:
    put("reminders")
    first = take("reminders", register.clock)
    assert first is not None and take("reminders", register.clock) is None
    first.finish()
    assert (take("reminders", register.clock), open_jobs()) == (None, ())


def test_a_job_whose_holder_fell_silent_is_taken_again_and_the_first_learns_it(register: Register) -> None:
    clock = [datetime(2030, 1, 1, tzinfo=UTC)]
    put("reminders")
    first = take("reminders", lambda: clock[0])
    assert first is not None
    clock[0] += timedelta(minutes=4)
    first.renew()
    clock[0] += timedelta(minutes=4)
    assert take("reminders", lambda: clock[0]) is None
    clock[0] += timedelta(minutes=2)
    second = take("reminders", lambda: clock[0])
    assert second is not None
    with pytest.raises(LeaseLost):
        first.renew()
    with pytest.raises(LeaseLost):
        first.finish()
    second.finish()


def test_a_job_that_failed_is_free_again_at_once(register: Register) -> None:
    put("reminders")
    with pytest.raises(ValueError, match="broken"), at_work("reminders", register.clock):
        raise ValueError("broken")
    assert take("reminders", register.clock) is not None


_HOLDER = """
import sys, time
from pathlib import Path
from mutabaa.wiring import open_register
register = open_register(Path(sys.argv[1]))
from datetime import timedelta
from mutabaa.store.jobs import take
print("taken" if take("reminders", register.clock, timedelta(seconds=2)) else "refused", flush=True)
time.sleep(60)
"""


def test_a_job_survives_the_kill_of_its_holder(register: Register) -> None:
    put("reminders")
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(register.folder.path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline().strip() == "taken"
        assert take("reminders", register.clock) is None
        os.kill(holder.pid, signal.SIGKILL)
    assert open_jobs() == ("reminders",)
    until = time.monotonic() + 20
    while (lease := take("reminders", register.clock)) is None and time.monotonic() < until:
        time.sleep(0.1)
    assert lease is not None
    lease.finish()
