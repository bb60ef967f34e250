"""The whole story from the terminal: a report, what was learnt after it and when, and where things stood in between."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import mutabaa.wiring
from mutabaa.cli.main import group
from mutabaa.wiring import Register, open_register

SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., str]
MARCH = ("--as-at", "2018-03-31", "--known-by", "2018-04-20")


@pytest.fixture
def run(register: Register, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on a day: what it records is known from then on. Gives what it printed; `ends` is its exit code."""
    monkeypatch.setenv("MUTABAA_LANG", "en")
    monkeypatch.setenv("MUTABAA_REGISTER", str(folder))

    def ran(day: str, *words: object, ends: int = 0) -> str:
        instant = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
        monkeypatch.setattr(
            mutabaa.wiring, "open_register", lambda path: open_register(path, lambda: instant)
        )
        result = CliRunner().invoke(group, list(map(str, words)), prog_name="mutabaa")
        assert result.exit_code == ends, result.output
        return result.output.strip()

    return ran


def row(standing: str, act: str) -> list[str]:
    """The cells of an act's row, and the lines of reasons below it."""
    lines = standing.splitlines()
    place = next(number for number, line in enumerate(lines) if line.lstrip("\u2066").startswith(f"{act} "))
    below = [line.strip() for line in lines[place + 1 : place + 6]]
    return [lines[place], *below]


def test_the_mali_report_and_what_came_of_it(run: Run, shared: Path, tmp_path: Path) -> None:
    text = "OIC/ACM-2017/MALI-REP"
    report = shared / "corpora" / "oic" / "OIC_ACM-2017_MALI-REP.ar.md"
    run("2017-10-02", "add", report, "--accept-as", "Amina")
    page = tmp_path / "conference.html"
    page.write_text("<p>The donors meet in Brussels on 23 February 2018.</p>", encoding="utf-8")
    replaced = run(
        "2018-02-26", "source", page, "--url", "https://example.org/conference", "--published", "2018-02-23",
        "--origin", "the host of the conference", "--grade", "A1", "--as", "Amina",
    )  # fmt: skip
    since = ("--source", replaced, "--on", "2018-02-23", "--as", "Amina")
    run("2018-02-26", "cite", f"{text}/9.b", "context", *since)
    run("2018-02-26", "lifecycle", f"{text}/9.b", "overtaken", *since)
    news = run(
        "2018-03-18", "source", "--note", "اختتمت البعثة المشتركة زيارتها إلى مالي.", "--language", "ar",
        "--published", "2018-03-13", "--origin", "a news agency", "--grade", "B2", "--as", "Amina",
    )  # fmt: skip
    concluded = ("--source", news, "--on", "2018-03-13", "--as", "Amina")
    run("2018-03-18", "cite", f"{text}/14.a", "supports", *concluded, "--words", "اختتمت البعثة المشتركة")
    reasons = "The joint mission ended; no report of it was seen."
    told = run(
        "2018-03-20", "assess", f"{text}/14.a", "2", "--reasons", reasons, "--source", news, "--as", "Amina"
    )
    assert "mutabaa step" in told
    assert "second person" in run("2018-03-20", "step", f"{text}/14.a", "adopted", "--as", "Amina", ends=1)
    run("2018-03-21", "step", f"{text}/14.a", "adopted", "--as", "Omar")

    stood = run("2018-04-20", "standing", "--why", *MARCH)
    mission, conference, fund = (row(stood, act) for act in ("14.a", "9.b", "11.c"))
    assert "intermediate" in mission[0] and "adopted" in mission[0]
    assert any("no report of it was seen" in line for line in mission)
    assert "overtaken by events" in conference[0]
    assert "not assessed" in fund[0] and any("No evidence since 2017-09-20." in line for line in fund)

    before = run("2018-04-20", "standing", "--why", "--as-at", "2018-03-31", "--known-by", "2018-03-01")
    assert "not assessed" in row(before, "14.a")[0] and "intermediate" not in row(before, "14.a")[0]
    assert any("No evidence since 2017-09-20." in line for line in row(before, "14.a"))
    assert "overtaken by events" in row(before, "9.b")[0]
    for act in ("14.a", "9.b", "11.c"):
        assert "the same" in run("2018-04-20", "why", f"{text}/{act}", *MARCH)


