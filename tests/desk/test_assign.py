"""Focal points: asked, shown what they need, confirming or refusing."""

import pytest
from tests.desk.matters import (
    ANALYST,
    COMMITMENT,
    CONTRIBUTOR,
    ICESCO,
    PROVISION,
    REPORT,
    SECRETARIAT,
    commitment,
    report,
)

from mutabaa.desk.actors import now
from mutabaa.desk.assign import assign, assignments, confirm, refuse
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.wiring import Register

OTHER = Viewer(name="omar", role="contributor", entity="actor/oic/ircica")


@pytest.fixture
def asked(register: Register) -> Register:
    report(register)
    commitment(register, {"kind": "none"})
    assign(register, SECRETARIAT, COMMITMENT, "oic/icesco", "Lalla Aicha")
    return register


def test_the_entity_sees_what_it_is_asked_to_answer_for(asked: Register) -> None:
    seen = asked.state(now(asked), CONTRIBUTOR.sight)
    assert [bool(seen.record(code).entries) for code in (COMMITMENT, PROVISION, REPORT)] == [True] * 3
    assert assignments(asked, CONTRIBUTOR, COMMITMENT)[0].person == "Lalla Aicha"
    unseen = asked.state(now(asked), OTHER.sight)
    assert not any(unseen.record(code).entries for code in (COMMITMENT, PROVISION, REPORT))


def test_the_entity_confirms(asked: Register) -> None:
    assert assignments(asked, SECRETARIAT, COMMITMENT)[0].answer == "asked"
    confirm(asked, CONTRIBUTOR, COMMITMENT)
    one = assignments(asked, SECRETARIAT, COMMITMENT)[0]
    assert (one.entity, one.answer, len(one.rests_on)) == (ICESCO, "confirmed", 2)
    with pytest.raises(NotDone, match="answered"):
        confirm(asked, CONTRIBUTOR, COMMITMENT)


def test_the_entity_refuses_with_a_reason_and_may_be_asked_again(asked: Register) -> None:
    with pytest.raises(NotDone, match="refused_without_reason"):
        refuse(asked, CONTRIBUTOR, COMMITMENT, " ")
    refuse(asked, CONTRIBUTOR, COMMITMENT, "It is for IRCICA.")
    assign(asked, SECRETARIAT, COMMITMENT, ICESCO)
    told = assignments(asked, SECRETARIAT, COMMITMENT)
    assert [(one.answer, one.reason) for one in told] == [("refused", "It is for IRCICA."), ("asked", "")]


def test_nobody_is_asked_twice(asked: Register) -> None:
    with pytest.raises(NotDone, match="assigned"):
        assign(asked, SECRETARIAT, COMMITMENT, ICESCO)


def test_another_entity_cannot_answer_nor_learn_that_there_is_something_to(asked: Register) -> None:
    with pytest.raises(NotThere):
        confirm(asked, OTHER, COMMITMENT)
    with pytest.raises(NotThere):
        confirm(asked, OTHER, "OIC/X/99.a")


def test_only_the_secretariat_asks_and_only_entities_answer(asked: Register) -> None:
    with pytest.raises(NotAllowed):
        assign(asked, ANALYST, COMMITMENT, ICESCO)
    with pytest.raises(NotAllowed):
        confirm(asked, SECRETARIAT, COMMITMENT)


def test_what_is_restricted_is_not_shared(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "none"}, marking="restricted")
    with pytest.raises(NotDone, match="too_strict_to_share"):
        assign(register, SECRETARIAT, COMMITMENT, ICESCO)


def test_an_unknown_entity_or_commitment_is_not_there(asked: Register) -> None:
    with pytest.raises(NotThere):
        assign(asked, SECRETARIAT, COMMITMENT, "actor/nobody")
    with pytest.raises(NotThere):
        assign(asked, SECRETARIAT, PROVISION, ICESCO)
