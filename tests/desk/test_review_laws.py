"""Whatever is decided and however a text is mended: no decision and no entry is lost, and none is made by itself."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mutabaa.desk.errors import NotDone
from mutabaa.desk.review import accept_all, decide, desk
from mutabaa.desk.take_in import take_in
from mutabaa.people.policy import Viewer
from mutabaa.reading import read
from mutabaa.review import Decision, align
from mutabaa.texts import open_text
from mutabaa.wiring import Register, make_register

CODE = "LAW-1"
AMINA = Viewer(name="Amina", role="reviewer")
PARAGRAPHS = (
    "The Council requests the Secretary-General to report by 1 March 2023.",
    "The Council welcomes the decision of the Governors.",
    "The Council calls on Member States to contribute to the fund.",
    "The Council decides to remain seized of the question.",
)
STEPS = st.one_of(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4, unique=True),
    st.tuples(st.sampled_from(("accepted", "rejected", "corrected")), st.integers(0, 30)),
    st.just("all"),
)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    for variable in ("DATABASE_URL", "MUTABAA_REGISTER"):
        monkeypatch.setenv(variable, "")
    return make_register(tmp_path / "register")


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(steps=st.lists(STEPS, min_size=1, max_size=8))
def test_no_decision_and_no_entry_is_ever_lost(empty: Register, tmp_path: Path, steps: list[object]) -> None:
    taken_in(empty, tmp_path, list(PARAGRAPHS))
    for step in steps:
        before, entries = decisions(empty), [one.leaf for one in empty.ledger.kept()]
        if isinstance(step, list):
            taken_in(empty, tmp_path, step)
            assert decisions(empty) == before
            assert empty.ledger.size == len(entries)
        elif step == "all":
            accept_all(empty, AMINA, CODE)
        else:
            assert isinstance(step, tuple)
            decided(empty, *step)
        assert before <= decisions(empty)
        assert [one.leaf for one in empty.ledger.kept()][: len(entries)] == entries
        shown = desk(empty, AMINA, CODE)
        on_desk = {each.proposal for one in (*shown.proposals, *shown.stale) for each in one.decided}
        assert on_desk == {name for name, _, _ in decisions(empty)}


def taken_in(register: Register, folder: Path, paragraphs: list[str]) -> None:
    numbered = [f"{number}. {words}" for number, words in enumerate(paragraphs, start=1)]
    file = folder / f"{CODE}.txt"
    file.write_text("\n\n".join(["22 September 2022", *numbered]), encoding="utf-8")
    take_in(register, AMINA, align([read(open_text(file))]))


def decided(register: Register, verdict: str, place: int) -> None:
    """A decision about some proposal; who comes second is told."""
    proposals = desk(register, AMINA, CODE).proposals
    one = proposals[place % len(proposals)]
    said = [each.statement for each in one.statements] if verdict == "corrected" else None
    try:
        decide(register, AMINA, one.name, verdict, said, reason="Not so.")  # type: ignore[arg-type]
    except NotDone as refusal:
        assert refusal.kind == "decided_already" and one.decision is not None
    else:
        assert one.decision is None


def decisions(register: Register) -> set[tuple[str, int, str]]:
    found: list[Decision] = [
        one for each in register.proposals.decisions(CODE, ("internal",)).values() for one in each
    ]
    return {(one.proposal, one.number, one.verdict) for one in found}
