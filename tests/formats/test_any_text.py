"""Whatever text is read, every format can be written, and our own Akoma Ntoso is read again the same."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from mutabaa.reading import Reading, read
from mutabaa.reading.formats import FORMATS, written
from mutabaa.reading.formats.display_width import display_width
from mutabaa.reading.formats.records import FACTS
from mutabaa.texts import Refusal, open_text

# Pieces such documents are made of, and what comes between them where a scan or a conversion went wrong.
_PIECES = st.sampled_from(
    [
        "1.", "2.", "(a)", "(ii)", "أولاً:", "ثاني عشر:", "١-", "Premièrement", "OP3.", "*", "-",
        "\u2022", "Annex", "المرفق", "The General Assembly,", "مجلس الأمن،", "Le Conseil,",
        "Recalling", "إذ يشير", "Rappelant", "Urges", "يحث", "Prie", "again requests", "وطلب من",
        "the Secretary-General", "الأمين العام", "les États Membres", "to report", "by 31 May 2031",
        "resolution 2541 (2020)", "القرار ٢٣٧٤ (٢٠١٧)", "S/RES/2374 (2017)", "in Mali", "كيدال",
        "within 60 days", ";", ".", "،", "\n", "\n\n", "\f", "\t", "  ", "\u00a0", "\u200f",
        "\u202e", "\u0640", "\x0b", "\x1b[31m", "\x85", "\u2028", "\ufffe", "<b>&amp;", "]]>",
        "=1+1", '"', "'", "ﷺ", "ﻼ", "e\u0301", "\U0001f54c", "14 May 2019", "New York", "نيويورك",
        "—",
    ]
)  # fmt: skip
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=6)), min_size=1, max_size=60).map(" ".join)


def said(reading: Reading) -> list[object]:
    """What is read again: facts, passages, and what was found in each."""
    facts = [fact.value if (fact := getattr(reading, name)) else None for name in FACTS]
    return [
        reading.language,
        facts,
        [
            (
                p.kind, p.number, p.path, p.level, p.text,
                [
                    (reading.code(p, i), a.act, a.verb.text, [q.text for q in a.addressees])
                    for i, a in enumerate(p.acts)
                ],
                [(i.quote.text, i.symbol) for i in p.instruments],
            )
            for p in reading.passages
        ],
    ]  # fmt: skip


def reading_of(text: str) -> Reading | None:
    try:
        return read(open_text(text.encode("utf-8", "replace"), name="some.txt"))
    except Refusal:
        return None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_every_format_is_written(text: str) -> None:
    reading = reading_of(text)
    if reading is None:
        return
    for form in FORMATS:
        assert written([reading], form)
    table = written([reading], "table", "ar", 70).decode()
    assert "\x1b" not in table
    assert max(map(display_width, table.split("\n"))) <= 70 or " " not in table


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_our_own_akoma_ntoso_is_read_again_the_same(text: str) -> None:
    # XML has no room for these, and a text without a word gives a file without one.
    reading = reading_of(_NOT_IN_XML.sub("", text))
    if reading is None or not reading.passages:
        return
    content = written([reading], "akn")
    etree.fromstring(content)
    assert said(read(open_text(content, name="some.akn.xml"))) == said(reading)
