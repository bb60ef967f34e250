"""Web pages give the text a reader sees."""

from hypothesis import given
from hypothesis import strategies as st

from mutabaa.texts import Refusal, open_text
from mutabaa.texts.html import parse_html
from mutabaa.texts.parsed import Parsed


def _parsed(body: str) -> Parsed:
    return parse_html(f"<!doctype html><html lang='fr'><body>{body}</body></html>".encode())


def _marked(parsed: Parsed, kind: str) -> list[tuple[str, str]]:
    return [(parsed.text[mark.start : mark.end], mark.value) for mark in parsed.marks if mark.kind == kind]


def test_blocks_stand_apart_and_white_space_is_one_space() -> None:
    parsed = _parsed(
        "<h2>Décision\n 7</h2><div>La  <b>Conférence</b>,<p>Réaffirmant\n<i>sa</i> position,</div>Fin"
    )
    assert parsed.text == "Décision 7\n\nLa Conférence,\n\nRéaffirmant sa position,\n\nFin"
    assert parsed.language_hint == "fr"
    assert _marked(parsed, "heading") == [("Décision 7", "2")]
    assert _marked(parsed, "emphasis") == [("Conférence", ""), ("sa", "")]


def test_list_numbers_are_printed_as_the_browser_would() -> None:
    parsed = _parsed(
        "<ol start=3><li>Prie;<ol type=a><li><p>un;</p><li>deux.</ol><li>Décide.</ol><ul><li>Merci.</ul>"
    )
    assert parsed.text.split("\n\n") == ["3. Prie;", "a. un;", "b. deux.", "4. Décide.", "• Merci."]


def test_a_number_written_in_the_item_is_not_doubled() -> None:
    assert _parsed("<ol><li>1. Prie;<li>(b) Décide.</ol>").text == "1. Prie;\n\n(b) Décide."


def test_scripts_forms_and_hidden_parts_are_no_text() -> None:
    parsed = _parsed(
        "<script>x()</script><p>La <span style='display: none'>non</span>Conférence</p><style>p{}</style>"
    )
    assert parsed.text == "La Conférence"


def test_menus_are_furniture() -> None:
    parsed = _parsed("<nav><a>Accueil</a></nav><p>La Conférence</p><footer>Contact</footer>")
    assert [parsed.text[piece.start : piece.end] for piece in parsed.furniture] == ["Accueil", "Contact"]


def test_a_raised_figure_is_a_note_not_part_of_the_number() -> None:
    assert (
        _parsed("résolution 2374<sup>1</sup>, 1<sup>re</sup> séance").text == "résolution 2374¹, 1re séance"
    )


def test_a_line_break_is_a_line_and_cells_are_parted() -> None:
    parsed = _parsed("un<br>deux<table><tr><td>a<td>b<tr><td><p>c</table>")
    assert parsed.text == "un\ndeux\n\na\tb\n\nc"


def test_the_encoding_a_page_declares_is_believed_when_it_is_not_unicode() -> None:
    page = "<html><head><meta charset='windows-1256'></head><body><p>قرر المؤتمر</p></body></html>"
    official = open_text(page.encode("windows-1256"), name="page.html")
    assert official.text == "قرر المؤتمر"
    assert official.encoding == "windows-1256"


@given(
    st.text(st.sampled_from("<>/ab1 &;\"='!-\n\tو" + "ثد"), max_size=200),
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<ol>",
                "<li>",
                "</ol>",
                "<td>",
                "<table>",
                "</b>",
                "<b>",
                "<pre>",
                "<br>",
                "<sup>1</sup>",
                "<nav>",
            ]
        )
    ),
)
def test_any_page_is_read_or_refused(words: str, tags: list[str]) -> None:
    try:
        parsed = parse_html(("<html>" + words.join(tags) + words).encode())
    except Refusal as refused:
        assert refused.problem.kind == "no_text"
        return
    assert all(0 <= mark.start < mark.end <= len(parsed.text) for mark in parsed.marks)
