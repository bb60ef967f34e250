"""Assessments: reasoned, sourced, adopted by a second person, answered by the addressee, side by side."""

import pytest
from tests.desk.matters import (
    ANALYST,
    COMMITMENT,
    CONTRIBUTOR,
    ICESCO,
    SECRETARIAT,
    commitment,
    record,
    report,
)

from mutabaa.desk.actors import now
from mutabaa.desk.assess import assess, assessments, reply, take_step, withdraw_assessment
from mutabaa.desk.assign import assign
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.sources import add_source
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import standing
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register

REVIEWER = Viewer(name="rachid", role="reviewer")
READER = Viewer(name="rim", role="reader")
OTHER = Viewer(name="omar", role="contributor", entity="actor/oic/ircica")


@pytest.fixture
def asked(register: Register) -> Register:
    report(register)
    commitment(register, {"kind": "none"})
    assign(register, SECRETARIAT, COMMITMENT, ICESCO)
    return register


def judged(register: Register, viewer: Viewer, level: int | str = 2, **more: object) -> str:
    source = add_source(register, viewer, note="It went.")
    more = {"reasons": "It went.", "sources": [source], **more}
    return assess(register, viewer, COMMITMENT, level=level, **more).name  # type: ignore[arg-type]


def axes(register: Register) -> tuple[str | None, str | None]:
    found = standing(COMMITMENT, register.state(now(register), SECRETARIAT.sight)).axes
    return found["implementation"].value, found["judgement"].value


def test_an_assessment_gives_reasons_and_cites_sources_that_its_author_sees(asked: Register) -> None:
    for wrong, kind in (
        ({"reasons": " "}, "reasons_missing"),
        ({"sources": []}, "sources_missing"),
        ({"level": 4}, "no_such_level"),
        ({"level": True}, "no_such_level"),
    ):
        with pytest.raises(NotDone, match=kind):
            judged(asked, ANALYST, **wrong)  # type: ignore[arg-type]
    hidden = add_source(asked, SECRETARIAT, note="Told in confidence.", marking="confidential")
    with pytest.raises(NotThere):
        judged(asked, ANALYST, sources=[hidden])
    with pytest.raises(NotAllowed):
        judged(asked, CONTRIBUTOR)
    judged(asked, ANALYST, "no_evidence", effective_on=PartialDate(year=2018, month=3))
    one = assessments(asked, ANALYST, COMMITMENT, now(asked))[0]
    assert (one.level, one.by, one.stage, one.counts) == ("no_evidence", "yusuf", "proposed", True)
    assert [source.note for source in one.sources] == ["It went."]
    with pytest.raises(NotDone, match="assessed_so_already"):
        judged(asked, ANALYST, "no_evidence", effective_on=PartialDate(year=2018, month=3))


def test_a_second_person_reviews_and_adopts_and_what_is_adopted_stays(asked: Register) -> None:
    own = judged(asked, REVIEWER)
    for step in ("reviewed", "adopted"):
        with pytest.raises(NotDone, match="own_assessment"):
            take_step(asked, REVIEWER, COMMITMENT, own, step)  # type: ignore[arg-type]
    name = judged(asked, ANALYST, 1)
    take_step(asked, REVIEWER, COMMITMENT, name, "reviewed", "Sound.")
    with pytest.raises(NotDone, match="reviewed_already"):
        take_step(asked, REVIEWER, COMMITMENT, name, "reviewed")
    with pytest.raises(NotDone, match="reviewed_already"):
        withdraw_assessment(asked, ANALYST, COMMITMENT, name, "Better not.")
    take_step(asked, REVIEWER, COMMITMENT, name[:10], "adopted")
    with pytest.raises(NotDone, match="adopted_already"):
        take_step(asked, SECRETARIAT, COMMITMENT, name, "adopted")
    with pytest.raises(NotDone, match="adopted_already"):
        withdraw_assessment(asked, ANALYST, COMMITMENT, name, "Better not.")
    with pytest.raises(NotAllowed):
        take_step(asked, ANALYST, COMMITMENT, own, "adopted")
    judged(asked, ANALYST, 3)
    # A newer one that nobody adopted doesn't take the place of one that was.
    assert axes(asked) == ("1", "adopted")
    told = assessments(asked, READER, COMMITMENT, now(asked))
    assert [(one.level, one.stage, one.counts) for one in told] == [
        ("3", "proposed", False),
        ("1", "adopted", True),
        ("2", "proposed", False),
    ]


