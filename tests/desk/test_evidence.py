"""Citing: what a source says for or against a commitment, seen by whoever sees both."""

import pytest
from tests.desk.matters import ANALYST, COMMITMENT, CONTRIBUTOR, SECRETARIAT, commitment, report

from mutabaa.desk.actors import now
from mutabaa.desk.assign import assign
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.evidence import cite, evidence, withdraw_citation
from mutabaa.desk.sources import add_source
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import standing
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register

READER = Viewer(name="rim", role="reader")
MARCH = PartialDate(year=2018, month=3, day=13)


@pytest.fixture
def asked(register: Register) -> Register:
    report(register)
    commitment(register, {"kind": "none"})
    return register


def stands(register: Register, viewer: Viewer) -> str | None:
    return standing(COMMITMENT, register.state(now(register), viewer.sight)).axes["evidence"].value


def cited(register: Register, viewer: Viewer, source: str, bearing: str = "supports", **more: object) -> str:
    return cite(
        register,
        viewer,
        source=source,
        commitment=COMMITMENT,
        bearing=bearing,
        effective_on=MARCH,
        **more,  # type: ignore[arg-type]
    ).name


def test_two_graded_sources_of_different_origin_corroborate_and_a_denial_contradicts(asked: Register) -> None:
    assert stands(asked, ANALYST) == "none"
    grades = {"reliability": "B", "credibility": 2}
    one = add_source(asked, ANALYST, url="https://example.org/1", origin="an agency", **grades)  # type: ignore[arg-type]
    two = add_source(asked, ANALYST, url="https://example.org/2", origin="a ministry", **grades)  # type: ignore[arg-type]
    cited(asked, ANALYST, one, words="اختتمت البعثة", passage="§2")
    assert stands(asked, ANALYST) == "single"
    cited(asked, ANALYST, two)
    assert stands(asked, ANALYST) == "corroborated"
    cited(asked, ANALYST, two, bearing="contradicts")
    assert stands(asked, ANALYST) == "contradicted"
    first = evidence(asked, READER, COMMITMENT, now(asked))[0]
    assert (first.bearing, first.words, first.passage) == ("supports", "اختتمت البعثة", "§2")
    assert first.source is not None and first.source.origin == "an agency"


def test_what_rests_on_a_restricted_source_is_restricted(asked: Register) -> None:
    source = add_source(asked, ANALYST, note="Seen on the spot.", marking="restricted")
    cited(asked, ANALYST, source, marking="public")
    assert evidence(asked, READER, COMMITMENT, now(asked)) == ()
    assert (stands(asked, READER), stands(asked, ANALYST)) == ("none", "single")
    with pytest.raises(NotThere):
        cited(asked, SECRETARIAT, "source/none")


def test_an_entity_cites_on_what_is_shared_with_it_and_on_nothing_else(asked: Register) -> None:
    source = add_source(asked, CONTRIBUTOR, note="We sent it.")
    with pytest.raises(NotThere):
        cited(asked, CONTRIBUTOR, source)
    assign(asked, SECRETARIAT, COMMITMENT, "oic/icesco")
    name = cited(asked, CONTRIBUTOR, source)
    assert evidence(asked, CONTRIBUTOR, COMMITMENT, now(asked))[0].name == name
    with pytest.raises(NotAllowed):
        cited(asked, READER, source)


def test_what_is_public_is_not_thereby_shared_with_an_entity(register: Register) -> None:
    commitment(register, {"kind": "none"}, marking="public")
    source = add_source(register, CONTRIBUTOR, note="It was never done.")
    with pytest.raises(NotAllowed):
        cited(register, CONTRIBUTOR, source, bearing="contradicts")
    assert stands(register, SECRETARIAT) == "none"


def test_a_citation_is_withdrawn_with_a_reason_by_its_author_or_the_secretariat(asked: Register) -> None:
    assign(asked, SECRETARIAT, COMMITMENT, "oic/icesco")
    ours = cited(asked, ANALYST, add_source(asked, ANALYST, note="Ours."))
    theirs = cited(asked, CONTRIBUTOR, add_source(asked, CONTRIBUTOR, note="Theirs."))
    with pytest.raises(NotAllowed):
        withdraw_citation(asked, CONTRIBUTOR, COMMITMENT, ours, "No.")
    with pytest.raises(NotDone, match="reason_missing"):
        withdraw_citation(asked, CONTRIBUTOR, COMMITMENT, theirs, " ")
    before = now(asked)
    withdraw_citation(asked, CONTRIBUTOR, COMMITMENT, theirs[:12], "The wrong letter.")
    withdraw_citation(asked, SECRETARIAT, COMMITMENT, ours, "Of another mission.")
    assert evidence(asked, SECRETARIAT, COMMITMENT, now(asked)) == ()
    assert len(evidence(asked, SECRETARIAT, COMMITMENT, before)) == 2
    with pytest.raises(NotThere):
        withdraw_citation(asked, SECRETARIAT, COMMITMENT, ours, "Again.")


def test_nothing_is_cited_twice_and_only_as_what_there_is(asked: Register) -> None:
    source = add_source(asked, ANALYST, note="Ours.")
    cited(asked, ANALYST, source)
    with pytest.raises(NotDone, match="cited_already"):
        cited(asked, SECRETARIAT, source)
    with pytest.raises(NotDone, match="no_such_bearing"):
        cited(asked, ANALYST, source, bearing="proves")
    with pytest.raises(NotDone, match="words_too_long"):
        cited(asked, ANALYST, source, words="x" * 30_001)
    with pytest.raises(NotDone, match="words_not_text"):
        cited(asked, ANALYST, source, words="a\x00b")
