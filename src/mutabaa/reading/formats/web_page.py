"""HTML: a reading as one page that stands alone, the text whole with its acts marked, concerns at the end."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from mutabaa.reading.findings import Act
from mutabaa.reading.formats.concerns import concern_rows
from mutabaa.reading.formats.rows import (
    ActRow,
    act_rows,
    addressee_words,
    count_line,
    deadline_words,
    fact_lines,
    within,
)
from mutabaa.reading.formats.words import word
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language, direction

_COLUMNS = ("code", "act", "force", "addressees", "deadline", "quotation")


def web_page_of(readings: Iterable[Reading], language: Language | None = None) -> str:
    """One page with every reading under its own heading; it loads nothing from anywhere.

    `language` is that of the labels, the first document's own when None. Each quotation carries the language and
    direction of its document.
    """
    held = list(readings)
    says: Language = language or (held[0].language if held else "en")
    title = " · ".join(reading.address for reading in held)
    style = files("mutabaa.reading.formats").joinpath("web_page.css").read_text(encoding="utf-8")
    body = "\n".join(part for reading in held for part in _reading(reading, says))
    return (
        f'<!DOCTYPE html>\n<html lang="{says}" dir="{direction(says)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _reading(reading: Reading, language: Language) -> Iterator[str]:
    heading = reading.title.value if reading.title else reading.address
    yield f"<article>\n<h1>{_in(reading.language, heading)}</h1>"
    yield "<table>"
    for label, value in fact_lines(reading, language):
        yield f'<tr><th scope="row">{escape(label)}</th><td><bdi>{escape(value)}</bdi></td></tr>'
    yield "</table>"
    yield f"<h2>{_label(language, 'acts')}</h2>\n<p>{escape(count_line(reading, language))}</p>"
    headings = "".join(f'<th scope="col">{_label(language, column)}</th>' for column in _COLUMNS)
    yield f"<table>\n<thead><tr>{headings}</tr></thead>\n<tbody>"
    yield from (_act(row, reading, language) for row in act_rows(reading))
    yield "</tbody>\n</table>"
    yield f'<p class="note">{_label(language, "read_note")} {_label(language, "force_note")}</p>'
    yield f"<h2>{_label(language, 'text')}</h2>"
    yield f'<div lang="{reading.language}" dir="{direction(reading.language)}">'
    yield from (_passage(passage, reading) for passage in reading.passages)
    yield "</div>"
    yield from _concerns(reading, language)
    yield "</article>"


def _act(row: ActRow, reading: Reading, language: Language) -> str:
    act = row.act
    act_class = word(language, "acts", act.act)
    if act.reiterated:
        act_class += f" ({word(language, 'labels', 'reiterated').lower()})"
    cells = (
        f'<a href="#{escape(_anchor(reading, row.passage))}" dir="ltr">{escape(row.short_code)}</a>',
        escape(act_class),
        str(act.force or ""),
        _bdi(addressee_words(act, language)),
        _deadline(act, language),
        _in(reading.language, row.quotation),
    )
    first, *rest = cells
    return (
        f'<tr class="{act.kind}"><td class="code">{first}</td>{"".join(f"<td>{c}</td>" for c in rest)}</tr>'
    )


def _deadline(act: Act, language: Language) -> str:
    """The document's words, then the value read, which keeps its direction and stays on one line."""
    if not act.deadlines:
        return escape(deadline_words(act, language))
    return "<br>".join(
        _bdi(deadline.quote.text)
        + (f' <span class="code" dir="ltr">{escape(deadline.value)}</span>' if deadline.value else "")
        for deadline in act.deadlines
    )


def _passage(passage: Passage, reading: Reading) -> str:
    """A passage with its printed number, the verb of each act marked."""
    label = f"<bdi>{escape(passage.label)}</bdi> " if passage.label else ""
    anchor = escape(_anchor(reading, passage))
    return f'<p class="passage {passage.kind}" id="{anchor}">{label}{_marked(passage, passage.acts)}</p>'


def _marked(passage: Passage, acts: Iterable[Act]) -> str:
    text, shown, done = passage.text, "", 0
    for act in acts:
        start, end = within(passage, act.verb.start), within(passage, act.verb.end - 1) + 1
        if start < done:
            continue
        shown += f'{escape(text[done:start])}<mark title="{act.act}">{escape(text[start:end])}</mark>'
        done = end
    return shown + escape(text[done:])


def _concerns(reading: Reading, language: Language) -> Iterator[str]:
    yield f'<section class="concerns">\n<h2>{_label(language, "concerns")}</h2>'
    rows = list(concern_rows(reading, language))
    if not rows:
        yield f"<p>{_label(language, 'no_concerns')}</p>"
    else:
        yield "<ul>"
        for row in rows:
            place = f'<span class="code" dir="ltr">{escape(row.place)}</span> ' if row.place else ""
            quotation = f" {_in(reading.language, row.quotation)}" if row.quotation else ""
            yield f"<li>{place}{escape(row.message)}{quotation}</li>"
        yield "</ul>"
    yield "</section>"


def _anchor(reading: Reading, passage: Passage) -> str:
    return reading.code(passage).replace(" ", "_")


def _label(language: Language, key: str) -> str:
    return escape(word(language, "labels", key))


def _bdi(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>" if text else ""


def _in(language: Language, text: str) -> str:
    return f'<q lang="{language}" dir="{direction(language)}">{escape(text)}</q>'
