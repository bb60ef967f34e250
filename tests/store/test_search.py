"""The index of words: the same after rebuilding, found under each stem, and nothing typed is wrong."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register.said import said

from mutabaa.register import EVERYTHING
from mutabaa.register.sight import PUBLIC
from mutabaa.store import meaning
from mutabaa.store.search_query import understood
from mutabaa.store.search_table import matches
from mutabaa.store.search_words import forms, words_of
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring import Register

CODE = "SAMPLE/1/4"
TEXTS = {
    "ar": "ودعا إلى إنهاء المواجهات في كيدال، وإيفادِ بعثةٍ مشتركة للأمين العام",
    "en": "It called for an end to confrontations in Kidal and the dispatch of joint missions",
    "fr": "Il a appelé à mettre fin aux affrontements à Kidal et à l'envoi d'une mission conjointe",
}


def recorded(register: Register) -> Register:
    register.record(
        lambda at: [
            replace(said(CODE, "wording", {"language": language, "text": text}), recorded_at=at)
            for language, text in TEXTS.items()
        ]
    )
    return register


def languages(register: Register, query: str) -> list[str]:
    moment = Moment(as_at=date.max, known_by=register.now())
    return sorted(one.language for one in matches(understood(query), moment, EVERYTHING)[0])


def test_who_does_not_see_a_text_is_not_told_that_it_waits_to_be_found_by_meaning(register: Register) -> None:
    secret = said(CODE, "note", "a word in confidence", marking="confidential")
    register.record(lambda at: [replace(secret, recorded_at=at)])
    assert (meaning.lacking(PUBLIC), meaning.lacking(EVERYTHING)) == (0, 1)


def test_vectors_made_meanwhile_leave_a_search_that_is_under_way_alone(register: Register) -> None:
    def made(row: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO current_meaning (id, number, vector) VALUES (%s, 0, %s)",
                [row, bytes([1] * meaning.WIDTH)],
            )

    made(1)
    held = meaning._vectors()
    made(2)
    assert (list(meaning._vectors().rows), list(held.rows), len(held.norms)) == ([1, 2], [1], 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        # A name finds its paragraph in each language version, whichever language it is asked in.
        ("كيدال", ["ar", "en", "fr"]),
        ("KIDAL", ["ar", "en", "fr"]),
        # Preposition and article joined to the word; vowel signs in the text.
        ("الأمين", ["ar"]),
        ("البعثة", ["ar"]),
        ("ايفاد", ["ar"]),
        # Plurals and an elided article.
        ("mission -conjointe", ["en"]),
        ("envoi", ["fr"]),
        # A phrase is words one after another.
        ('"joint missions"', ["en"]),
        ('"missions joint"', []),
        ("envoi OR dispatch", ["en", "fr"]),
        ("kidal nowhere", []),
        ("-Kidal", []),
    ],
)
def test_what_is_asked_is_found(register: Register, query: str, found: list[str]) -> None:
    assert languages(recorded(register), query) == found


def test_the_index_is_the_same_after_rebuilding(register: Register) -> None:
    recorded(register)
    before = register.computed()
    register.rebuild()
    assert register.computed() == before
    assert languages(register, "كيدال") == ["ar", "en", "fr"]


def test_what_was_corrected_is_found_only_where_it_was_still_known(register: Register) -> None:
    entry, *_ = register.record(lambda at: [replace(said(CODE, "note", "a lighthouse"), recorded_at=at)])
    before = Moment(as_at=date.max, known_by=entry.assertion.recorded_at)
    register.record(
        lambda at: [replace(said(CODE, "note", "a harbour"), recorded_at=at, corrects=entry.name)]
    )
    assert languages(register, "lighthouse") == []
    assert len(matches(understood("lighthouse"), before, EVERYTHING)[0]) == 1


@given(st.text() | st.text(alphabet="\"'-()*:^&|!<> ORأوو{}[]a\0"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_nothing_that_is_typed_is_wrong(register: Register, asked: str) -> None:
    assert isinstance(languages(register, asked), list)


@given(st.text())
def test_a_word_stands_where_it_is_said_to_stand(text: str) -> None:
    for word in words_of(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.forms == forms(word.plain)


def test_any_text_can_be_indexed(register: Register) -> None:
    # What no database likes: a quote, a backslash, a very long word, signs alone, letters beyond the first plane.
    for text in ("it's \\ 'x'", "a" * 5000, "… —", "𝒳 ﷺ ½ ² Ⅷ ߀", "و" * 300, "x " * 20_000):
        register.record(lambda at, text=text: [replace(said(CODE, "note", text), recorded_at=at)])  # type: ignore[misc]
    before = register.computed()
    register.rebuild()
    assert register.computed() == before
