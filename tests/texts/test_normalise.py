"""Folding makes a copy that is easy to match, and every place in it leads back to the original."""

import time

from hypothesis import given
from hypothesis import strategies as st

from mutabaa.texts.normalise import fold

_TROUBLE = st.text(
    st.one_of(
        st.sampled_from(
            "أإآٱىةـًٌٍَُِّْٰ٠١٩۰۹\u200f\u202b\u2069\ufeff\u00ad\u00a0\u2009’“”‑ﻻﷲﷺﰟﹷﬁ№！"
            "ée\u0301ا\u0653و\u0654²½abc .\n\r\f"
        ),
        st.characters(),
    )
)


@given(_TROUBLE)
def test_any_text_is_folded_and_every_offset_comes_back(text: str) -> None:
    folded = fold(text)
    places = [folded.origin(i) for i in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
    assert all(0 <= place < len(text) for place in places[:-1])
    for i in range(len(folded.text)):
        start, end = folded.back(i, i + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[i] in fold(text[start:end]).text


@given(_TROUBLE)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(_TROUBLE, st.data())
def test_a_span_leads_back_to_words_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.back(start, end)
    assert first <= last
    assert folded.text[start:end] in fold(text[first:last]).text


def test_what_needs_no_folding_keeps_its_offsets_without_a_table() -> None:
    folded = fold("Décide d’examiner la question")
    assert folded.text == "Décide d'examiner la question"
    assert folded.back(7, 10) == (7, 10)
    assert folded._here == ()


# The tanwin belongs to the word: a quotation that ends with the word takes it along.
def test_a_vowelled_word_is_found_bare_and_quoted_vowelled() -> None:
    text = "رَحَّبَ الاجتماعُ مُجدَّداً بالاتفاق"
    folded = fold(text)
    at = folded.text.index("مجددا")
    start, end = folded.back(at, at + 5)
    assert text[start:end] == "مُجدَّداً"


def test_variants_of_one_letter_or_digit_become_one() -> None:
    assert fold("أإآٱ ى ة ١٤ ۱۴ كتـــاب").text == "اااا ي ه 14 14 كتاب"


def test_presentation_forms_read_as_plain_letters() -> None:
    assert fold("ﺍﻟﻤﺎﺩﺓ ﻻ ﷲ ﬁn").text == "الماده لا الله fin"


def test_decomposed_letters_read_as_composed_ones() -> None:
    folded = fold("Re\u0301affirme a\u0300 nouveau")
    assert folded.text == "Réaffirme à nouveau"
    assert folded.back(0, 9) == (0, 10)


def test_a_note_reference_does_not_become_part_of_the_number() -> None:
    assert fold("resolution 2374² (2017)").text == "resolution 2374² (2017)"


def test_folding_keeps_up_with_reading() -> None:
    text = "وإذ يؤكد أنّ على الأطراف المالية تنفيذ الاتفاق دون إبطاء (٢٠١٧)، \n" * 20_000
    began = time.perf_counter()
    fold(text)
    assert len(text.encode()) / (time.perf_counter() - began) > 5_000_000
