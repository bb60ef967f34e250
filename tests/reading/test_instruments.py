"""What a paragraph cites: numbers, symbols, titles, decisions of sessions, reports; each once, with its symbol."""

import pytest

from mutabaa.reading.instruments import find_instruments
from mutabaa.reading.passages import Passage
from mutabaa.vocabulary import Language


def paragraph(text: str) -> Passage:
    return Passage(
        kind="operative", start=0, end=len(text), text=text, segments=((0, 0),), rule="a test's own"
    )


def cited(text: str, language: Language, body: str | None = None) -> list[tuple[str, str | None]]:
    return [(i.quote.text, i.symbol) for i in find_instruments(paragraph(text), language, body)]


def symbols(text: str, language: Language, body: str | None = None) -> list[str | None]:
    return [symbol for _, symbol in cited(text, language, body)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Recalls its resolutions 1701 (2006), 2433 (2018) and 2485 (2019) on Lebanon;", "en"),
        ("Rappelle ses résolutions 1701 (2006), 2433 (2018) et 2485 (2019) sur le Liban ;", "fr"),
        ("يشير إلى قراراته 1701 (2006) و 2433 (2018) و 2485 (2019) بشأن لبنان؛", "ar"),
        # Arabic-Indic digits and no space before the year.
        ("يشير إلى القرارات ١٧٠١(٢٠٠٦) و٢٤٣٣(٢٠١٨) و٢٤٨٥(٢٠١٩)؛", "ar"),
    ],
)
def test_each_resolution_of_a_coordination_is_cited(text: str, language: Language) -> None:
    assert symbols(text, language, "un/sc") == ["S/RES/1701 (2006)", "S/RES/2433 (2018)", "S/RES/2485 (2019)"]


def test_a_single_resolution_is_quoted_with_its_noun_and_without_its_date_or_clitics() -> None:
    assert cited("in line with resolution 2485 (2019) of 29 August 2019,", "en") == [
        ("resolution 2485 (2019)", "S/RES/2485 (2019)")
    ]
    assert cited("عملا بالقرار 2485 (2019) المؤرخ 29 آب/أغسطس 2019،", "ar") == [
        ("القرار 2485 (2019)", "S/RES/2485 (2019)")
    ]
    assert cited("رحب الاجتماع باعتماد المجلس للقرار 2485 (2019)،", "ar") == [
        ("للقرار 2485 (2019)", "S/RES/2485 (2019)")
    ]


@pytest.mark.parametrize(
    ("text", "language", "body", "symbol"),
    [
        ("its resolution 74/3 of 10 October 2019", "en", "un/ga", "A/RES/74/3"),
        ("its resolution 42/3", "en", "un/hrc", "A/HRC/RES/42/3"),
        # Whoever cites it, the number's form or its date tells.
        ("resolution 70/1 of 25 September 2015", "en", None, "A/RES/70/1"),
        ("its resolution 2021/12", "en", "un/ecosoc", "E/RES/2021/12"),
        ("Human Rights Council resolution 31/2", "en", "un/ga", "A/HRC/RES/31/2"),
        ("résolution 31/2 du Conseil des droits de l’homme", "fr", "un/ga", "A/HRC/RES/31/2"),
        ("les résolutions de l’Assemblée générale 60/180", "fr", "un/sc", "A/RES/60/180"),
        ("قرار مجلس حقوق الإنسان 31/2", "ar", "un/ga", "A/HRC/RES/31/2"),
        ("القرار 60/251 الصادر عن الجمعية العامة", "ar", None, "A/RES/60/251"),
        ("resolution 48/12 of 8 October 2021", "en", "un/ga", "A/HRC/RES/48/12"),
        ("its resolution 1803 (XVII)", "en", "un/ga", "A/RES/1803(XVII)"),
        ("قرارها 1803 (د-17)", "ar", "un/ga", "A/RES/1803(XVII)"),
        ("its resolution ES-10/20", "en", "un/ga", "A/RES/ES-10/20"),
        ("قراره دإ-25/1", "ar", "un/hrc", "A/HRC/RES/S-25/1"),
        ("Security Council resolution 2395, and", "en", "un/ga", "S/RES/2395"),
        ("United Nations Environment Assembly resolution 5/14", "en", "un/ga", "UNEP/EA.5/Res.14"),
        # A body whose symbols aren't known has none.
        ("World Health Assembly resolution 70/15", "en", "un/ga", None),
        ("decision 74/544", "en", "un/ga", None),
        ("القرار رقم 3/47 - س (ق.إ)", "ar", "oic", "3/47-س(ق.ا)"),
        ("Resolution No. 5/44-POL", "en", "oic", "5/44-POL"),
    ],
)
def test_a_number_has_the_symbol_of_the_body_that_adopted_it(
    text: str, language: Language, body: str | None, symbol: str | None
) -> None:
    prefix = "وإذ يشير إلى " if language == "ar" else "in accordance with "
    assert symbols(prefix + text, language, body)[:1] == [symbol]


def test_its_after_the_name_of_another_body_is_that_bodys() -> None:
    text = "mandated by the Human Rights Council in its resolution 45/20 to investigate"
    assert symbols(text, "en", "un/sc") == ["A/HRC/RES/45/20"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("the recommendations in his letter of 17 May 2022 (S/2022/410);", "S/2022/410"),
        ("as noted in document A/AC.109/2021/7,", "A/AC.109/2021/7"),
        ("follow-up to communiqué PSC/MIN/COMM.2 (CCCXCVI) of the Council", "PSC/MIN/COMM.2(CCCXCVI)"),
        # One document in two series.
        ("the report (A/72/707-S/2018/43)", "A/72/707"),
        ("decision Assembly/AU/Dec.605(XXVII)", "Assembly/AU/Dec.605(XXVII)"),
    ],
)
def test_printed_symbols_are_cited(text: str, symbol: str) -> None:
    assert symbols(text, "en", "un/sc") == [symbol]


