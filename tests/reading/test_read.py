"""The door of the engine."""

from pathlib import Path

from tests.reading.test_structure import REPORT, RESOLUTION
from tests.reading.written import written

from mutabaa.reading import read, read_passage
from mutabaa.texts.door import open_text


def test_a_reading_holds_header_passages_and_findings() -> None:
    reading = read(written(RESOLUTION))
    assert reading.language == "en" and reading.languages == ("en",)
    assert reading.symbol is not None and reading.symbol.value == "S/RES/9001 (2031)"
    operative = [passage for passage in reading.passages if passage.kind == "operative"]
    assert [passage.acts[0].act for passage in operative] == ["decide", "request", "seized"]


def test_the_same_file_is_read_the_same_twice() -> None:
    assert read(written(REPORT)) == read(written(REPORT))


def test_every_act_and_instrument_stands_where_it_says() -> None:
    text = RESOLUTION.replace("send a mission to", "send a mission under its resolution 8999 (2030)\nto")
    for passage in read(written(text)).passages:
        quotes = [act.verb for act in passage.acts] + [instrument.quote for instrument in passage.instruments]
        for quote in quotes:
            assert " ".join(text[quote.start : quote.end].split()) == quote.text


def test_a_passage_in_another_language_is_read_in_its_own() -> None:
    reading = read(written(RESOLUTION + "\n" + REPORT.split("\n")[-1].replace("ثالثاً:", "4.")))
    assert reading.passages[-1].acts and reading.languages == ("en", "ar")


def test_a_bare_paragraph_is_read_without_its_document() -> None:
    passage, concerns = read_passage("14. Requests the Secretary-General to send a mission;", "en")
    assert (passage.number, passage.path, passage.acts[0].act) == ("14", "14", "request")
    assert not concerns


def test_the_mali_report_has_its_fourteen_paragraphs(shared: Path) -> None:
    markdown = shared / "corpora" / "oic" / "OIC_ACM-2017_MALI-REP.ar.md"
    reading = read(open_text(markdown))
    assert [p.path for p in reading.passages if p.kind == "operative"] == [str(n) for n in range(1, 15)]
    facts = (reading.body, reading.symbol, reading.kind, reading.place, reading.date)
    assert [fact and fact.value for fact in facts] == [
        "oic",
        "OIC/ACM-2017/MALI-REP",
        "report",
        "نيويورك",
        "2017-09-20",
    ]
    plain = markdown.read_text(encoding="utf8").replace("*", "").replace("#", "")
    indic = plain.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    mended = plain.replace("مداوات", "مداولات").replace("تاسعا", "تاسعاً").replace("عاشرا", "عاشراً")
    for text in (plain, indic, mended):
        again = read(open_text(text.encode(), name="mali.txt"))
        assert [p.path for p in again.passages if p.kind == "operative"] == [str(n) for n in range(1, 15)]
        assert again.symbol == reading.symbol or (
            again.symbol and again.symbol.value == "OIC/ACM-2017/MALI-REP"
        )
        assert again.date is not None and again.date.value == "2017-09-20"


def test_a_text_without_operative_paragraphs_says_so() -> None:
    reading = read(open_text(b"Agenda of the day\n\nOpening of the meeting\n\nLunch\n", name="agenda.txt"))
    assert [concern.kind for concern in reading.concerns if concern.kind == "nothing_operative"]
