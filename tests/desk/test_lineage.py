"""The line of a commitment: what it took up, how its wording changed, and what took it up later."""

import pytest
from tests.desk.matters import ANALYST, record

from mutabaa.desk.actors import now
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.lineage import lineage, link, unlink
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Marking
from mutabaa.wiring import Register

READER = Viewer(name="rim", role="reader")
FIRST, SECOND, THIRD = "OIC/A/1.a", "OIC/B/2.a", "OIC/C/3.a"


def asked(register: Register, code: str, words: str, marking: Marking = "internal") -> None:
    record(
        register,
        (code, "kind", "commitment"),
        (code, "action", {"language": "en", "text": words}),
        marking=marking,
    )


@pytest.fixture
def three(register: Register) -> Register:
    asked(register, FIRST, "consider a fund")
    asked(register, SECOND, "establish a fund")
    asked(register, THIRD, "look at the question of a fund")
    return register


def test_a_line_is_told_from_its_beginning_with_the_earlier_wording_beside_the_later(three: Register) -> None:
    link(three, ANALYST, SECOND, "strengthens", FIRST)
    link(three, ANALYST, THIRD, "weakens", SECOND)
    for code in (FIRST, SECOND, THIRD):
        line = lineage(three, READER, code, now(three))
        assert [(kin.earlier.code, kin.relation, kin.later.code) for kin in line] == [
            (FIRST, "strengthens", SECOND),
            (SECOND, "weakens", THIRD),
        ]
    assert (line[0].earlier_words, line[0].later_words) == (
        {"en": "consider a fund"},
        {"en": "establish a fund"},
    )


def test_a_link_said_otherwise_takes_the_place_of_the_first(three: Register) -> None:
    link(three, ANALYST, SECOND, "reiterates", FIRST)
    link(three, ANALYST, SECOND, "strengthens", FIRST)
    assert [kin.relation for kin in lineage(three, READER, SECOND, now(three))] == ["strengthens"]
    with pytest.raises(NotDone, match="said_already"):
        link(three, ANALYST, SECOND, "strengthens", FIRST)
    unlink(three, ANALYST, SECOND, FIRST, "Another fund.")
    assert lineage(three, READER, SECOND, now(three)) == ()
    with pytest.raises(NotThere):
        unlink(three, ANALYST, SECOND, FIRST, "Another fund.")


def test_no_line_leads_back_to_itself(three: Register) -> None:
    link(three, ANALYST, SECOND, "reiterates", FIRST)
    link(three, ANALYST, THIRD, "reiterates", SECOND)
    with pytest.raises(NotDone, match="linked_in_a_circle"):
        link(three, ANALYST, FIRST, "reiterates", THIRD)
    with pytest.raises(NotDone, match="linked_to_itself"):
        link(three, ANALYST, FIRST, "reiterates", FIRST)
    with pytest.raises(NotDone, match="no_such_relation"):
        link(three, ANALYST, FIRST, "repeats", THIRD)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        link(three, READER, THIRD, "reiterates", FIRST)


def test_a_link_to_what_is_restricted_is_restricted(register: Register) -> None:
    asked(register, FIRST, "consider a fund", "restricted")
    asked(register, SECOND, "establish a fund")
    link(register, ANALYST, SECOND, "strengthens", FIRST)
    assert lineage(register, READER, SECOND, now(register)) == ()
    assert len(lineage(register, ANALYST, SECOND, now(register))) == 1
    with pytest.raises(NotThere):
        lineage(register, READER, FIRST, now(register))
