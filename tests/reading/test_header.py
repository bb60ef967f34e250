"""What a document says about itself: each fact with its words and the rule that found it, or nothing."""

import pytest
from tests.reading.test_structure import ARABIC, FRENCH, RESOLUTION
from tests.reading.written import written

from mutabaa.reading.header import Header, header_of
from mutabaa.reading.structure import passages_of
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import Language


def header(text: str, language: Language, name: str = "text.txt") -> Header:
    document = written(text, name)
    return header_of(document, passages_of(document)[0], language)


def values(found: Header) -> dict[str, str | None]:
    facts = ("body", "symbol", "kind", "place", "date", "meeting")
    return {name: fact.value if (fact := getattr(found, name)) else None for name in facts}


@pytest.mark.parametrize(
    ("text", "language", "meeting"),
    [(RESOLUTION, "en", "9999th meeting"), (ARABIC, "ar", "جلسته 9999"), (FRENCH, "fr", "9999e séance")],
)
def test_a_resolution_says_the_same_of_itself_in_every_language(
    text: str, language: Language, meeting: str
) -> None:
    assert values(header(text, language)) == {
        "body": "un/sc",
        "symbol": "S/RES/9001 (2031)",
        "kind": "resolution",
        "place": None,
        "date": "2031-05-03",
        "meeting": meeting,
    }


REPORT = """منظمة التعاون الإسلامي
OIC/LAKE-2031/REP
تقرير
اجتماع فريق الاتصال المعني بالبحيرة الذي انعقد على هامش الدورة السنوية
جدة، 3 مايو 2031
اجتمع فريق الاتصال المعني بالبحيرة يوم 3 مايو 2031 واستعرض آخر التطورات في المنطقة واستمع إلى إحاطة من رئيسه.
واتفق الاجتماع بعد مداولات بشأن مياه البحيرة على ما يلي:
أولاً: رحب الاجتماع بالتقدم المحرز."""


def test_the_title_block_of_a_report() -> None:
    found = header(REPORT, "ar")
    assert values(found) == {
        "body": "oic",
        "symbol": "OIC/LAKE-2031/REP",
        "kind": "report",
        "place": "جدة",
        "date": "2031-05-03",
        "meeting": "اجتماع فريق الاتصال المعني بالبحيرة",
    }
    assert found.title is not None and found.title.value.startswith("اجتماع فريق الاتصال")


def test_every_fact_quotes_words_of_the_document() -> None:
    found = header(REPORT, "ar")
    for fact in (found.body, found.symbol, found.title, found.kind, found.place, found.date, found.meeting):
        assert fact is not None and fact.quote is not None and fact.rule
        assert REPORT[fact.quote.start : fact.quote.end] == fact.quote.text


def test_what_is_not_stated_is_none() -> None:
    found = header("1. Takes note of the report;\n2. Decides to meet again.", "en")
    assert values(found) == dict.fromkeys(("body", "symbol", "kind", "place", "date", "meeting"))


def test_a_date_within_the_paragraphs_is_not_the_documents() -> None:
    assert (
        header("The Council,\n1. Recalls its decision of 3 May 2031;\n2. Decides to meet again.", "en").date
        is None
    )


def test_the_date_of_adoption_goes_before_the_date_of_issue() -> None:
    text = (
        "Distr.: General\n9 June 2031\nResolution adopted by the General Assembly on 3 May 2031\n99/7. The lake\n"
        + ("The General Assembly,\nRecalling its resolutions,\n1. Decides to meet again.")
    )
    found = header(text, "en")
    assert found.date is not None and (found.date.value, found.date.rule) == (
        "2031-05-03",
        "date of adoption",
    )
    assert found.symbol is not None and found.symbol.value == "A/RES/99/7"
    assert found.title is not None and found.title.value == "The lake"


def test_a_meeting_of_several_days_gives_the_month_alone() -> None:
    found = header(
        "Council of the League of Arab States\nCairo, 11-15 September 2031\n1. Decides to meet again.", "en"
    )
    assert found.date is not None and found.date.value == "2031-09"
    assert found.body is not None and found.body.value == "las/council"


def test_a_place_is_read_only_beside_the_date() -> None:
    met = "The Contact Group of the OIC met in Accra, Ghana, on 3 May 2031 to look at the wells in Atlantis."
    found = header(
        met
        + "\nThe Meeting agreed on the following, after it had heard all its members:\n1. The Meeting thanked all.",
        "en",
    )
    assert found.place is not None and found.place.value == "Accra, Ghana"
    silent = header(met.replace("in Accra, Ghana, ", "") + "\n1. The Meeting thanked all.", "en")
    assert silent.place is None


def test_a_symbol_from_the_files_name_is_declared_as_such() -> None:
    text = "Resolution adopted by the General Assembly on 3 May 2031\nThe lake\nThe General Assembly,\n1. Decides all."
    found = header(text, "en", name="A_RES_99_7_en.txt")
    assert found.symbol is not None and found.symbol.value == "A/RES/99/7" and found.symbol.quote is None
    assert [concern.kind for concern in found.concerns] == ["symbol_from_file_name"]
    assert header(text, "en", name="minutes of the lake.txt").symbol is None


def test_a_printed_symbol_is_kept_against_the_files_name_and_the_difference_heard() -> None:
    found = header(RESOLUTION, "en", name="S_RES_9010_en.txt")
    assert found.symbol is not None and found.symbol.value == "S/RES/9001 (2031)"
    assert [concern.kind for concern in found.concerns] == ["symbol_not_as_file_name"]


def test_the_running_head_gives_the_symbol() -> None:
    body = "\n\n".join(
        f"{n}. Decides to do one more thing for the lake and its neighbours;" for n in range(1, 9)
    )
    cut = body.replace("\n\n5.", "\n\n1/2\n\f\nA/RES/99/7\n\n5.")
    document: OfficialText = written("The lake\n\nThe General Assembly,\n\n" + cut)
    found = header_of(document, passages_of(document)[0], "en")
    assert found.symbol is not None and found.symbol.value == "A/RES/99/7"


def test_where_a_text_was_found_is_no_title() -> None:
    text = """https://example.org/2012/10/02/resolution-on-boats

Communiqué on the state of the wells around the lake

The Meeting urged all neighbours of the lake to mend their wells before the dry season begins."""
    found = header(text, "en")
    assert found.title is not None
    assert found.title.value == "Communiqué on the state of the wells around the lake"
    assert (values(found)["kind"], values(found)["date"]) == ("communique", None)
