"""Sources: kept once, graded, marked, and cited no less strictly than they are kept."""

import pytest
from tests.desk.matters import ANALYST, COMMITMENT, CONTRIBUTOR, SECRETARIAT, commitment, report

from mutabaa.desk.actors import now
from mutabaa.desk.assign import assign
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.evidence import cite
from mutabaa.desk.history import history
from mutabaa.desk.sources import add_source, regrade, source, source_file, sources
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register

READER = Viewer(name="rim", role="reader")
MARCH = PartialDate(year=2018, month=3, day=13)
LETTER = "اختتمت البعثة المشتركة زيارتها".encode()


def test_a_file_is_kept_and_given_back_to_who_sees_its_source(register: Register) -> None:
    code = add_source(
        register, ANALYST, content=LETTER, file_name="..\\..\\letter.txt", titles={"ar": "رسالة"}
    )
    one = source(register, READER, code, now(register))
    assert (one.title("fr"), one.file_name, one.marking, one.added_by) == (
        "رسالة",
        "letter.txt",
        "internal",
        "yusuf",
    )
    assert source_file(register, READER, code) == (LETTER, "letter.txt")
    with pytest.raises(NotThere):
        source_file(register, Viewer(), code)
    with pytest.raises(NotThere):
        source_file(register, READER, "source/none")


def test_the_same_file_is_the_same_source_and_only_what_is_new_of_it_is_added(register: Register) -> None:
    first = add_source(register, ANALYST, content=LETTER, file_name="a.txt", origin="an agency")
    size = register.ledger.size
    assert add_source(register, SECRETARIAT, content=LETTER, file_name="b.txt") == first
    assert register.ledger.size == size
    add_source(register, SECRETARIAT, content=LETTER, url="https://example.org/1", reliability="B")
    one = source(register, READER, first, now(register))
    assert (one.file_name, one.urls, one.reliability) == ("a.txt", ("https://example.org/1",), "B")
    with pytest.raises(NotDone, match="source_said_otherwise"):
        add_source(register, SECRETARIAT, content=LETTER, origin="a ministry")
    assert len(sources(register, READER, now(register))) == 1


def test_a_web_address_keeps_the_copy_that_was_read(register: Register) -> None:
    code = add_source(
        register, ANALYST, content=b"<p>news</p>", file_name="news.html", url="https://example.org/n"
    )
    assert source_file(register, READER, code)[0] == b"<p>news</p>"
    assert source(register, READER, code, now(register)).urls == ("https://example.org/n",)
    for odd in (
        "javascript:alert(1)",
        "ftp://example.org",
        "https://exa mple.org",
        "https://example.org/\u202e",
    ):
        with pytest.raises(NotDone, match="not_a_web_address"):
            add_source(register, ANALYST, url=odd)
    with pytest.raises(NotDone, match="source_of_nothing"):
        add_source(register, ANALYST, file_name="empty.txt", content=b"")


def test_who_spoke_in_confidence_is_seen_by_few(register: Register) -> None:
    code = add_source(
        register, SECRETARIAT, note="They never came.", informant="A. B.", published=MARCH, marking="internal"
    )
    assert source(register, SECRETARIAT, code, now(register)).informant == "A. B."
    seen = source(register, ANALYST, code, now(register))
    assert (seen.note, seen.informant) == ("They never came.", "")
    other = PartialDate(year=2018, month=4)
    assert add_source(register, SECRETARIAT, note="They never came.", published=other) != code


def test_grading_anew_is_a_correction_that_the_history_keeps(register: Register) -> None:
    code = add_source(register, ANALYST, content=LETTER, reliability="B", credibility=2)
    before = now(register)
    regrade(register, SECRETARIAT, code, reliability="E", credibility=2)
    assert source(register, READER, code, now(register)).reliability == "E"
    assert source(register, READER, code, before).reliability == "B"
    assert [one.corrected is not None for one in history(register, READER, code, now(register))].count(
        True
    ) == 1
    with pytest.raises(NotDone, match="nothing_changed"):
        regrade(register, SECRETARIAT, code, reliability="E")
    with pytest.raises(NotDone, match="misstated"):
        regrade(register, SECRETARIAT, code, reliability="Z")
    with pytest.raises(NotThere):
        regrade(register, SECRETARIAT, "source/none", reliability="A")


def test_a_restricted_source_is_not_there_for_who_may_not_see_it(register: Register) -> None:
    code = add_source(register, ANALYST, content=LETTER, marking="restricted")
    with pytest.raises(NotThere):
        source(register, READER, code, now(register))
    with pytest.raises(NotThere):
        source_file(register, READER, code)
    assert sources(register, READER, now(register)) == ()
    with pytest.raises(NotDone, match="marking_beyond_sight"):
        add_source(register, ANALYST, note="x", marking="confidential")


def test_what_somebody_adds_says_nothing_of_the_same_file_kept_more_strictly(register: Register) -> None:
    strict = add_source(register, SECRETARIAT, content=LETTER, origin="a friend", marking="confidential")
    assert add_source(register, ANALYST, content=LETTER, origin="a visitor") == strict
    assert source(register, ANALYST, strict, now(register)).origin == "a visitor"
    assert source(register, SECRETARIAT, strict, now(register)).marking == "confidential"


def test_an_entity_adds_its_own_and_grades_nothing(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "none"})
    assign(register, SECRETARIAT, COMMITMENT, "oic/icesco")
    with pytest.raises(NotAllowed):
        add_source(register, CONTRIBUTOR, content=LETTER, reliability="A")
    code = add_source(register, CONTRIBUTOR, content=LETTER, file_name="reply.txt")
    assert source_file(register, CONTRIBUTOR, code) == (LETTER, "reply.txt")
    cite(register, CONTRIBUTOR, source=code, commitment=COMMITMENT, bearing="supports", effective_on=MARCH)
    assert source(register, READER, code, now(register)).reliability is None
    with pytest.raises(NotAllowed):
        add_source(register, READER, content=LETTER)
