"""A text file is read to the letter, whatever its encoding, which is found and recorded."""

from pathlib import Path

import pytest

from mutabaa.texts import Refusal, open_text

_ARABIC = "قرر المجلس، في دورته السابعة، أن يطلب إلى الأمين العام تقديم تقرير عن التنفيذ إلى الدول الأعضاء."
_FRENCH = "L’Assemblée, réaffirmant à l’unanimité sa décision, prie le Secrétaire général de créer un fonds."
_ENGLISH = "The Council requests the Secretary-General to report on implementation."


@pytest.mark.parametrize(
    ("words", "written", "found"),
    [
        (_ARABIC, "utf-8", "utf-8"),
        (_ARABIC, "utf-16-le", "utf-16-le"),
        (_ARABIC, "utf-16-be", "utf-16-be"),
        (_ARABIC, "windows-1256", "windows-1256"),
        (_ARABIC, "iso-8859-6", "iso-8859-6"),
        (_FRENCH, "utf-8", "utf-8"),
        (_FRENCH, "windows-1252", "windows-1252"),
        (_FRENCH, "utf-16-le", "utf-16-le"),
        (_ENGLISH, "ascii", "utf-8"),
        (_ENGLISH, "utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found_from_the_bytes(words: str, written: str, found: str) -> None:
    official = open_text((words * 3).encode(written), name="decision.txt")
    assert official.text == words * 3
    assert official.encoding == found
    assert official.problems == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_left_out_and_said_so(encoding: str) -> None:
    official = open_text(_ARABIC.encode(encoding), name="decision.txt")
    assert official.text == _ARABIC
    assert [problem.kind for problem in official.problems] == ["byte_order_mark"]


# Line ends of three systems, spaces at line ends, a form feed: the reader's offsets count them all.
def test_the_text_is_the_file_to_the_letter(tmp_path: Path) -> None:
    written = "Decision 4\r\n\r\n  The Council,  \nRecalling\x0cits mandate,\r1. Decides\u200f\u00a0so.\n\n"
    path = tmp_path / "decision.txt"
    path.write_bytes(written.encode())
    official = open_text(path)
    assert official.text == written
    assert official.page_starts == (0, written.index("\f") + 1)
    assert official.page_of(written.index("mandate")) == 2
    assert official.source.name == "decision.txt"


def test_a_broken_letter_is_counted_and_the_rest_is_read() -> None:
    content = (_ARABIC * 3).encode()
    official = open_text(content[:-1] + b"\xff" + content[-1:], name="decision.txt")
    assert official.encoding == "utf-8"
    assert official.text.startswith(_ARABIC)
    assert [problem.kind for problem in official.problems] == ["undecodable"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(bytes(range(256)) * 8, name="minutes.txt")
    assert refused.value.problem.kind == "unknown_format"


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(Path("no such folder/minutes.txt"))
    assert refused.value.problem.kind == "no_such_file"
