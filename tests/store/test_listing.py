"""What a list shows, narrows by and counts is what the rules say of every commitment, at any moment and for anybody."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.db import connection
from tests.register.said import COMMITMENT, FIRST, later, moment, said

from mutabaa.register import (
    EVERYTHING,
    MARKINGS,
    Assertion,
    Misstated,
    NotAdmitted,
    Sight,
    State,
    standings,
    state,
)
from mutabaa.register.sight import PUBLIC
from mutabaa.register.statements import check
from mutabaa.register.stretches import found_at
from mutabaa.store.board import FACETS, Row, make_board
from mutabaa.store.rebuild import digest, rebuild
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring import Register

CODES = ["S/1/1.a", "S/1/2.a", "S/1/10.a", "S/1/1", "S/1", "source/x", "source/y", "event/e", "event/f"]
SAYABLE: list[tuple[str, object]] = [
    ("kind", "commitment"),
    ("kind", "commitment"),
    ("kind", "source"),
    ("note", "x"),
    ("lifecycle", "overtaken"),
    ("lifecycle", "completed"),
    ("fulfilled", None),
    ("evidence", {"bearing": "supports"}),
    ("evidence", {"bearing": "contradicts"}),
    ("assessment", {"level": 3, "reasons": "x", "sources": []}),
    ("judgement", "adopted"),
    ("judgement", "contested"),
    ("due", {"kind": "date", "on": "2022-06"}),
    ("due", {"kind": "duration", "length": "P90D", "start": "2022-03"}),
    ("due", {"kind": "recurring", "every": "P2M", "start": "2022-01-31"}),
    ("due", {"kind": "event", "event": "event/e"}),
    ("held", None),
    ("replaced_by", "event/f"),
    ("reliability", "B"),
    ("reliability", "E"),
    ("credibility", 2),
    ("origin", "a ministry"),
    ("part_of", "S/1/1"),
    ("part_of", "S/1"),
    ("addressee", {"basis": "stated", "names": {"fr": "les États membres"}}),
    ("addressee", {"basis": "not_stated"}),
    ("theme", "heritage"),
    ("adopted", "2022-02-03"),
    ("shared_with", "actor/x"),
    ("retraction", "a mistake"),
]


def saying(drawn: Random, at: datetime, before: list[tuple[str, Assertion]]) -> Assertion:
    """Anything that bears on how a few commitments stand, in any order, merges and corrections among it."""
    says, value = drawn.choice(SAYABLE)
    subject, corrects = drawn.choice(CODES), None
    if drawn.randrange(20) == 0:
        says, value = "same_as", drawn.choice(CODES)
    if says == "retraction" and before:
        corrects, wrong = drawn.choice(before)
        subject = wrong.subject
    if says == "judgement":
        assessed = [(name, one) for name, one in before if one.says == "assessment"]
        if assessed:
            name, one = drawn.choice(assessed)
            subject, value = one.subject, {"assessment": name, "step": value}
    return said(
        subject,
        says,
        value,
        at=at,
        source=drawn.choice(["source/x", "source/y"]),
        on=drawn.choice([f"2022-{drawn.randint(1, 12):02}", f"2022-{drawn.randint(1, 12):02}-15"]),
        corrects=corrects,
        marking=drawn.choice([*MARKINGS, "public", "public"]),
        by=drawn.choice(["Amina", "Omar"]),
    )


def told(register: Register, drawn: Random, acts: int) -> None:
    """Things are said, in acts of one to eight; what isn't admitted isn't said."""
    before = [(kept.entry().name, kept.entry().assertion) for kept in register.ledger.kept()]
    first = before[-1][1].recorded_at if before else FIRST
    for number in range(1, acts):
        at = first + timedelta(days=9 * number)
        act = [saying(drawn, at, before) for _ in range(drawn.randint(1, 8))]
        act = [one for place, one in enumerate(act) if is_a_statement(one) and one not in act[:place]]
        with suppress(NotAdmitted):
            before += ((entry.name, entry.assertion) for entry in register.ledger.append(act))


def is_a_statement(one: Assertion) -> bool:
    try:
        check(one)
    except Misstated:
        return False
    return True


def by_the_rules(told_of: State) -> dict[str, Row]:
    """The values of every commitment, from the rules alone."""
    rows = dict[str, Row]()
    for one in standings(told_of):
        found = found_at(one.code, told_of)
        assert found is not None
        axes = {name: axis.value or "" for name, axis in one.axes.items()}
        about = found.particulars
        facts = (about.instrument or "", about.provision or "", about.act or "", about.marking, found.due[:7])
        rows[one.code] = (
            *(axes[name] for name in FACETS[:5]),
            *facts,
            about.addressees,
            about.themes,
        )
    return rows


def counted(rows: dict[str, Row], facet: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows.values():
        cell = row[FACETS.index(facet)]
        for value in cell if isinstance(cell, tuple) else (cell,):
            found[value] = found.get(value, 0) + 1
    return found


def chosen_from(rows: dict[str, Row], filters: dict[str, frozenset[str]]) -> dict[str, Row]:
    def has(row: Row, facet: str, wanted: frozenset[str]) -> bool:
        cell = row[FACETS.index(facet)]
        return bool(wanted & set(cell if isinstance(cell, tuple) else (cell,)))

    return {
        code: row
        for code, row in rows.items()
        if all(has(row, facet, wanted) for facet, wanted in filters.items())
    }


def moments(drawn: Random) -> Iterator[Moment]:
    for _ in range(4):
        as_at = date(2021, 12, 25) + timedelta(days=drawn.randrange(460))
        yield Moment(as_at=as_at, known_by=FIRST + timedelta(days=drawn.randrange(120)))
    yield Moment(as_at=date(2022, 12, 31), known_by=FIRST + timedelta(days=9999))


def any_sight(drawn: Random) -> Sight:
    plain = Sight(upto=drawn.choice(MARKINGS))
    focal_point = Sight(entity=drawn.choice([None, "actor/x"]), own=frozenset(drawn.choice([[], ["Omar"]])))
    return drawn.choice([plain, plain, focal_point])


@pytest.mark.parametrize("seed", range(4))
def test_a_list_tells_what_the_rules_say_of_everything(register: Register, seed: int) -> None:
    drawn = Random(seed)
    for _ in range(4):
        told(register, drawn, acts=5)
        entries = [kept.entry() for kept in register.ledger.kept()]
        for then in moments(drawn):
            sight = any_sight(drawn)
            rows = by_the_rules(state(entries, then, sight))
            board = register.board(then, sight)
            assert dict(board.rows) == rows
            filters = {
                facet: frozenset(drawn.sample(values, min(2, len(values))))
                for facet in drawn.sample(FACETS, drawn.randint(0, 3))
                if (values := sorted({*counted(rows, facet), "overdue"}))
            }
            chosen = board.choose(filters, 0, 100)
            assert set(chosen.codes) == set(chosen_from(rows, filters))
            for facet in FACETS:
                others = {name: wanted for name, wanted in filters.items() if name != facet}
                assert chosen.counts[facet] == counted(chosen_from(rows, others), facet)
    before = digest()
    rebuild(register.ledger)
    assert digest() == before


def test_a_source_graded_anew_changes_what_rests_on_it(register: Register) -> None:
    def evidence() -> object:
        return register.board(moment("2022-12-31"), EVERYTHING).rows[COMMITMENT][FACETS.index("evidence")]

    register.ledger.append(
        [
            said(COMMITMENT, "kind", "commitment"),
            said(COMMITMENT, "evidence", {"bearing": "supports"}, source="source/x", on="2022-10"),
        ]
    )
    assert evidence() == "single"
    register.ledger.append([said("source/x", "reliability", "E", at=later(1))])
    assert evidence() == "none"


def test_a_day_that_passes_makes_overdue_though_nothing_is_recorded(register: Register) -> None:
    due = {"kind": "date", "on": "2022-11-30"}
    register.ledger.append([said(COMMITMENT, "kind", "commitment"), said(COMMITMENT, "due", due)])
    told_on = {
        day: register.board(moment(day), EVERYTHING).rows[COMMITMENT][FACETS.index("timeliness")]
        for day in ("2022-10-30", "2022-10-31", "2022-11-30", "2022-12-01")
    }
    assert list(told_on.values()) == ["not_due", "due_soon", "due_soon", "overdue"]


def test_what_is_confidential_is_in_no_count_of_the_public(register: Register) -> None:
    register.ledger.append(
        [
            said(COMMITMENT, "kind", "commitment", marking="public"),
            said(COMMITMENT, "theme", "sanctions", marking="confidential"),
            said("S/9.a", "kind", "commitment", marking="restricted"),
        ]
    )
    public, inside = (
        register.board(moment("2022-12-31"), sight).choose({}) for sight in (PUBLIC, EVERYTHING)
    )
    assert (public.total, public.counts["theme"]) == (1, {})
    assert (inside.total, inside.counts["theme"]) == (2, {"sanctions": 1})


def test_a_focal_point_counts_what_is_shared_with_its_entity(register: Register) -> None:
    theirs = Sight(entity="actor/idb", own=frozenset({"Focal point"}))
    register.ledger.append([said(COMMITMENT, "kind", "commitment"), said("S/9.a", "kind", "commitment")])
    now = moment("2022-12-31")
    assert register.board(now, theirs).codes == ()
    register.ledger.append([said(COMMITMENT, "shared_with", "actor/idb", at=later(1))])
    assert register.board(now, theirs).codes == (COMMITMENT,)


def test_an_answer_within_another_is_kept_as_of_what_that_one_had_read(register: Register) -> None:
    register.ledger.append([said(COMMITMENT, "kind", "commitment")])
    now = moment("2022-12-31")

    def inner(codes: tuple[str, ...]) -> tuple[str, ...]:
        return register.once("inner", now, EVERYTHING, lambda: codes)

    def outer() -> tuple[str, ...]:
        read = register.board(now, EVERYTHING).codes
        # Somebody records while a page is made of what was read for it.
        register.ledger.append([said("S/9.a", "kind", "commitment", at=later(1))])
        return inner(read)

    assert register.once("outer", now, EVERYTHING, outer) == (COMMITMENT,)
    assert inner(register.board(now, EVERYTHING).codes) == ("S/9.a", COMMITMENT)


def test_what_goes_with_a_board_is_told_though_another_thread_makes_room() -> None:
    class Emptied(dict[str, int]):
        def __contains__(self, name: object) -> bool:
            there = super().__contains__(name)
            self.clear()
            return there

    board = replace(make_board({}, {}), _remembered=Emptied(months=1))
    assert board.once("months", lambda: 2) == 1


def test_paragraphs_come_in_the_order_of_the_text_and_instruments_in_that_of_their_days() -> None:
    def row(instrument: str) -> Row:
        return ("",) * 5 + (instrument, "", "", "public", "", (), ())

    codes = ["A/10.a", "A/9.z", "A/9.aa", "B/1.a", "C/1.a"]
    rows = {code: row(code[0]) for code in codes}
    board = make_board(rows, {"A": "2020-05-01", "B": "2019"})
    assert board.codes == ("B/1.a", "A/9.z", "A/9.aa", "A/10.a", "C/1.a")


def test_the_table_of_standings_is_dropped_and_made_anew_alike(register: Register) -> None:
    register.ledger.append([said(COMMITMENT, "kind", "commitment"), said(COMMITMENT, "theme", "heritage")])
    before = digest()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM current_standing")
    assert digest() != before
    rebuild(register.ledger)
    assert digest() == before