@pytest.mark.parametrize(
    ("text", "language", "titles"),
    [
        (
            "the obligations under the Charter and the Nairobi Protocol on Small Arms of the parties",
            "en",
            ["Charter", "Nairobi Protocol on Small Arms"],
        ),
        # Commas belong to a title only in a list that "and" closes.
        (
            "the Plan of Action to Detect, Deter and Eliminate Piracy, Member States and others",
            "en",
            ["Plan of Action to Detect, Deter and Eliminate Piracy"],
        ),
        ("the implementation of the Ouagadougou Declaration by States", "en", ["Ouagadougou Declaration"]),
        (
            "la mise en œuvre de l’Accord de paix de Bangui par les parties",
            "fr",
            ["Accord de paix de Bangui"],
        ),
        ("les buts de la Charte et du droit international", "fr", ["Charte"]),
        ("تنفيذ اتفاق السلام الموقع في الخرطوم", "ar", ["اتفاق السلام"]),
        ("المبادئ الواردة في إعلان القاهرة وفي الميثاق", "ar", ["إعلان القاهرة", "الميثاق"]),
        # The ceasefire is known by its month.
        (
            "احترام وقف إطلاق النار الذي تم التوصل إليه في أبريل 2019",
            "ar",
            ["وقف إطلاق النار الذي تم التوصل إليه في أبريل 2019"],
        ),
        ("to respect the ceasefire of April 2019", "en", ["ceasefire of April 2019"]),
        (
            "follow-up to the decisions of the fourteenth Islamic Summit",
            "en",
            ["decisions of the fourteenth Islamic Summit"],
        ),
        (
            "متابعة قرارات القمة الإسلامية الرابعة عشرة",
            "ar",
            ["قرارات القمة الإسلامية الرابعة عشرة"],
        ),
        (
            "Takes note of the report of the Secretary-General on the situation in Chad;",
            "en",
            ["report of the Secretary-General on the situation in Chad"],
        ),
        ("يحيط علما بتقرير الأمين العام عن الحالة في تشاد؛", "ar", ["تقرير الأمين العام عن الحالة في تشاد"]),
    ],
)
def test_titles_end_where_the_sentence_goes_on(text: str, language: Language, titles: list[str]) -> None:
    assert [title for title, _ in cited(text, language)] == titles


def test_a_later_short_form_is_the_same_instrument() -> None:
    text = (
        "the Convention on the Rights of the Child and the Optional Protocols to the Convention, "
        "as well as resolution 2427 (2018), and reaffirms resolution 2427 (2018);"
    )
    assert [title for title, _ in cited(text, "en")] == [
        "Convention on the Rights of the Child",
        "Optional Protocols to the Convention",
        "resolution 2427 (2018)",
    ]
    text = "تنفيذ اتفاق السلام والمصالحة في مالي وحث الأطراف الموقعة على الاتفاق على التعاون"
    assert [title for title, _ in cited(text, "ar")] == ["اتفاق السلام والمصالحة في مالي"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in accordance with relevant Security Council resolutions and existing agreements", "en"),
        ("the implementation of the present resolution and of paragraph 4/12 above", "en"),
        (
            "Framework conditions matter; the Convention Secretariat and the Government of National Accord",
            "en",
        ),
        ("conformément aux résolutions pertinentes et à la présente résolution", "fr"),
        ("وفقا لقرارات مجلس الأمن ذات الصلة ولهذا القرار وفي هذا الإطار", "ar"),
        ("الإعلان عن نتائج الاتفاق على ما تقدم", "ar"),
    ],
)
def test_generic_references_are_no_instruments(text: str, language: Language) -> None:
    assert cited(text, language, "un/sc") == []


def test_every_instrument_says_which_rule_found_it() -> None:
    text = "resolution 2100 (2013), S/2013/189 and the Charter of the United Nations"
    rules = [i.rule.split(":")[0] for i in find_instruments(paragraph(text), "en", "un/sc")]
    assert rules == ["number", "symbol", "title"]


def test_the_agreement_that_speaks_of_itself_cites_nothing() -> None:
    for language, text in (
        ("en", "Each Party shall name an officer within ten days of the signature of this Protocol."),
        (
            "fr",
            "Chaque Partie désigne un officier dans les dix jours suivant la signature du présent Protocole.",
        ),
        ("ar", "يعين كل طرف ضابطا في غضون عشرة أيام من توقيع هذا البروتوكول."),
    ):
        assert cited(text, language) == []


def test_a_symbol_in_brackets_belongs_to_the_report_before_it() -> None:
    text = "Takes note of the report of the Secretary-General (A/81/412) and asks for another;"
    assert [symbol for _, symbol in cited(text, "en")] == ["A/81/412"]
    assert cited(text, "en")[0][0].startswith("report of the Secretary-General")


def test_a_ceasefire_is_known_by_where_and_when_it_was_announced() -> None:
    text = "Calls on the groups to respect the ceasefire announced in Tunis in August 2029;"
    assert [words for words, _ in cited(text, "en")] == ["ceasefire announced in Tunis in August 2029"]


def test_an_agreement_keeps_the_name_before_its_date() -> None:
    text = "Urges the parties to carry out the Livingstone Agreement of 3 May 2029;"
    assert [words for words, _ in cited(text, "en")] == ["Livingstone Agreement"]
