"""Dates as three languages write them, in the text as it would stand in a document."""

import pytest

from mutabaa.reading.dates import find_dates, read_date
from mutabaa.reading.periods import periods
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate, from_hijri


def dates(text: str, language: Language) -> list[str]:
    return [date.iso for date in find_dates(fold(text).text.lower(), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the deadline of 3 May 2021 and June 2022", "en", ["2021-05-03", "2022-06"]),
        ("signed on September 20, 2017 at Headquarters", "en", ["2017-09-20"]),
        ("held from 13 to 17 April 2026", "en", ["2026-04-13/2026-04-17"]),
        ("consultations on 27–31 March 2023", "en", ["2023-03-27/2023-03-31"]),
        ("le 1er mars 2021, puis en février 2022", "fr", ["2021-03-01", "2022-02"]),
        ("du 30 janvier au 2 février 2024", "fr", ["2024-01-30/2024-02-02"]),
        ("في 3 أيار/مايو 2021", "ar", ["2021-05-03"]),
        # The month of the Levant in brackets, the day in words, "of the year".
        ("في السابع عشر من نوفمبر (تشرين الثاني) لعام 1973", "ar", ["1973-11-17"]),
        # Arabic-Indic digits, and a month of the Maghreb.
        ("يوم ٥ شتنبر ٢٠١٩", "ar", ["2019-09-05"]),
    ],
)
def test_dates_are_read_as_each_language_writes_them(
    text: str, language: Language, expected: list[str]
) -> None:
    assert dates(text, language) == expected


def test_days_of_one_month_are_one_meeting_and_days_of_two_months_are_two_dates() -> None:
    assert dates("on 22 and 23 September 2024", "en") == ["2024-09-22/2024-09-23"]
    assert dates("on 30 June 2024 and 15 July 2024", "en") == ["2024-06-30", "2024-07-15"]


def test_a_hijri_date_followed_by_its_gregorian_twin_is_one_date_and_the_second_is_kept() -> None:
    text = fold("عقدت الدورة في 3 و4 شعبان 1440هـ الموافق 8 و9 أبريل 2019م في المدينة").text.lower()
    (date,) = find_dates(text, "ar")
    assert date.iso == "2019-04-08/2019-04-09" and date.hijri
    assert text[date.start : date.end].startswith("3 و4 شعبان")


def test_a_hijri_date_alone_is_turned_into_the_gregorian_calendar() -> None:
    assert dates("صدر في 1 محرم 1445هـ", "ar") == ["2023-07-19"]
    assert str(from_hijri(1445, 1)) == "2023-07"
    assert from_hijri(1200, 1, 1) is None


def test_what_the_calendar_does_not_have_is_no_date() -> None:
    assert dates("on 31 February 2021", "en") == []
    assert dates("resolution 2374 (2017) may be read in 2018", "en") == []


def test_a_part_of_a_year_keeps_the_precision_of_the_year() -> None:
    assert read_date("the end of 2026", "en") == "2026"
    assert read_date("fin mars 2025", "fr") == "2025-03"
    assert read_date("النصف الثاني من عام 2025", "ar") == "2025"
    assert read_date("the next session", "en") is None


@pytest.mark.parametrize(
    ("words", "language", "iso"),
    [
        ("sixty (60) days", "en", "P60D"),
        ("six-month", "en", "P6M"),
        ("a further year", "en", "P1Y"),
        ("72 hours", "en", "PT72H"),
        ("quinze jours", "fr", "P15D"),
        ("un an", "fr", "P1Y"),
        ("شهرين", "ar", "P2M"),
        ("اثني عشر شهرا", "ar", "P12M"),
        ("سنه واحده", "ar", "P1Y"),
    ],
)
def test_periods_become_iso_durations(words: str, language: Language, iso: str) -> None:
    assert periods(language).iso(words) == iso


def test_a_partial_date_knows_the_days_it_may_mean_and_refuses_what_is_none() -> None:
    assert PartialDate.from_iso("2024-02").last_day.day == 29
    assert PartialDate.from_iso("2026").first_day.month == 1
    for wrong in ("2024-13", "17 May", "2024-02-30"):
        with pytest.raises(ValueError):
            PartialDate.from_iso(wrong)
    with pytest.raises(ValueError):
        PartialDate(year=2024, day=3)
