"""Which language a text and its passages are written in."""

from tests.reading.test_structure import ARABIC, FRENCH, RESOLUTION

from mutabaa.reading.language import language_of, languages_of, passage_language


def test_each_language_is_known_by_its_script_or_its_commonest_words() -> None:
    assert [languages_of(text.split("\n"))[0] for text in (ARABIC, RESOLUTION, FRENCH)] == ["ar", "en", "fr"]


def test_a_text_that_mixes_languages_names_them_all() -> None:
    assert languages_of((ARABIC + "\n" + FRENCH + "\n" + FRENCH).split("\n")) == ("fr", ("fr", "ar"))


def test_a_bare_symbol_has_the_language_of_its_document() -> None:
    assert language_of("S/RES/2374 (2017)") is None
    assert passage_language("S/RES/2374 (2017)", "fr") == "fr"


def test_an_arabic_sentence_with_a_latin_symbol_is_arabic() -> None:
    assert passage_language("يرحب بالقرار S/RES/2374 (2017)", "en") == "ar"
