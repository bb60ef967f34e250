"""Who and what a paragraph names, by the keys of the reference table."""

import pytest

from mutabaa.reading.mentions import find_mentions
from mutabaa.reading.passages import Passage
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.names import names, official_name


def mentions(text: str, language: Language) -> list[tuple[str, str | None]]:
    passage = Passage(
        kind="operative", start=0, end=len(text), text=text, segments=((0, 0),), rule="a test's own"
    )
    return [(mention.kind, mention.name) for mention in find_mentions(passage, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("calls on the Islamic Development Bank and UNESCO to assist", "en"),
        ("invite la Banque islamique de développement et l’UNESCO à aider", "fr"),
        # ل before the article, و before the next name.
        ("وجه الدعوة للبنك الإسلامي للتنمية واليونسكو", "ar"),
    ],
)
def test_the_same_actors_have_the_same_keys_in_three_languages(text: str, language: Language) -> None:
    assert mentions(text, language) == [("actor", "oic/isdb"), ("actor", "un/unesco")]


def test_an_organization_is_found_under_the_name_it_used_to_bear() -> None:
    assert mentions("thanked ISESCO and ICESCO", "en") == [("actor", "oic/icesco")] * 2
    assert (
        official_name("oic/icesco", "en") == "Islamic World Educational, Scientific and Cultural Organization"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The same five letters: the country, and twice an adjective that only the governing noun tells.
        ("دعم حكومة مالي", [("actor", "state/mli")]),
        ("تقديم المساعدة لمالي", [("actor", "state/mli")]),
        ("المؤسسات المالية وإصلاح نظام مالي شامل", []),
        ("الأطراف المالية الموقعة", []),
    ],
)
def test_mali_is_told_from_money(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text, "ar") == expected


def test_a_state_is_a_place_where_something_happens_in_it() -> None:
    assert mentions("the Government of Chad and events in Chad", "en") == [
        ("actor", "state/tcd"),
        ("place", "state/tcd"),
    ]
    assert mentions("au Tchad", "fr") == [("place", "state/tcd")]


def test_the_longest_name_wins_and_names_are_whole_words() -> None:
    assert mentions("Guinea-Bissau, Nigeria and Equatorial Guinea", "en") == [
        ("actor", "state/gnb"),
        ("actor", "state/nga"),
        ("actor", "state/gnq"),
    ]
    assert mentions("Nigerien, Malian and Chadian", "en") == []


def test_mechanisms_places_and_dates_are_named() -> None:
    assert mentions("joint patrols began in Gao on 3 May 2016 under the trust fund", "en") == [
        ("mechanism", "mechanism/joint_patrols"),
        ("place", "place/mali/gao"),
        ("date", "2016-05-03"),
        ("mechanism", "mechanism/trust_fund"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_an_official_name_in_every_language(language: Language) -> None:
    keys = {name.key for other in LANGUAGES for name in names(other)}
    assert sorted(key for key in keys if official_name(key, language) is None) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_for_two_things(language: Language) -> None:
    by_text: dict[str, set[str]] = {}
    for name in names(language):
        by_text.setdefault(name.text, set()).add(name.key)
    assert {text: keys for text, keys in by_text.items() if len(keys) > 1} == {}
