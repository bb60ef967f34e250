"""The header facts: what the document says of itself, what file it was read from, and as of when this report stands."""

from collections.abc import Callable

from mutabaa.reading import Fact as StatedFact
from mutabaa.reading import Reading
from mutabaa.reading.formats.words import word
from mutabaa.reports.outline import Column, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.wording import Filling, Wording, code
from mutabaa.vocabulary.names import official_name

# The facts a reading states, in the order in which a cover page gives them.
STATED = ("body", "symbol", "title", "kind", "meeting", "place", "date")

# What is known of the files themselves; a row without a value is left out.
_OF_FILES = ("file", "ocr", "sha256", "reader")


def document_section(matter: Matter) -> Section:
    """One row a fact; what the document doesn't state is said not to be stated."""
    rows = [_row(matter, name, _stated(matter, name)) for name in STATED]
    rows.append(_row(matter, "language", matter.labels("report.value", value=_languages(matter))))
    rows += [_row(matter, name, text) for name in _OF_FILES if (text := _of_files(matter, name))]
    rows.append(_row(matter, "as_of", as_of_value(matter)))
    columns = (Column(key="fact", heading=(), weight=5), Column(key="value", heading=(), weight=12))
    table = Table(key="document", style="facts", columns=columns, rows=tuple(rows))
    return Section(key="document", heading=matter.labels("sections.document"), blocks=(table,))


def _row(matter: Matter, name: str, value: Text) -> Row:
    return Row(cells=(matter.labels(f"facts.{name}"), value))


def fact_of(reading: Reading, name: str) -> StatedFact | None:
    """A header fact of a reading by its name."""
    stated: StatedFact | None = getattr(reading, name)
    return stated


def _stated(matter: Matter, name: str) -> Text:
    facts = {language: fact_of(matter.aligned.readings[language], name) for language in matter.versions}
    first = next((fact for fact in facts.values() if fact), None)
    if first is None and name == "symbol":
        return matter.labels("facts.symbol_stand_in", symbol=code(matter.aligned.symbol))
    if first is None:
        return matter.labels("report.not_stated")
    if name == "symbol":
        return matter.code_cell(first.value, short=False)
    if name in ("body", "kind", "date"):
        known = _in_labels(matter, name, first.value)
        if known:
            return known
    return tuple(
        Sentence(language=language, pieces=(Piece(text=fact.value, style="quotation", language=language),))
        for language, fact in facts.items()
        if fact
    )


def _in_labels(matter: Matter, name: str, value: str) -> Text:
    """A value the labels have a word for; () when it has to stand as written."""
    if name == "date":
        return matter.labels("report.value", value=lambda words: words.calendar.write(value))
    if name == "kind":
        return matter.labels(
            "report.value", value=lambda words: word(words.language, "document_kinds", value)
        )
    if all(_body_name(words, value, matter.day) for words in matter.labels.wordings):
        return matter.labels(
            "report.value", value=lambda words: _body_name(words, value, matter.day) or value
        )
    return ()


def _body_name(words: Wording, key: str, on: str) -> str | None:
    """How a cover page names a body: as the words file has it, else its official name on that day."""
    if words.knows(f"bodies.{key}"):
        return words.text(f"bodies.{key}")
    return official_name(key, words.language, on)


def _languages(matter: Matter) -> Callable[[Wording], Filling]:
    def named(words: Wording) -> Filling:
        return words.joined(
            (words.plain(matter.language_name(language, words)),) for language in matter.versions
        )

    return named


def _of_files(matter: Matter, name: str) -> Text:
    texts = [matter.aligned.readings[language].official_text for language in matter.versions]
    readers = [matter.aligned.readings[language].reader for language in matter.versions]
    values = {
        "file": [text.source.name for text in texts],
        "ocr": [", ".join(map(str, text.ocr_pages)) for text in texts if text.ocr_pages],
        "sha256": [text.source.sha256 for text in texts],
        "reader": list(dict.fromkeys(readers)),
    }[name]
    first = matter.labels.languages[0]
    return tuple(Sentence(language=first, pieces=(code(value),)) for value in values)


def as_of_value(matter: Matter) -> Text:
    """The as-of date alone."""
    if matter.as_of is None:
        return matter.labels("report.not_given")
    day = matter.as_of.isoformat()
    return matter.labels("report.value", value=lambda words: words.calendar.write(day))


def as_of_line(matter: Matter) -> Text:
    """The line that stands at the foot of every page."""
    if matter.as_of is None:
        return matter.labels("report.as_of_missing")
    day = matter.as_of.isoformat()
    return matter.labels("report.as_of", date=lambda words: words.calendar.write(day))
