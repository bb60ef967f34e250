"""Search as people have it: what they see and no more, lit where it says, by words and by meaning."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.register.said import said

from mutabaa.desk.bearing import propose_bearing
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.search import make_ready, remove_search, save_search, saved, search, search_by_meaning
from mutabaa.desk.take_in import take_in
from mutabaa.people.policy import ANONYMOUS, NotAllowed, Viewer, at_the_terminal
from mutabaa.reading import read
from mutabaa.register.assertion import MARKINGS
from mutabaa.review import align
from mutabaa.texts import open_text
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring import Register

SAMPLES = Path(__file__).parents[2] / "samples"
REPORT = "SAMPLE/ACM-2022/LCB-REP"
AMINA = at_the_terminal("Amina")
VIEWERS = (
    ANONYMOUS,
    Viewer(name="Rita", role="reader"),
    Viewer(name="Omar", role="contributor", entity="oic/isdb"),
    Viewer(name="Ana", role="analyst"),
    AMINA,
)
# News of the needs-assessment mission to the Basin, written for this test.
NEWS = {
    "ar": "أوفدت منظمة التعاون الإسلامي بعثة مشتركة لتقييم الاحتياجات إلى حوض بحيرة تشاد. والطقس حار في نيامي.",
    "en": "The OIC joint needs-assessment mission to the Lake Chad Basin has returned. The weather was hot.",
    "fr": "La mission conjointe d'évaluation des besoins dépêchée dans le bassin du lac Tchad a pris fin.",
}


def now(register: Register) -> Moment:
    return Moment(as_at=date.max, known_by=register.now())


@pytest.fixture
def sample(register: Register) -> Register:
    files = [SAMPLES / f"lake-chad-report.{language}.md" for language in ("ar", "en", "fr")]
    take_in(register, AMINA, align([read(open_text(file)) for file in files]), accept=True)
    return register


def test_an_arabic_name_finds_its_paragraphs_in_each_language(sample: Register) -> None:
    found = search(sample, AMINA, now(sample), "نيامي", {"kind": "provision"})
    assert {(hit.code, hit.language) for hit in found.hits} >= {
        (f"{REPORT}/9", language) for language in ("ar", "en", "fr")
    }
    assert "Niamey" in found.also
    assert found.facets["language"].keys() >= {"ar", "en", "fr"}
    assert found.facets["instrument"] == {REPORT: found.total}


def test_what_is_lit_stands_in_the_snippet(sample: Register) -> None:
    for query in ("البعثة", "mission", "Lac", "Secretary-General", '"trust fund"', "الصندوق"):
        found = search(sample, AMINA, now(sample), query)
        assert found.hits, query
        for hit in found.hits:
            assert hit.lit, query
            assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.lit)


def test_filters_narrow_and_the_counts_say_what_is_left(sample: Register) -> None:
    every = search(sample, AMINA, now(sample), "mission")
    for facet in ("kind", "language"):
        for value, count in every.facets[facet].items():
            assert search(sample, AMINA, now(sample), "mission", {facet: value}).total == count


def test_nobody_finds_what_they_do_not_see_or_was_not_known(register: Register) -> None:
    """Every viewer, every marking, before and after: what is found is what their records hold."""
    for place, marking in enumerate(MARKINGS):
        register.record(
            lambda at, place=place, marking=marking: [  # type: ignore[misc]
                replace(said(f"S/{place}", "kind", "commitment", marking=marking), recorded_at=at),
                replace(
                    said(f"S/{place}", "note", "a lighthouse", marking=marking, on="2020"), recorded_at=at
                ),
                replace(said(f"S/{place}", "shared_with", "oic/isdb", marking=marking), recorded_at=at),
            ]
        )
    make_ready(register)
    instants = [kept.entry().assertion.recorded_at for kept in register.ledger.kept()]
    for viewer in VIEWERS:
        for known in (datetime(2000, 1, 1, tzinfo=UTC), *sorted(set(instants))):
            for day in (date(2019, 1, 1), date.max):
                moment = Moment(as_at=day, known_by=known)
                state = register.state(moment, viewer.sight)
                seen = {e.number for at in range(4) for e in state.record(f"S/{at}").all("note")}
                assert {h.number for h in search(register, viewer, moment, "lighthouse").hits} == seen
                near = search_by_meaning(register, viewer, moment, "منارة")
                assert {hit.number for hit in near.hits} == seen


def test_searches_are_kept_for_oneself(register: Register) -> None:
    save_search(register, AMINA, "Funds", "صندوق", {"language": "ar"})
    assert saved(register, AMINA) == {"Funds": {"query": "صندوق", "language": "ar"}}
    assert saved(register, VIEWERS[1]) == {}
    with pytest.raises(NotThere):
        remove_search(register, VIEWERS[1], "Funds")
    remove_search(register, AMINA, "Funds")
    with pytest.raises(NotThere):
        remove_search(register, AMINA, "Funds")
    with pytest.raises(NotDone):
        save_search(register, AMINA, " ", "x")
    with pytest.raises(NotAllowed):
        saved(register, ANONYMOUS)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_news_in_any_language_proposes_the_commitment_it_bears_on(sample: Register, language: str) -> None:
    make_ready(sample)
    size = sample.ledger.size
    proposed = propose_bearing(sample, AMINA, now(sample), NEWS[language])
    assert proposed[0].code == f"{REPORT}/14.a"
    assert sample.ledger.size == size
    with pytest.raises(NotAllowed):
        propose_bearing(sample, ANONYMOUS, now(sample), NEWS[language])


def test_what_is_not_ready_to_be_found_by_meaning_is_told(sample: Register) -> None:
    assert search_by_meaning(sample, AMINA, now(sample), "mission").lacking > 0
    make_ready(sample)
    found = search_by_meaning(sample, AMINA, now(sample), "إنشاء صندوق استئماني")
    assert found.lacking == 0
    assert any(hit.code.startswith(f"{REPORT}/11") for hit in found.hits[:3])
