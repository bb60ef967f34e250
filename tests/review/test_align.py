"""Language versions laid side by side."""

import pytest
from handmade import paragraph, reading

from mutabaa.review import NotOneDocument, align

ENGLISH = (
    paragraph("1", "Urges the parties to meet before 3 May 2019;", acts=[("Urges", "urge")]),
    paragraph(
        "2",
        "Requests the Secretary-General to open 12 offices and welcomes the pledges made in Jeddah by donors;",
        acts=[("Requests", "request"), ("welcomes", "welcome")],
    ),
    paragraph("3", "Notes the report;", acts=[("Notes", "note")]),
)
ARABIC = (
    paragraph("1", "يحث الأطراف على الاجتماع قبل 3 أيار/مايو 2019؛", acts=[("يحث", "urge")]),
    paragraph(
        "2",
        "يطلب إلى الأمين العام فتح ١٢ مكتبا ويرحب بالتعهدات التي قدمها المانحون في جدة؛",
        acts=[("يطلب", "request"), ("يرحب", "welcome")],
    ),
    paragraph("3", "يلاحظ التقرير؛", acts=[("يلاحظ", "note")]),
)


def test_a_single_version_is_a_text_of_its_own_without_differences() -> None:
    text = align([reading("en", *ENGLISH)])
    assert [act.code for _, act in text.acts] == [
        "XYZ/RES/7/1.a",
        "XYZ/RES/7/2.a",
        "XYZ/RES/7/2.b",
        "XYZ/RES/7/3.a",
    ]
    assert text.differences == ()


def test_two_versions_share_their_codes() -> None:
    text = align([reading("ar", *ARABIC), reading("en", *ENGLISH)])
    assert text.languages == ("ar", "en")
    assert [passage.code for passage in text.passages] == ["XYZ/RES/7/1", "XYZ/RES/7/2", "XYZ/RES/7/3"]
    assert all(set(act.versions) == {"ar", "en"} for _, act in text.acts)
    assert {act.versions["en"].act for _, act in text.acts if act.code.endswith("2.b")} == {"welcome"}


def test_a_version_that_dropped_a_paragraph_and_closed_up_its_numbers_stays_in_step() -> None:
    short = (ARABIC[0], paragraph("2", ARABIC[2].text, acts=[("يلاحظ", "note")]))
    text = align([reading("ar", *short), reading("en", *ENGLISH)])
    assert [sorted(passage.versions) for passage in text.passages] == [["ar", "en"], ["en"], ["ar", "en"]]
    assert text.base == "en"
    assert [(one.kind, one.code, one.values["ar"]) for one in text.differences] == [
        ("paragraph_missing", "XYZ/RES/7/2", ())
    ]


def test_an_act_only_one_version_holds_is_coded_after_the_base_versions_own() -> None:
    lone = paragraph("1", "Urges and notes the parties;", acts=[("Urges", "urge"), ("notes", "note")])
    twin = paragraph("1", "يرحب ويحث ويلاحظ", acts=[("يرحب", "welcome"), ("يحث", "urge"), ("يلاحظ", "note")])
    text = align([reading("en", lone), reading("ar", twin)])
    assert [act.code[-1] for _, act in text.acts] == ["c", "a", "b"]


def test_a_text_without_a_symbol_is_named_after_its_file_and_says_so() -> None:
    text = align([reading("en", *ENGLISH, symbol=None, file="Final communique.docx")])
    assert (text.symbol, text.symbol_stated) == ("Final communique", False)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (reading("en", *ENGLISH), reading("en", *ENGLISH), "same_language_twice"),
        (reading("en", *ENGLISH), reading("ar", *ARABIC, symbol="XYZ/RES/8"), "symbols_differ"),
    ],
)
def test_what_is_not_one_document_is_refused(one, other, why: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotOneDocument) as refused:
        align([one, other])
    assert refused.value.problem.kind == why


def test_symbols_that_differ_by_the_ending_of_their_language_are_one() -> None:
    align([reading("en", *ENGLISH, symbol="XYZ/RES/7/EN"), reading("ar", *ARABIC, symbol="XYZ/RES/7/AR")])


def test_texts_without_symbols_that_hardly_meet_are_refused() -> None:
    other = [
        paragraph(
            str(n), f"يدين أعمال العنف التي وقعت في سنة {1980 + n} في المدينة", acts=[("يدين", "condemn")]
        )
        for n in range(1, 4)
    ]
    with pytest.raises(NotOneDocument) as refused:
        align([reading("en", *ENGLISH, symbol=None), reading("ar", *other, symbol=None)])
    assert refused.value.problem.kind == "contents_differ"