def test_its_author_withdraws_what_is_only_proposed(asked: Register) -> None:
    name = judged(asked, ANALYST)
    with pytest.raises(NotDone, match="others_assessment"):
        withdraw_assessment(asked, SECRETARIAT, COMMITMENT, name, "No.")
    withdraw_assessment(asked, ANALYST, COMMITMENT, name, "I mistook the mission.")
    assert (assessments(asked, ANALYST, COMMITMENT, now(asked)), axes(asked)) == ((), (None, None))
    with pytest.raises(NotThere):
        take_step(asked, REVIEWER, COMMITMENT, name, "adopted")


def test_the_addressee_replies_and_the_reply_stands_beside_the_assessment(asked: Register) -> None:
    with pytest.raises(NotDone, match="nothing_assessed"):
        reply(asked, CONTRIBUTOR, COMMITMENT, "We did.")
    name = judged(asked, ANALYST, 0)
    take_step(asked, REVIEWER, COMMITMENT, name, "adopted")
    reply(asked, CONTRIBUTOR, COMMITMENT, "أرسلناها في مارس.")
    assert axes(asked) == ("0", "contested")
    one = assessments(asked, CONTRIBUTOR, COMMITMENT, now(asked))[0]
    assert [entry.assertion.value["words"] for entry in one.replies] == ["أرسلناها في مارس."]  # type: ignore[index,call-overload]
    assert one.stage == "adopted"
    with pytest.raises(NotDone, match="replied_so_already"):
        reply(asked, CONTRIBUTOR, COMMITMENT, "أرسلناها في مارس.", name)
    with pytest.raises(NotDone, match="reply_without_words"):
        reply(asked, CONTRIBUTOR, COMMITMENT, " ")
    with pytest.raises(NotAllowed):
        reply(asked, SECRETARIAT, COMMITMENT, "We did.")


def test_nobody_replies_for_another(register: Register) -> None:
    record(register, ("OIC/P/1.a", "kind", "commitment"), marking="public")
    addressed = {"basis": "stated", "names": {"en": "ICESCO"}, "actor": ICESCO}
    record(register, ("OIC/P/1.a", "addressee", addressed), marking="public")
    source = add_source(register, ANALYST, note="It went.", marking="public")
    assess(register, ANALYST, "OIC/P/1.a", level=1, reasons="Begun.", sources=[source], marking="public")
    with pytest.raises(NotDone, match="reply_of_another"):
        reply(register, OTHER, "OIC/P/1.a", "We did.")
    reply(register, CONTRIBUTOR, "OIC/P/1.a", "We did.")


def test_an_assessment_that_cites_a_restricted_source_is_restricted_and_so_are_its_steps(
    asked: Register,
) -> None:
    source = add_source(asked, ANALYST, note="Seen.", marking="restricted")
    name = judged(asked, ANALYST, sources=[source])
    take_step(asked, REVIEWER, COMMITMENT, name, "adopted")
    assert assessments(asked, READER, COMMITMENT, now(asked)) == ()
    with pytest.raises(NotDone, match="nothing_assessed"):
        reply(asked, CONTRIBUTOR, COMMITMENT, "We did.")
    entries = [kept.entry().assertion for kept in asked.ledger.kept()]
    assert {one.marking for one in entries if one.says == "judgement"} == {"restricted"}
