"""One value, one sequence of bytes."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutabaa.register import Assertion, NotAnAssertion
from mutabaa.register.canonical import NotCanonical, canonical
from mutabaa.vocabulary.dates import PartialDate

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_read_back_and_written_the_same_again(value: object) -> None:
    written = canonical(value)
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written


def test_letters_marks_and_controls_are_written_as_rfc_8785_says() -> None:
    # Arabic with its tanwin stays as it is; line ends and controls have one escape each; "/" and DEL have none.
    assert canonical('تاسعاً\n\x1f"\\/\x7f€').decode() == '"تاسعاً\\n\\u001f\\"\\\\/\x7f€"'


@pytest.mark.parametrize(
    "value", [1.5, float("nan"), 2**53, {"A": 1}, {1: 2}, {"é": 1}, b"x", "\ud800", {"a": {1}}]
)
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)  # type: ignore[arg-type]


INSTANTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
DATES = st.builds(PartialDate, year=st.integers(1, 9999), month=st.none() | st.integers(1, 12))


@given(VALUES, INSTANTS, st.none() | DATES, WORDS)
def test_an_assertion_comes_back_from_its_bytes(
    value: object, at: datetime, on: PartialDate | None, passage: str
) -> None:
    one = Assertion(
        subject="S/1",
        says="note",
        value=value,
        stated_by="A",
        recorded_at=at,
        effective_on=on,
        passage=passage,
    )
    assert Assertion.from_bytes(one.to_bytes()) == one


def test_an_instant_of_another_zone_is_not_taken() -> None:
    with pytest.raises(NotAnAssertion):
        Assertion(
            subject="S/1",
            says="note",
            value="x",
            stated_by="A",
            recorded_at=datetime(2022, 1, 1, tzinfo=timezone(timedelta(hours=3))),
        )


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"form":9}', b"\xff", b'{"form":1,"subject":"x"}'])
def test_bytes_that_are_no_assertion_are_refused(content: bytes) -> None:
    with pytest.raises(NotAnAssertion):
        Assertion.from_bytes(content)
