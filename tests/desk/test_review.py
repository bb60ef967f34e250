"""The review desk: words lit in the text as published, decisions that are kept, texts that are mended."""

from pathlib import Path

import pytest
from tests.register.said import moment

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.review import accept_all, decide, desk, merge, text_of
from mutabaa.desk.take_in import TakenIn, replace, take_in
from mutabaa.people.policy import NotAllowed, Viewer, at_the_terminal
from mutabaa.reading import read
from mutabaa.register import EVERYTHING, Marking
from mutabaa.review import align
from mutabaa.review.proposal import Proposed
from mutabaa.texts import open_text
from mutabaa.vocabulary import LANGUAGES
from mutabaa.wiring import Register

SAMPLES = Path(__file__).parents[2] / "samples"
REPORT = "SAMPLE/ACM-2022/LCB-REP"
AMINA, OMAR = Viewer(name="Amina", role="reviewer"), Viewer(name="Omar", role="reviewer")
ENGLISH = (SAMPLES / "lake-chad-report.en.md").read_text(encoding="utf-8")


def sample(
    register: Register, *languages: str, accept: bool = False, marking: Marking = "internal"
) -> TakenIn:
    files = [SAMPLES / f"lake-chad-report.{language}.md" for language in languages]
    return take_in(
        register, AMINA, align([read(open_text(file)) for file in files]), accept=accept, marking=marking
    )


def english(register: Register, folder: Path, text: str, **how: bool) -> TakenIn:
    """The English version alone, from a file that says this."""
    file = folder.parent / "report.en.md"
    file.write_text(text, encoding="utf-8")
    return take_in(register, AMINA, align([read(open_text(file))]), **how)


def test_every_statement_is_lit_where_the_kept_text_says_the_same(register: Register) -> None:
    sample(register, *LANGUAGES)
    for file in sorted(SAMPLES.glob("lake-chad-resolution.*.txt")):
        take_in(register, AMINA, align([read(open_text(file))]))
    lit = 0
    for instrument in register.proposals.instruments(("internal",)):
        shown = desk(register, AMINA, instrument)
        texts = {one.language: one.text for one in shown.versions}
        for proposal in shown.proposals:
            for statement in proposal.statements:
                for place in statement.lit:
                    cut = texts[place.language].words_at(place.start, place.end)  # type: ignore[index]
                    assert cut == " ".join(place.words.split())
                    lit += 1
                if statement.statement.says in ("act", "addressee", "due", "wording", "action"):
                    assert statement.rule or statement.statement.says == "wording"
    assert lit > 400
    says = {one.statement.says for each in shown.proposals for one in each.statements if one.lit}
    assert {"wording", "action", "addressee"} <= says
    assert text_of(register, AMINA, REPORT, "ar").direction == "rtl"


def test_a_proposal_is_decided_once_and_the_second_reviewer_is_told_by_whom(register: Register) -> None:
    sample(register, "en")
    first = desk(register, AMINA, REPORT).proposals[0]
    decision = decide(register, AMINA, first.name, "accepted")
    assert len(decision.entries) == len(first.statements)
    with pytest.raises(NotDone) as told:
        decide(register, OMAR, first.name, "rejected", reason="No.")
    assert (told.value.kind, told.value.facts["by"]) == ("decided_already", "Amina")
    now = desk(register, OMAR, REPORT)
    assert now.proposals[0].decision == decision
    assert {one.how for one in now.proposals[0].statements} == {"same"}
    assert (now.counts["accepted"], now.counts["waiting"]) == (1, len(now.proposals) - 1)


def test_what_was_set_aside_is_taken_up_again_and_both_decisions_are_kept(register: Register) -> None:
    sample(register, "en")
    name = desk(register, AMINA, REPORT).proposals[-1].name
    with pytest.raises(NotDone, match="reason_missing"):
        decide(register, AMINA, name, "rejected")
    decide(register, AMINA, name, "rejected", reason="Said of another body.")
    assert register.ledger.size == 0
    with pytest.raises(NotDone, match="decided_already"):
        decide(register, OMAR, name, "accepted")
    decide(register, OMAR, name, "accepted", instead_of=1)
    shown = desk(register, AMINA, REPORT).proposals[-1]
    assert [(one.by, one.verdict) for one in shown.decided] == [("Amina", "rejected"), ("Omar", "accepted")]


def test_a_correction_of_what_is_recorded_cites_the_entry_that_it_corrects(register: Register) -> None:
    sample(register, "en")
    accept_all(register, AMINA, REPORT)
    code = f"{REPORT}/14.a"
    record = register.state(moment("2100-01-01"), EVERYTHING).record(code)
    recorded = record.all("action")[0]
    sample(register, "en", "fr")
    proposal = next(one for one in desk(register, OMAR, REPORT).proposals if one.subject == code)
    said = [
        one.statement if one.statement.says != "action" else changed(one.statement, "to go there")
        for one in proposal.statements
    ]
    decision = decide(register, OMAR, proposal.name, "corrected", said)
    assert decision.statements
    entries = [register.ledger.find(name) for name in decision.entries]
    corrected = [entry.assertion for entry in entries if entry and entry.assertion.corrects == recorded.name]
    assert [(one.value["text"], one.because, one.stated_by) for one in corrected] == [  # type: ignore[index, call-overload]
        ("to go there", "", "Omar")
    ]


def changed(one: Proposed, text: str) -> Proposed:
    assert isinstance(one.value, dict)
    return Proposed(
        says=one.says,
        value={"language": one.value["language"], "text": text},
        source=one.source,
        passage=one.passage,
        effective_on=one.effective_on,
    )


