"""The web page: self-contained, escaped, every piece in its own direction."""

import re
from datetime import date
from pathlib import Path

from labelled import labelled_reading, labels_file
from lxml import html

from mutabaa.reports import status_report
from mutabaa.reports.html import render_html
from mutabaa.review import align
from mutabaa.vocabulary import Language

LABELS = Path(__file__).parents[2] / "samples" / "labels" / "lake-chad-report.gold.jsonl"


def page(
    *versions: Language, labels: Language | tuple[Language, ...], symbol: str = "SAMPLE/LCB-REP (2022)"
) -> str:
    readings = [
        labelled_reading(labels_file(LABELS, one), f"lake.{one}.md", symbol=symbol) for one in versions
    ]
    return render_html(status_report(align(readings), as_of=date(2023, 1, 10), labels=labels))


def test_nothing_is_fetched_and_nothing_runs() -> None:
    made = page("ar", labels="ar")
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import|\bon\w+=|https?:", made)


def test_the_page_says_its_language_and_direction() -> None:
    made = page("ar", labels="ar")
    assert '<html lang="ar" dir="rtl">' in made
    assert '<html lang="fr" dir="ltr">' in page("ar", labels="fr")


def test_every_line_says_its_language_and_every_code_is_isolated() -> None:
    tree = html.fromstring(page("ar", labels="en"))
    lines = tree.xpath("//td/span | //th/span | //p/span")
    assert lines
    assert all(line.get("lang") and line.get("dir") for line in lines)
    codes = tree.xpath("//bdi[@class='code']")
    assert codes
    assert all(code.get("dir") == "ltr" for code in codes)


def test_arabic_words_in_an_english_line_are_isolated_in_their_own_direction() -> None:
    tree = html.fromstring(page("ar", labels="en"))
    assert tree.xpath("//span[@lang='en']/bdi[@lang='ar' and @dir='rtl']")


def test_a_symbol_can_end_neither_the_style_sheet_nor_an_element() -> None:
    made = page("en", labels="en", symbol='</style><b onclick="x">"')
    assert made.count("</style>") == 1
    assert "<b onclick" not in made


def test_the_style_sheet_names_edges_by_the_direction_of_the_text() -> None:
    style = page("ar", labels="ar").split("<style>")[1].split("</style>")[0]
    assert not re.search(r"(margin|padding|border)-(left|right)", style)


def test_each_printed_page_carries_the_as_of_date_and_its_number() -> None:
    style = page("en", labels="en").split("<style>")[1].split("</style>")[0]
    assert "counter(page)" in style
    assert "counter(pages)" in style
    assert "2023" in style


def test_the_same_report_gives_the_same_page() -> None:
    assert page("ar", "en", labels=("ar", "en")) == page("ar", "en", labels=("ar", "en"))
