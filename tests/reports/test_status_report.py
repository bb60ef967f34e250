"""What a status report says: exact words, codes, addressees and times, and nothing that no one wrote."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from labelled import labelled_reading, labels_file

from mutabaa.reading import Mention, Reading
from mutabaa.reports import Report, Section, Table, status_report
from mutabaa.review import align
from mutabaa.texts import Problem
from mutabaa.vocabulary import Language

LABELS = Path(__file__).parents[2] / "samples" / "labels" / "lake-chad-report.gold.jsonl"
SYMBOL = "SAMPLE/ACM-2022/LCB-REP"
AS_OF = date(2023, 1, 10)


def sample(language: Language, **facts: str) -> Reading:
    facts = {"symbol": SYMBOL, "body": "oic", "kind": "report", "date": "2022-09-22", **facts}
    return labelled_reading(labels_file(LABELS, language), f"lake-chad.{language}.md", **facts)


def report(*languages: Language, labels: Language | tuple[Language, ...] | None = None) -> Report:
    return status_report(align([sample(one) for one in languages]), as_of=AS_OF, labels=labels or languages)


def section(of: Report, key: str) -> Section:
    return next(one for one in of.sections if one.key == key)


def words_of(of: Section) -> str:
    lines: list[str] = [sentence.text for sentence in of.heading]
    for block in of.blocks:
        rows = [row.cells for row in block.rows] if isinstance(block, Table) else [(block.text,)]
        lines += [sentence.text for cells in rows for cell in cells for sentence in cell]
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_quotation_is_in_the_document_to_the_letter(language: Language) -> None:
    texts = [row["text"] for row in labels_file(LABELS, language)]
    matrix = report(language).register
    place = [column.key for column in matrix.columns].index(f"text_{language}")
    quotations = [row.cells[place][0].text for row in matrix.rows]
    assert len(quotations) == 14
    assert all(any(quotation in text for text in texts) for quotation in quotations)


def test_the_register_has_one_row_a_commitment_with_its_public_code() -> None:
    codes = [row.code for row in report("en").register.rows]
    assert codes[0] == f"{SYMBOL}/3.b"
    assert len(codes) == len(set(codes)) == 14


def test_codes_are_the_same_whatever_the_language_of_the_document() -> None:
    assert [[row.code for row in report(language).register.rows] for language in ("ar", "en", "fr")] == [
        [row.code for row in report("en").register.rows]
    ] * 3


def test_no_position_enters_the_register() -> None:
    made = report("en")
    positions = {row.code for row in made.positions.rows}
    assert positions
    assert not positions & {row.code for row in made.register.rows}


def test_an_addressee_no_one_named_is_said_not_to_be_stated() -> None:
    made = report("en")
    group = next(one for one in made.sections if one.heading[0].text == "Addressee not stated")
    assert group.heading[0].rests_on == (f"{SYMBOL}/4.c", f"{SYMBOL}/5.b")


def test_the_body_that_binds_itself_is_called_the_meeting() -> None:
    assert any(one.heading[0].text == "الاجتماع نفسه" for one in report("ar").sections)


def test_an_addressee_carried_over_says_from_where() -> None:
    made = report("en")
    assert "Addressee: carried over from 10.a" in "\n".join(map(words_of, made.sections))


def test_a_commitment_with_several_addressees_is_quoted_in_full_once() -> None:
    made = report("en")
    said = "\n".join(words_of(one) for one in made.sections if one.key.startswith("addressee-"))
    assert said.count("requested Member States and the financial institutions of the Organization") == 1
    assert f"{SYMBOL}/10.a" in words_of(
        next(one for one in made.sections if one.heading[0].text == "the Islamic Development Bank")
    )


def test_spellings_of_one_addressee_stand_under_one_heading() -> None:
    rows = [
        {"id": f"X#{number}@ar", "lang": "ar", "text": text, "instruments": [], "acts": [
            {"verb": verb, "act": "request", "kind": "directive", "addressees": [name], "addressee_basis": "stated",
             "action": action, "deadline": None, "reiterated": False}]}
        for number, text, verb, name, action in (
            ("1", "طلب الاجتماع من الأمين العام تقديم تقرير.", "طلب", "الأمين العام", "تقديم تقرير"),
            ("2", "وجه الاجتماع دعوته للامين العام إلى المتابعة.", "وجه الاجتماع دعوته", "للامين العام", "المتابعة"),
        )
    ]  # fmt: skip
    made = status_report(align([labelled_reading(rows, "x.txt")]), as_of=None, labels="ar")
    headings = [one.heading[0].text for one in made.sections if one.key.startswith("addressee-")]
    assert headings == ["الأمين العام"]


def test_a_deadline_is_said_in_the_words_of_the_document_and_dated() -> None:
    made = report("en")
    time = [column.key for column in made.register.columns].index("deadline")
    due = {row.code: row.cells[time][0].text for row in made.register.rows}
    assert "23 January 2023" in due[f"{SYMBOL}/9.b"]
    assert due[f"{SYMBOL}/10.a"] == "no deadline set"
    assert due[f"{SYMBOL}/11.c"].endswith("(90 days)")


def test_timeliness_follows_the_as_of_date() -> None:
    def stands(as_of: date) -> str:
        made = status_report(align([sample("en")]), as_of=as_of, labels="en")
        place = [column.key for column in made.register.columns].index("timeliness")
        return next(row.cells[place][0].text for row in made.register.rows if row.code == f"{SYMBOL}/9.b")

    assert [stands(date(2022, 10, 1)), stands(AS_OF), stands(date(2023, 2, 1))] == [
        "not due",
        "due soon",
        "overdue",
    ]


def test_status_columns_stand_empty_with_the_values_they_may_take() -> None:
    made = report("en")
    places = {column.key: place for place, column in enumerate(made.register.columns)}
    assert made.register.columns[places["implementation"]].choices == (
        "0 not initiated",
        "1 minimum",
        "2 intermediate",
        "3 full",
        "no evidence available",
        "reversed",
    )
    for axis in ("lifecycle", "implementation", "evidence", "judgement", "note"):
        assert all(row.cells[places[axis]] == () for row in made.register.rows)


def test_every_act_the_summary_counts_is_named_behind_it() -> None:
    summary = section(report("en"), "summary")
    first = summary.blocks[0]
    assert not isinstance(first, Table)
    assert first.text[0].text == (
        "The document holds 15 operative paragraphs with 29 acts: 14 commitments, 12 positions and 3 records."
    )
    assert len(first.text[0].rests_on) == 29


def test_a_text_in_a_language_without_a_label_is_marked_as_the_original() -> None:
    made = report("ar", labels="en")
    assert made.versions == ("ar",)
    heading = next(column.heading for column in made.register.columns if column.key == "text_ar")
    assert heading[0].text == "Original in Arabic"


def test_labels_in_a_language_never_translate_the_document() -> None:
    made = report("ar", labels="fr")
    for sentence in made.sentences():
        for piece in sentence.pieces:
            if piece.style in ("quotation", "verb"):
                assert piece.language == "ar"


def test_three_versions_stand_side_by_side_in_one_register() -> None:
    made = report("ar", "en", "fr")
    keys = [column.key for column in made.register.columns]
    assert [key for key in keys if key.startswith("text_")] == ["text_ar", "text_en", "text_fr"]
    assert len(made.register.rows) == 14
    assert section(made, "differences")


def test_a_fact_the_document_does_not_state_becomes_an_open_question() -> None:
    asked = words_of(section(report("en"), "questions"))
    assert "Not stated in the document: Place." in asked
    assert "No deadline is set." in asked


def test_without_a_symbol_codes_begin_with_the_name_of_the_file_and_the_report_says_so() -> None:
    reading = labelled_reading(labels_file(LABELS, "en"), "minutes.md")
    made = status_report(align([reading]), as_of=None, labels="en")
    assert made.symbol is None
    assert made.register.rows[0].code == "minutes/3.b"
    assert "not stated; codes begin with the name of the file, minutes" in words_of(section(made, "document"))


def test_without_an_as_of_date_the_report_says_it_has_none() -> None:
    made = status_report(align([sample("fr")]), as_of=None, labels="fr")
    assert made.as_of_line[0].text == "Date de référence non indiquée"


def test_a_document_without_commitments_has_no_matrix() -> None:
    rows = [
        {"id": "X#1@en", "lang": "en", "text": "Welcomes the report of the Panel.", "instruments": [], "acts": [
            {"verb": "Welcomes", "act": "welcome", "kind": "position", "addressees": [], "addressee_basis": None,
             "action": None, "deadline": None, "reiterated": False}]}
    ]  # fmt: skip
    made = status_report(align([labelled_reading(rows, "x.txt")]), as_of=None, labels="en")
    assert "matrix" not in [one.key for one in made.sections]
    assert made.register.rows == ()
    assert "asks nothing of anybody" in words_of(section(made, "commitments"))


def test_a_report_needs_a_language() -> None:
    with pytest.raises(ValueError, match="label language"):
        status_report(align([sample("en")]), as_of=None, labels=())


def test_the_same_readings_give_the_same_report() -> None:
    assert report("ar", "en") == report("ar", "en")


def test_what_could_not_be_had_from_a_file_is_said_with_the_name_of_the_file() -> None:
    reading = sample("en")
    text = replace(
        reading.official_text, problems=(Problem(kind="page_unreadable", page=3),), ocr_pages=(2, 4)
    )
    made = status_report(align([replace(reading, official_text=text)]), as_of=None, labels="fr")
    assert "La page 3 n'a pas pu être lue." in words_of(section(made, "concerns"))
    assert "lake-chad.en.md" in words_of(section(made, "concerns"))
    assert "2, 4" in words_of(section(made, "document"))


def test_a_known_addressee_stands_by_its_official_name_in_a_language_without_a_version() -> None:
    reading = sample("ar")
    named = next(one for one in reading.passages if one.path == "14")
    mention = Mention(
        kind="actor", quote=named.acts[0].addressees[0], name="role/secretary_general", rule="t"
    )
    passages = tuple(replace(one, mentions=(mention,)) if one is named else one for one in reading.passages)
    made = status_report(align([replace(reading, passages=passages)]), as_of=None, labels="fr")
    headings = [[sentence.text for sentence in one.heading] for one in made.sections]
    assert ["الأمين العام", "Secrétaire général"] in headings