def test_nothing_but_what_is_read_in_the_text_can_be_stated_here(register: Register) -> None:
    sample(register, "en")
    name = desk(register, AMINA, REPORT).proposals[-1].name
    for one, kind in (
        (Proposed(says="shared_with", value="ml"), "not_read_from_a_text"),
        (Proposed(says="note", value="x", source="source/elsewhere"), "read_in_another_text"),
    ):
        with pytest.raises(NotDone, match=kind):
            decide(register, AMINA, name, "corrected", [one])


def test_one_word_mended_leaves_every_other_decision_and_waits_as_a_correction(
    register: Register, folder: Path
) -> None:
    english(register, folder, ENGLISH, accept=True)
    size = register.ledger.size
    taken = english(register, folder, ENGLISH.replace("precarious food situation", "Hunger"), accept=True)
    assert (taken.gone, taken.stale, taken.renumbered) == (1, 0, {})
    # The provision, what the instrument is kept as, and nothing else; all after it moved.
    assert taken.changed == 2 and taken.moved > 10
    assert taken.carried == taken.unchanged + taken.moved
    assert set(taken.differing) == {REPORT, *(code for code in taken.differing if code != REPORT)}
    shown = desk(register, OMAR, REPORT)
    assert shown.counts["differing"] == 2
    (waiting,) = [one for one in shown.proposals if one.kind == "provision" and one.decision is None]
    decision = decide(register, OMAR, waiting.name, "accepted")
    (entry,) = [register.ledger.find(name) for name in decision.entries]
    assert entry and entry.assertion.corrects and "Hunger" in entry.assertion.value["text"]  # type: ignore[index, call-overload]
    assert register.ledger.size > size
    (stale_source,) = [one for one in shown.stale if one.kind == "source"]
    assert stale_source.decision


def test_paragraphs_put_in_and_taken_out_are_reported_and_never_renumbered_in_silence(
    register: Register, folder: Path
) -> None:
    english(register, folder, ENGLISH, accept=True)
    decided = sum(map(len, register.proposals.decisions(REPORT, ("internal",)).values()))
    inserted = renumbered_from(ENGLISH, 5, by=1).replace(
        "\n6. ", "\n5. The Council took note of the letter of the Chair.\n\n6. ", 1
    )
    taken = english(register, folder, inserted, accept=True)
    assert taken.renumbered[f"{REPORT}/7"] == f"{REPORT}/6"
    shown = desk(register, OMAR, REPORT)
    assert {one.subject: one.stood_at for one in shown.proposals}[f"{REPORT}/7"] == f"{REPORT}/6"
    assert set(taken.renumbered) <= set(taken.differing)
    back = english(register, folder, ENGLISH)
    assert (back.carried, back.proposals) == (decided, decided)
    assert sum(map(len, register.proposals.decisions(REPORT, ("internal",)).values())) >= decided


def renumbered_from(text: str, number: int, *, by: int) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines):
        head, dot, rest = line.partition(". ")
        if dot and head.isdigit() and int(head) >= number:
            lines[at] = f"{int(head) + by}. {rest}"
    return "\n".join(lines)


def test_a_further_version_joins_those_that_were_taken_in_before(register: Register) -> None:
    sample(register, "ar")
    sample(register, "en")
    shown = desk(register, AMINA, REPORT)
    assert {one.language for one in shown.versions} == {"ar", "en"}
    assert shown.counts["stale"] > 0
    together = {one.name for one in shown.proposals}
    sample(register, "ar", "en")
    assert {one.name for one in desk(register, AMINA, REPORT).proposals} == together


def test_a_file_without_its_symbol_takes_the_place_of_the_one_it_mends(
    register: Register, folder: Path
) -> None:
    english(register, folder, ENGLISH, accept=True)
    file = folder.parent / "scan.en.md"
    file.write_text(ENGLISH.replace(REPORT, ""), encoding="utf-8")
    aligned = align([read(open_text(file))])
    assert not aligned.symbol_stated
    taken = replace(register, OMAR, REPORT, aligned)
    assert taken.carried > 20
    with pytest.raises(NotThere):
        replace(register, OMAR, "SAMPLE/NONE", aligned)


def test_a_text_is_seen_by_those_who_may_see_its_marking(register: Register) -> None:
    secretariat = at_the_terminal("Sara")
    aligned = align([read(open_text(SAMPLES / "lake-chad-report.en.md"))])
    take_in(register, secretariat, aligned, marking="confidential")
    name = desk(register, secretariat, REPORT).proposals[0].name
    for hidden in (
        lambda: desk(register, AMINA, REPORT),
        lambda: text_of(register, AMINA, REPORT, "en"),
        lambda: decide(register, AMINA, name, "accepted"),
    ):
        with pytest.raises(NotThere):
            hidden()
    with pytest.raises(NotAllowed):
        desk(register, Viewer(name="Reader", role="reader"), REPORT)
    decision = decide(register, secretariat, name, "accepted", marking="public")
    entry = register.ledger.find(decision.entries[0])
    assert entry and entry.assertion.marking == "confidential"


def test_a_duplicate_is_merged_once_into_a_record_of_its_kind(register: Register) -> None:
    sample(register, "en", accept=True)
    one, other = f"{REPORT}/14.a", f"{REPORT}/9.b"
    merge(register, AMINA, one, other)
    assert register.state(moment("2100-01-01"), EVERYTHING).record(one).code == other
    with pytest.raises(NotDone, match="merged_already"):
        merge(register, OMAR, one, other)
    with pytest.raises(NotDone, match="merges_two_kinds"):
        merge(register, OMAR, other, REPORT)
    with pytest.raises(NotThere):
        merge(register, OMAR, "SAMPLE/NONE", other)
