"""Markdown gives the words a reader sees; its mark-up becomes marks."""

from hypothesis import given
from hypothesis import strategies as st

from mutabaa.texts import OfficialText, open_text
from mutabaa.texts.markdown import parse_markdown


def _open(text: str) -> OfficialText:
    return open_text(text.encode(), name="report.md")


def _marked(official: OfficialText, kind: str) -> list[tuple[str, str]]:
    return [(official.text[m.start : m.end], m.value) for m in official.marks if m.kind == kind]


def test_no_mark_up_is_left_in_the_text() -> None:
    official = _open(
        "# Report\n\n**First:** The *Meeting* thanked [the host](http://example.org).\n\n---\n\n> Done \\*.\n"
    )
    assert official.text == "Report\n\nFirst: The Meeting thanked the host.\n\nDone *."
    assert _marked(official, "heading") == [("Report", "1")]
    assert _marked(official, "emphasis") == [("First:", ""), ("Meeting", "")]


# CommonMark doesn't see the end of emphasis between a colon and a letter; a reader of the page does.
def test_emphasis_that_ends_in_punctuation_leaves_no_stars() -> None:
    assert _open("**أولاً:**رحب الاجتماع بالتقرير.").text == "أولاً:رحب الاجتماع بالتقرير."


def test_list_numbers_stand_in_the_text_as_written() -> None:
    official = _open("3. Decides;\n4. Requests:\n\n   a) nothing;\n\n- Thanks.\n")
    assert official.text.startswith("3. Decides;\n\n4. Requests:")
    assert "• Thanks." in official.text
    assert ("3. Decides;", "1") in _marked(official, "list_item")


def test_a_hard_break_is_a_line_and_a_soft_one_a_space() -> None:
    assert _open("Meeting of  \nthe Group\non Water\n").text == "Meeting of\nthe Group on Water"


def test_a_table_keeps_its_cells_apart() -> None:
    official = _open("| State | Boats |\n|---|---|\n| Sumba | 4 |\n")
    assert official.text == "State\tBoats\nSumba\t4"
    assert _marked(official, "table") == [(official.text, "")]


def test_pages_parted_by_form_feeds_stay_pages() -> None:
    official = _open("First page.\n\fSecond page.\n")
    assert official.page_starts == (0, official.text.index("Second"))


@given(st.text(st.sampled_from("ab1.*_#->|`[]()! \n\f\tو،:\\<&;")))
def test_any_markdown_is_read_and_its_marks_lie_within_the_text(source: str) -> None:
    parsed = parse_markdown(source)
    assert "**" not in parsed.text
    assert all(0 <= mark.start < mark.end <= len(parsed.text) for mark in parsed.marks)
    assert all(0 <= start <= len(parsed.text) for start in parsed.page_starts)
