"""When something is due: the words, the kind and the value, in three languages."""

import pytest

from mutabaa.reading.deadlines import find_deadlines, in_act
from mutabaa.reading.passages import Passage
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate

Found = tuple[str, str, str | None]


def paragraph(text: str) -> Passage:
    return Passage(
        kind="operative", start=0, end=len(text), text=text, segments=((0, 0),), rule="a test's own"
    )


def deadlines(text: str, language: Language) -> list[Found]:
    return [(d.quote.text, d.kind, d.value) for d in find_deadlines(paragraph(text), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Extends the mandate of the mission until 30 September 2024;",
            "en",
            ("until 30 September 2024", "date", "2024-09-30"),
        ),
        (
            "Requests a report no later than March 2025;",
            "en",
            ("no later than March 2025", "date", "2025-03"),
        ),
        ("Invites States to join by the end of 2026;", "en", ("by the end of 2026", "date", "2026")),
        (
            "Proroge le mandat de la mission jusqu’au 30 septembre 2024 ;",
            "fr",
            ("jusqu’au 30 septembre 2024", "date", "2024-09-30"),
        ),
        ("Demande un rapport d’ici à la fin de 2026 ;", "fr", ("d’ici à la fin de 2026", "date", "2026")),
        (
            "يمدد ولاية البعثة حتى 30 أيلول/سبتمبر 2024؛",
            "ar",
            ("حتى 30 أيلول/سبتمبر 2024", "date", "2024-09-30"),
        ),
        (
            "يطلب تقديم تقرير في موعد أقصاه آذار/مارس 2025؛",
            "ar",
            ("في موعد أقصاه آذار/مارس 2025", "date", "2025-03"),
        ),
    ],
)
def test_a_limit_is_quoted_with_its_preposition(text: str, language: Language, expected: Found) -> None:
    assert deadlines(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Requests an answer within sixty days;", "en", ("within sixty days", "duration", "P60D")),
        (
            "Extends for a further period of six months the authorization;",
            "en",
            ("for a further period of six months", "duration", "P6M"),
        ),
        (
            "Proroge pour une période d’un an renouvelable le mandat ;",
            "fr",
            ("pour une période d’un an renouvelable", "duration", "P1Y"),
        ),
        (
            "Demande une réponse dans un délai de 30 jours ;",
            "fr",
            ("dans un délai de 30 jours", "duration", "P30D"),
        ),
        (
            "يمدد الولاية لفترة إضافية مدتها ستة أشهر؛",
            "ar",
            ("لفترة إضافية مدتها ستة أشهر", "duration", "P6M"),
        ),
        ("يطلب الرد في غضون أسبوعين؛", "ar", ("في غضون أسبوعين", "duration", "P2W")),
    ],
)
def test_a_period_has_an_iso_duration(text: str, language: Language, expected: Found) -> None:
    assert deadlines(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("to report every six months;", "en", ("every six months", "recurring", "R/P6M")),
        ("to report annually to the Council;", "en", ("annually", "recurring", "R/P1Y")),
        ("to celebrate annually on 22 May the day;", "en", ("annually on 22 May", "recurring", "R/P1Y")),
        ("to report regularly;", "en", ("regularly", "recurring", None)),
        ("de lui faire rapport tous les trois mois ;", "fr", ("tous les trois mois", "recurring", "R/P3M")),
        ("de se réunir deux fois par an ;", "fr", ("deux fois par an", "recurring", "R/P6M")),
        ("أن يقدم تقريرا كل ستة أشهر؛", "ar", ("كل ستة أشهر", "recurring", "R/P6M")),
        # Only the adjective says how often.
        ("أن يواصل تقديم تقارير سنوية إلى الاجتماع؛", "ar", ("سنوية", "recurring", "R/P1Y")),
    ],
)
def test_what_comes_again_has_an_interval_when_it_says_one(
    text: str, language: Language, expected: Found
) -> None:
    assert deadlines(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Requests him to report to the Assembly at its eighty-second session;",
            "en",
            ("at its eighty-second session", "event", None),
        ),
        (
            "de lui faire rapport à sa soixante-dix-neuvième session ;",
            "fr",
            ("à sa soixante-dix-neuvième session", "event", None),
        ),
        ("أن يقدم تقريرا في دورتها الثانية والثمانين؛", "ar", ("في دورتها الثانية والثمانين", "event", None)),
        ("to provide assistance, upon request, to States;", "en", ("upon request", "event", None)),
        (
            "to conclude it before the end of the transitional period;",
            "en",
            ("before the end of the transitional period", "event", None),
        ),
        # The session says when it will be held.
        (
            "to consider it at its ninth session, to be held from 2 to 6 March 2026, and to decide;",
            "en",
            ("at its ninth session, to be held from 2 to 6 March 2026", "event", "2026-03-02/2026-03-06"),
        ),
    ],
)
def test_a_session_or_an_event_is_a_deadline_without_a_date_of_its_own(
    text: str, language: Language, expected: Found
) -> None:
    assert deadlines(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("to cease immediately all hostilities;", "en", "immediately"),
        ("to speed up the process;", "en", "speed up"),
        ("de lui signaler sans délai tout incident ;", "fr", "sans délai"),
        ("على الإسراع بإيفاد الفريق؛", "ar", "الإسراع"),
        # ل and ال grow together.
        ("دعا إلى اتخاذ خطوات للتعجيل بالعمل دون إبطاء؛", "ar", "للتعجيل"),
    ],
)
def test_urgency_is_open(text: str, language: Language, words: str) -> None:
    kind = {(found[0], found[1], found[2]) for found in deadlines(text, language)}
    assert any(quote in words and what == "open" and value is None for quote, what, value in kind)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Recalls the declaration adopted on 14 May 2019 in the letter of 3 June 2020;", "en"),
        ("Welcomes the outcome of the conference held in Amman in 2018;", "en"),
        ("dans sa lettre du 3 juin 2020 (S/2020/500) et sa résolution du 14 mai 2019 ;", "fr"),
        ("في رسالته المؤرخة 3 حزيران/يونيه 2020 وفي الاجتماع المعقود في عمان؛", "ar"),
        # Emergencies, access and daily press releases have no date.
        ("de faire face aux situations d’urgence ;", "fr"),
        ("to issue daily press releases in six languages;", "en"),
        ("شعب الإقليم هو في نهاية المطاف صاحب الحق؛", "ar"),
        ("دعا إلى الإسهام في برنامج التنمية؛", "ar"),
    ],
)
def test_what_was_and_what_only_looks_like_a_deadline_is_none(text: str, language: Language) -> None:
    assert deadlines(text, language) == []


