"""Broken, hostile and endless files: a refusal or a partial result that says what is missing, never a traceback."""

import io
import os
import random
import time
import zipfile
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from mutabaa.texts import Limits, Refusal, open_text

_PDF = typst.compile(b"#set page(width: 9cm, height: 9cm)\nThe Conference decides to meet again in May.")
_WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def _zip(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            # The same bytes in every run.
            entry = zipfile.ZipInfo(name.replace("__", "/") + ".xml", (2019, 5, 3, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return file.getvalue()


def _pages(count: int) -> bytes:
    words = "The Conference decides to meet again and again until the lake is full. " * 6
    body = "\n#pagebreak()\n".join(f"{words} {number}" for number in range(count))
    return typst.compile(f"#set page(width: 9cm, height: 9cm)\n{body}".encode())


def _encrypted() -> bytes:
    """A PDF that nobody has the password of."""
    keys = b"/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -44" + keys + b">>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF"
    )


def _blank_pages() -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(200, 200)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.pdf", b"", "empty"),
        ("half.pdf", _PDF[: len(_PDF) // 2], "damaged"),
        ("noise.pdf", b"%PDF-1.7\n" + random.Random(4).randbytes(20_000), "damaged"),
        ("locked.pdf", _encrypted(), "encrypted"),
        ("blank.pdf", _blank_pages(), "no_text"),
        ("half.docx", _zip(word__document=_WORD)[:60], "damaged"),
        ("bomb.docx", _zip(word__document=_WORD + b" " * 300_000_000), "unpacks_too_large"),
        ("deep.docx", _zip(word__document=_WORD + b"<w:p>" * 100_000), "too_deep"),
        ("unclosed.docx", _zip(word__document=_WORD + b"<w:p>"), "damaged"),
        (
            "laughs.docx",
            _zip(word__document=b'<!DOCTYPE x [<!ENTITY a "aa">]>' + _WORD),
            "forbidden_entities",
        ),
        (
            "locked.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "other_format"),
        ("matrix.xlsx", _zip(xl__workbook=b"<workbook/>"), "other_format"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(90), "other_format"),
        ("feed.xml", b'<?xml version="1.0"?><rss>news</rss>', "other_format"),
        (
            "passwd.xml",
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hosts">]><akomaNtoso/>',
            "forbidden_entities",
        ),
        ("unclosed.xml", b"<akomaNtoso><statement>", "damaged"),
        ("deep.html", b"<html><body>" + b"<div>" * 50_000 + b"x", "too_deep"),
        ("script.html", b"<html><body><script>alert(1)</script></body></html>", "no_text"),
        ("noise.txt", random.Random(5).randbytes(5_000), "unknown_format"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(name: str, content: bytes, kind: str) -> None:
    with pytest.raises(Refusal) as refused:
        open_text(content, name=name)
    assert refused.value.problem.kind == kind
    assert name in refused.value.say("ar")


def test_a_wrong_extension_is_read_as_what_it_is_and_said_so() -> None:
    official = open_text(_PDF, name="decision.docx")
    assert official.format == "pdf"
    assert official.problems[0].facts == {"extension": ".docx", "format": "PDF"}
    assert open_text("قرر المؤتمر".encode(), name="decision.html").problems[0].kind == "wrong_extension"


def test_a_file_above_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(b"The Conference " * 100_000, name="long.txt", limits=Limits(megabytes=1))
    assert refused.value.problem.facts == {"name": "long.txt", "size": "2", "limit": "1"}


def test_pages_beyond_the_limit_are_reported() -> None:
    official = open_text(_pages(8), name="long.pdf", limits=Limits(pages=5))
    assert len(official.page_starts) == 5
    assert [(problem.kind, problem.facts) for problem in official.problems] == [
        ("pages_left_out", {"read": "5", "pages": "8"})
    ]


def test_a_file_cut_short_that_could_be_mended_says_so() -> None:
    official = open_text(_PDF.replace(b"%%EOF", b""), name="cut.pdf")
    assert official.text.startswith("The Conference")
    assert [problem.kind for problem in official.problems] == ["file_cut_short"]


def test_what_was_read_before_time_ran_out_is_kept() -> None:
    part, endless = pypdfium2.PdfDocument(_pages(50)), pypdfium2.PdfDocument.new()
    for _ in range(100):
        endless.import_pages(part)
    file = io.BytesIO()
    endless.save(file)
    official = open_text(file.getvalue(), name="endless.pdf", limits=Limits(seconds=1, pages=10_000))
    (problem,) = official.problems
    assert problem.kind in ("pages_out_of_time", "pages_lost")
    assert problem.facts == {"read": str(len(official.page_starts)), "pages": "5000"}


def test_a_parser_that_wants_too_much_memory_is_stopped() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(
            b"<html><body>" + b"<p>again</p>" * 400_000, name="wide.html", limits=Limits(memory_megabytes=120)
        )
    assert refused.value.problem.kind in ("out_of_memory", "parser_stopped")


# Each makes a careless pattern try every way of splitting a long run.
@pytest.mark.parametrize(
    "text",
    [
        "x" + " " * 300_000 + "y",
        "page" + " " * 300_000 + "x",
        "a" * 300_000 + "-\nb",
        "a-\n" * 100_000,
        "x" + "\n " * 300_000 + "y",
        ("x\f" + " " * 1000) * 300,
        "e" + "\u0301" * 300_000,
        "1/2\n" * 75_000,
    ],
    ids=[
        "blanks",
        "blanks after page",
        "letters",
        "hyphens",
        "blank lines",
        "pages",
        "accents",
        "page numbers",
    ],
)
def test_no_text_takes_longer_than_its_length_allows(text: str) -> None:
    began = time.perf_counter()
    assert open_text(text.encode(), name="long.txt").text == text
    assert time.perf_counter() - began < 5


# A pipe into which nobody writes would be waited for without end, a device read until the memory is full.
def test_a_pipe_and_a_device_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for source in (pipe, Path("/dev/zero"), tmp_path):
        with pytest.raises(Refusal) as refused:
            open_text(source)
        assert refused.value.problem.kind == "not_a_file"


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "round.txt"
    link.symlink_to(link)
    with pytest.raises(Refusal, match="cannot be opened"):
        open_text(link)


def test_what_a_file_is_called_cannot_steer_the_terminal() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(b"", name="a\x1b[31m\nRead: all.\u202etxt")
    assert str(refused.value) == "The file “a[31m Read: all.txt” is empty: it holds no text."


# Reading takes memory by the length of a text, and this one is no official text.
def test_a_text_longer_than_any_is_refused() -> None:
    with pytest.raises(Refusal, match="is 20,000 characters long; the limit is 10,000"):
        open_text(
            b"1. Requests all States to pay. \n" * 625, name="long.txt", limits=Limits(characters=10_000)
        )


def test_direction_controls_alone_are_no_text() -> None:
    with pytest.raises(Refusal) as refused:
        open_text("\u202e\u2066\u2069\u200f".encode(), name="steering.txt")
    assert refused.value.problem.kind == "no_text"


def test_markdown_made_to_take_for_ever_is_stopped() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(b"![" * 400_000, name="brackets.md", limits=Limits(seconds=1))
    assert refused.value.problem.kind == "out_of_time"


@given(st.text(max_size=400))
def test_any_text_is_opened_with_its_furniture_in_order(text: str) -> None:
    try:
        official = open_text(text.encode("utf-8", errors="replace"), name="any.txt")
    except Refusal:
        return
    ends = [(piece.start, piece.end) for piece in official.furniture]
    assert all(0 <= start < end <= len(official.text) for start, end in ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