def test_the_sample_report_and_what_came_of_it(run: Run) -> None:
    text = "SAMPLE/ACM-2022/LCB-REP"
    files = [SAMPLES / f"lake-chad-report.{language}.md" for language in ("ar", "en", "fr")]
    run("2022-10-03", "add", *files, "--accept-as", "Amina")
    letter = run(
        "2023-02-24", "source", "--url", "https://example.org/summit", "--origin", "the host", "--grade", "B2",
        "--as", "Amina",
    )  # fmt: skip
    said = ("--source", letter, "--on", "2023-02-23", "--as", "Amina")
    conference = run("2023-02-24", "event", "plan", "Third conference", "--on", "2023-01-23", "--as", "Amina")
    summit = run("2023-02-24", "event", "plan", "Summit of donors", "--as", "Amina")
    run("2023-02-24", "event", "replaced", conference, summit, *said)
    run("2023-02-24", "event", "held", summit, *said)
    run("2023-02-24", "lifecycle", f"{text}/9.b", "overtaken", *said)
    run("2023-02-25", "lifecycle", f"{text}/10.b", "fulfilled", *said)
    attack = run("2023-02-24", "event", "record", "Killings near Rann", "--by", "residents", *said)
    run("2023-03-01", "event", "verified", attack, "--source", letter, "--on", "2023-03-01", "--as", "Omar")
    dates = ("--as-at", "2023-03-31", "--known-by", "2023-03-31")
    stood = run("2023-03-31", "standing", "--why", *dates)
    assert "overtaken by events" in row(stood, "9.b")[0]
    assert any("No evidence since 2022-09-22." in line for line in row(stood, "11.c"))
    assert "overdue" in row(stood, "11.c")[0]


def test_a_deadline_at_a_session_has_its_day_when_the_session_was_held(run: Run) -> None:
    text = "SAMPLE/ACM-2022/LCB-REP"
    run("2022-10-03", "add", SAMPLES / "lake-chad-report.en.md", "--accept-as", "Amina")
    session = run("2022-10-04", "event", "plan", "Forty-ninth session", "--as", "Amina")
    run("2022-10-04", "event", "due", f"{text}/14.a", session, "--as", "Amina")
    note = run("2023-03-20", "source", "--note", "The session was held.", "--as", "Amina")
    run("2023-03-20", "event", "held", session, "--source", note, "--on", "2023-03-17", "--as", "Amina")
    told = run("2023-03-20", "why", f"{text}/14.a", "--as-at", "2023-03-20")
    assert "2023-03-17" in told and "overdue" in told.lower()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("cite", "OIC/X/1", "supports", "--source", "source/x", "--on", "2018", "--as", "A"), "OIC/X/1"),
        (("source", "--as", "A"), "a file, a web address or a note"),
        (("source", "--url", "ftp://x", "--as", "A"), "not a web address"),
        (("source", "nowhere.txt", "--as", "A"), "cannot be read"),
        (("step", "OIC/X/1", "adopted", "--as", "A"), "There is no record"),
        (("why", "OIC/X/1"), "There is no record"),
        (("event", "due", "OIC/X/1", "event/x", "--as", "A"), "There is no record"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, words: tuple[str, ...], why: str) -> None:
    assert why in run("2018-01-01", *words, ends=1)


def test_a_step_answers_by_a_name_and_a_date_is_a_date(run: Run) -> None:
    assert "--as" in run("2018-01-01", "source", "--note", "x", "--as", " ", ends=2)
    assert "no date" in run("2018-01-01", "source", "--note", "x", "--published", "May", "--as", "A", ends=2)
