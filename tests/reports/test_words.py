"""The words of the report in three languages: the same keys, the same places to fill, plurals and dates as written."""

import tomllib
from importlib.resources import files
from string import Formatter
from typing import Any, get_args

import pytest

from mutabaa.reports.wording import Labels, wording
from mutabaa.review import DifferenceKind, Severity
from mutabaa.vocabulary import ACT_CLASSES, LANGUAGES, Language, kind_of
from mutabaa.vocabulary.names import official_name


def tables(language: str) -> dict[str, Any]:
    return tomllib.loads(
        files("mutabaa.reports").joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    )


def flat(table: dict[str, Any], before: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{before}{key}"
        found.update(flat(value, f"{name}.") if isinstance(value, dict) else {name: value})
    return found


def places(words: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(words) if place is not None}


@pytest.mark.parametrize("language", ["arabic", "french"])
def test_the_three_files_hold_the_same_keys_and_the_same_places_to_fill(language: str) -> None:
    left_out = ("counts.", "addressees.")
    ours = {key: value for key, value in flat(tables(language)).items() if not key.startswith(left_out)}
    english = {key: value for key, value in flat(tables("english")).items() if not key.startswith(left_out)}
    assert ours.keys() == english.keys()
    for key, words in ours.items():
        if isinstance(words, str):
            assert places(words) == places(english[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_a_report_may_meet_has_words(language: Language) -> None:
    words = wording(language)
    assert all(words.text(f"acts.{act}") and words.text(f"kinds.{kind_of(act)}") for act in ACT_CLASSES)
    assert all(words.text(f"differences.{kind}") for kind in get_args(DifferenceKind))
    assert all(words.text(f"differences.severity_{severity}") for severity in get_args(Severity))


def test_every_body_the_reader_knows_has_its_official_name() -> None:
    known = tomllib.loads(
        files("mutabaa.reading").joinpath("phrasebooks", "english", "header.toml").read_text(encoding="utf-8")
    )["bodies"]
    for language in LANGUAGES:
        named = {
            body
            for body in known
            if wording(language).knows(f"bodies.{body}") or official_name(body, language)
        }
        assert set(known) - named == set()


def test_arabic_counts_by_the_form_its_grammar_asks_for() -> None:
    counted = {n: wording("ar").count("commitment", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103)}
    assert counted == {
        0: "لا التزامات",
        1: "التزام واحد",
        2: "التزامان",
        3: "3 التزامات",
        10: "10 التزامات",
        11: "11 التزاماً",
        99: "99 التزاماً",
        100: "100 التزام",
        103: "103 التزامات",
    }


def test_french_counts_none_in_the_singular_and_english_in_the_plural() -> None:
    assert wording("fr").count("act", 0) == "0 acte"
    assert wording("en").count("act", 0) == "0 acts"


def test_a_date_is_written_as_the_united_nations_write_it() -> None:
    assert wording("ar").calendar.write("2017-09-20") == "20 أيلول/سبتمبر 2017"
    assert wording("fr").calendar.write("2018-03-01") == "1er mars 2018"
    assert wording("en").calendar.write("2018-03-01") == "1 March 2018"


def test_a_partial_date_stays_partial() -> None:
    calendar = wording("en").calendar
    assert [calendar.write(value) for value in ("2026", "2014-05", "--07-14")] == [
        "2026",
        "May 2014",
        "14 July",
    ]


def test_a_period_is_written_with_its_plural() -> None:
    assert wording("ar").calendar.period("P60D") == "60 يوماً"
    assert wording("fr").calendar.period("R/P6M") == "6 mois"
    assert wording("en").calendar.period("P1Y") == "1 year"


def test_labels_in_several_languages_stand_one_under_the_other() -> None:
    heading = Labels(("ar", "fr"))("columns.addressee")
    assert [(sentence.language, sentence.text) for sentence in heading] == [
        ("ar", "الجهة المخاطبة"),
        ("fr", "Destinataire"),
    ]
