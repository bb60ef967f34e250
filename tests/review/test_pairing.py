"""Laws of laying side by side: nothing is lost, nothing comes twice, nothing changes places."""

from handmade import paragraph, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from mutabaa.review import align
from mutabaa.review.pairing import pair

letters = st.text(alphabet="abcd", max_size=12)


@given(letters, letters)
def test_every_element_is_placed_once_and_in_order(rows: str, columns: str) -> None:
    pairs = pair(rows, columns, lambda one, other: 1.0 if one == other else -1.5, gap=0.5)
    assert [row for row, _ in pairs if row is not None] == list(range(len(rows)))
    assert [column for _, column in pairs if column is not None] == list(range(len(columns)))


@given(letters)
def test_a_sequence_pairs_with_itself(rows: str) -> None:
    assert pair(rows, rows, lambda one, other: 1.0 if one == other else -1.5, gap=0.5) == [
        (place, place) for place in range(len(rows))
    ]


words = st.lists(
    st.sampled_from(["Notes 12", "Urges 2014", "report", "2374 (2017)", "by May"]), min_size=1, max_size=6
)
documents = st.lists(words, max_size=6)


@settings(max_examples=60, deadline=None)
@given(documents, documents, documents)
def test_each_passage_of_each_version_stands_in_one_row_and_rows_keep_their_order(
    english: list[list[str]], arabic: list[list[str]], french: list[list[str]]
) -> None:
    readings = [
        reading(
            language, *[paragraph(str(number), " ".join(text)) for number, text in enumerate(texts, start=1)]
        )
        for language, texts in (("en", english), ("ar", arabic), ("fr", french))
    ]
    text = align(readings)
    for one in readings:
        rows = [row.versions[one.language] for row in text.passages if one.language in row.versions]
        assert tuple(rows) == one.passages
    assert all(row.versions for row in text.passages)