def test_urgency_counts_only_where_it_heads_the_action() -> None:
    text = (
        "Encourages States to share data and to widen access, including through the acceleration of reforms;"
    )
    passage = paragraph(text)
    action = passage.quote(text.index("share"), len(text) - 1)
    assert in_act(find_deadlines(passage, "en"), 0, len(text), action) == ()
    text = "Urges the parties to accelerate the reforms;"
    passage = paragraph(text)
    action = passage.quote(text.index("accelerate"), len(text) - 1)
    assert [d.quote.text for d in in_act(find_deadlines(passage, "en"), 0, len(text), action)] == [
        "accelerate"
    ]


def test_the_date_of_a_meeting_comes_before_its_length() -> None:
    text = "Decides to convene a meeting for two weeks in 2031;"
    passage = paragraph(text)
    action = passage.quote(text.index("convene"), len(text) - 1)
    chosen = in_act(find_deadlines(passage, "en"), 0, len(text), action)
    assert [deadline.value for deadline in chosen] == ["2031", "P2W"]


def test_a_date_before_the_text_was_adopted_is_no_deadline() -> None:
    text = "Requests the Panel to report on the programme to be completed by 2015 no later than 1 May 2024;"
    passage = paragraph(text)
    action = passage.quote(text.index("report"), len(text) - 1)
    chosen = in_act(
        find_deadlines(passage, "en"), 0, len(text), action, adopted=PartialDate(year=2023, month=6)
    )
    assert [deadline.value for deadline in chosen] == ["2024-05-01"]


def test_places_are_those_of_the_text_as_published() -> None:
    """A line joined in the flowing text keeps the way back."""
    text = "to report within sixty days;"
    passage = Passage(
        kind="operative", start=0, end=60, text=text, segments=((0, 10), (17, 30)), rule="a test's own"
    )
    (deadline,) = find_deadlines(passage, "en")
    assert (deadline.quote.start, deadline.quote.end) == (20, 40)
