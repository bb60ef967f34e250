"""A figure knows whether it falls short; the forms of a document say the same words; a broken floor fails."""

from io import BytesIO
from pathlib import Path

import pytest

from evaluation import figures
from evaluation.__main__ import verdict
from evaluation.figures import Figure, floors, raise_floors
from evaluation.renderings import as_docx, as_html, as_text, blocks

REPORT = (
    "**SAMPLE/1**\n\n## تقرير\n\n**أولاً:** رحب الاجتماع بالقرار 2349 (2017)  \nالصادر هذا العام.\n\n---\n"
)


def test_less_is_more_only_where_it_is_said() -> None:
    assert Figure(name="act", value=0.96, target=0.97).falls_short_of(0.97)
    assert not Figure(name="wall", value=0.4, target=0.5, lower_is_better=True).falls_short_of(0.5)
    assert not Figure(name="reported", value=0.0).falls_short_of(None)


def test_falling_below_a_floor_fails_and_falling_short_of_a_target_does_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    act = Figure(name="act", value=0.90, target=0.97)
    assert verdict([act], {"act": 0.89}) == 0
    assert verdict([act], {"act": 0.91}) == 1
    assert "fell below its floor: act" in capsys.readouterr().out


def test_a_figure_that_is_no_longer_measured_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict([], {"act": 0.9}) == 1
    assert "no longer measured: act" in capsys.readouterr().out


def test_floors_rise_and_never_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "FLOORS", tmp_path / "floors.toml")
    raise_floors([Figure(name="act", value=0.94567), Figure(name="wall", value=0.3, steady=False)])
    raise_floors([Figure(name="act", value=0.91)])
    raise_floors([Figure(name="errors", value=0.01201, lower_is_better=True)])
    assert floors() == {"act": 0.9456, "errors": 0.0121}


def test_every_form_of_a_document_says_the_same_words() -> None:
    from docx import Document

    words = ["SAMPLE/1", "تقرير", "أولاً: رحب الاجتماع بالقرار 2349 (2017) الصادر هذا العام."]
    assert [block.text for block in blocks(REPORT)] == words
    assert as_text(REPORT).split("\n\n") == [*words[:2], words[2] + "\n"]
    assert [p.text for p in Document(BytesIO(as_docx(REPORT, "ar"))).paragraphs] == words
    assert '<html lang="ar" dir="rtl">' in as_html(REPORT, "ar")
    assert "<strong>أولاً:</strong> رحب" in as_html(REPORT, "ar")


def test_the_same_word_file_is_made_twice() -> None:
    assert as_docx(REPORT, "ar") == as_docx(REPORT, "ar")
