"""Words of the page leave the reading but not the record."""

from mutabaa.texts import OfficialText, open_text

_PARAGRAPHS = [
    "The Conference of the Lake States,",
    "Recalling its earlier decisions on the joint river commission and the report of its chair,",
    "1. Decides to extend the mandate of the commission for a period of six months;",
    "2. Requests the commission to report on the state of the dams before the end of the dry season;",
]


def _open(text: str, name: str = "decision.txt") -> OfficialText:
    return open_text(text.encode(), name=name)


def _pieces(official: OfficialText) -> list[tuple[str, str]]:
    return [(piece.kind, official.text[piece.start : piece.end]) for piece in official.furniture]


def test_page_number_form_feed_and_symbol_around_a_page_break_are_furniture() -> None:
    first, second = "The Conference requests its members to share the", "water of the lake in dry years.\n"
    official = _open(f"{first}\n\n1/2\n\f\nLSC/CONF.4/DEC/7\n\n{second}")
    assert _pieces(official) == [("page_number", "1/2"), ("page_break", "\f"), ("symbol", "LSC/CONF.4/DEC/7")]


def test_page_numbers_are_known_in_many_shapes_and_scripts() -> None:
    for number in (
        "Page 2 of 3",
        "- 2 -",
        "2/3",
        "صفحة 2 من 3",
        "٢/٣",
        "– ٢ –",
        "[2]",
        "page 2 sur 3",
        "2 | Page",
        "ii",
    ):
        official = _open(f"{_PARAGRAPHS[2]}\n\f{_PARAGRAPHS[3]}\n{number}\n\f{_PARAGRAPHS[1]}\n")
        assert ("page_number", number) in _pieces(official), number


# The line of a paragraph that a page happens to end with may be a year or a quantity.
def test_a_number_that_ends_a_sentence_is_not_a_page_number() -> None:
    official = _open("The Conference noted that the fund had been set up in\n1987\n\fand closed in\n1991\n")
    assert [kind for kind, _ in _pieces(official)] == ["page_break"]


def test_a_head_that_runs_over_the_pages_is_furniture_after_the_first_page() -> None:
    pages = [f"Lake States Conference – Session {n + 4}\n{_PARAGRAPHS[n]}\n" for n in range(4)]
    official = _open("\f".join(pages))
    heads = [text for kind, text in _pieces(official) if kind == "running_head"]
    assert len(heads) == 3
    assert official.text.startswith("Lake States")
    assert official.furniture[0].start > 0


def test_the_symbol_on_the_first_page_is_the_documents_own() -> None:
    official = _open(
        "LSC/CONF.4/DEC/7\n\nThe Conference decides to meet again.\n\n1/2\n\f\nLSC/CONF.4/DEC/7\n\nThanks."
    )
    assert [piece.start for piece in official.furniture if piece.kind == "symbol"] == [
        official.text.rindex("LSC/CONF.4/DEC/7")
    ]


def test_lone_page_numbers_that_count_up_are_furniture_without_form_feeds() -> None:
    official = _open(f"{_PARAGRAPHS[2]}\n\n- 1 -\n\n{_PARAGRAPHS[3]}\n\n- 2 -\n\n{_PARAGRAPHS[1]}\n")
    assert _pieces(official) == [("page_number", "- 1 -"), ("page_number", "- 2 -")]


def test_a_doubled_title_block_is_one() -> None:
    body, place = "Conference of the Lake States", "Mwanza, 3 May 2019"
    cover = f"{body}\n\nLSC/CONF.4/REP\n\nReport\n\nFourth session on the sharing\nof waters\n\n{place}"
    again = f"{body}\n\nReport\n\nFourth session on the sharing of waters\n\n{place}"
    official = _open(f"{cover}\n\n\n{again}\n\nThe Conference met in Mwanza on 3 May 2019.\n")
    assert _pieces(official) == [("repeated_title", again)]


def test_words_said_twice_in_the_body_are_not_a_title() -> None:
    said = "The Conference,\n\nRecalling the Mwanza accord,\n\n"
    assert (
        _pieces(_open(f"Conference of the Lake States on the sharing of waters\n\nReport\n\n{said}{said}"))
        == []
    )


# The break left nothing but a blank line, and the word before it cannot end a sentence.
def test_a_paragraph_cut_by_a_bare_break_is_joined() -> None:
    official = _open(
        "1. The Conference asked the members to lend their boats to the\n\nriver commission until May.\n"
    )
    assert _pieces(official) == [("page_break", "\n\n")]


def test_an_arabic_paragraph_cut_by_a_bare_break_is_joined() -> None:
    whole = "أولاً: رحب المؤتمر بتقرير اللجنة عن حالة السدود. وطلب إلى الدول الأعضاء تقاسم المياه في السنوات الجافة."
    cut = "ثانياً: رحب المؤتمر بتقرير الرئيس عن الزيارة. وطلب من الدول المطلة على البحيرة إعارة زوارقها للجنة\n\n"
    official = _open(f"{whole}\n\n{cut}النهر حتى نهاية الموسم.\n\nثالثاً: شكر المؤتمر الدولة المضيفة.\n")
    assert _pieces(official) == [("page_break", "\n\n")]


def test_headings_and_list_items_are_not_joined() -> None:
    title = "Conference of the Lake States\n\nReport of the fourth session"
    text = f"{title}\n\n- boats and crews\n\n- fuel\n\nThe Conference met.\n"
    assert _pieces(_open(text)) == []


def test_a_paragraph_mark_goes_on_over_a_bare_break() -> None:
    official = _open(
        "The Conference asked all members to lend boats to the\n\nriver commission.\n", "decision.md"
    )
    (paragraph,) = [mark for mark in official.marks if mark.kind == "paragraph"]
    assert official.text[paragraph.start : paragraph.end] == official.text


def test_a_hyphen_put_by_the_printer_goes_and_the_words_own_stays() -> None:
    official = _open(
        "The imple-\nmentation of the follow-\nup measures, the self-\ngoverning ports, Guinea-\nBissau: follow-up.\n"
    )
    cut = [text for kind, text in _pieces(official) if kind == "line_hyphen"]
    assert cut == ["-\n", "\n", "\n", "\n"]


def test_a_symbol_broken_at_a_stroke_is_whole_again() -> None:
    official = _open("The Conference took note of document LSC/CONF.4/\nREP/12-\n13 and of its annex.\n")
    assert _pieces(official) == [("line_hyphen", "\n"), ("line_hyphen", "\n")]
