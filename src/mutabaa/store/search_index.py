"""The words of every entry, kept beside its span: filled in the transaction that adds it, and by rebuilding.

An entry has a row for each language in which it says something. SQLite looks the words up in an FTS5 table that reads
them from `current_words`, PostgreSQL in a tsvector column; both compare whole forms, made in Python, and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import connection

from mutabaa.register import Assertion, Entry
from mutabaa.store.fill import fill
from mutabaa.store.search_words import is_arabic, words_of
from mutabaa.store.spans import has_span

WORD_COLUMNS = "id, number, language, plain, forms"
# In this order they make a row's number: four rows at most for an entry.
_TONGUES = ("", "ar", "en", "fr")
# Statements whose value is a text of nobody's language; the others have it in these fields, or in `names`, `words`.
_PLAIN_TEXTS = frozenset(
    (
        "note",
        "symbol",
        "body",
        "document_kind",
        "adopted_at",
        "meeting",
        "requester",
        "origin",
        "url",
        "theme",
    )
)
_TEXT_FIELDS = ("text", "words", "reasons", "name", "names")
# What PostgreSQL holds of places; a longer text is found by its words, but a phrase in its end is not.
_LAST_PLACE = 16_000
_PLACES_OF_A_WORD = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text of an entry, in a language ("": not known)."""

    language: str
    text: str


def told(assertion: Assertion) -> Iterator[Told]:
    """What an assertion says in words, by language; texts of one language are joined."""
    by_language: dict[str, list[str]] = {}
    for language, text in _texts(assertion):
        by_language.setdefault(language or ("ar" if is_arabic(text) else ""), []).append(text)
    for language, texts in by_language.items():
        yield Told(language=language, text="\n".join(texts))


def _texts(assertion: Assertion) -> Iterator[tuple[str, str]]:
    value = assertion.value
    if isinstance(value, str) and assertion.says in _PLAIN_TEXTS:
        yield "", value
    if not isinstance(value, Mapping):
        return
    language = value.get("language")
    for field in _TEXT_FIELDS:
        found = value.get(field)
        if isinstance(found, str):
            yield str(language) if language in _TONGUES else "", found
        elif isinstance(found, Mapping):
            for tongue, text in found.items():
                if tongue in _TONGUES and isinstance(text, str):
                    yield tongue, text


def index_entries(entries: Iterable[Entry]) -> None:
    """Add the words of these entries. Within the transaction that adds the entries, or that rebuilds."""
    rows = [row for entry in entries if has_span(entry.assertion) for row in _rows(entry)]
    if not rows:
        return
    if connection.vendor == "postgresql":
        fill(
            "current_words",
            f"{WORD_COLUMNS}, vector",
            ((*row, _vector(str(row[3]), str(row[4]))) for row in rows),
        )
    else:
        fill("current_words", WORD_COLUMNS, rows)
        fill("current_words_fts", "rowid, plain, forms", ((row[0], row[3], row[4]) for row in rows))


def forget_words() -> None:
    """Empty the index, to be filled anew."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO current_words_fts (current_words_fts) VALUES ('delete-all')")
        cursor.execute("DELETE FROM current_words")


def _rows(entry: Entry) -> Iterator[tuple[int | str, ...]]:
    for one in told(entry.assertion):
        words = list(words_of(one.text))
        if words:
            plain = " ".join(word.plain for word in words)
            forms = " ".join(dict.fromkeys(form for word in words for form in word.forms))
            row = entry.number * len(_TONGUES) + _TONGUES.index(one.language)
            yield row, entry.number, one.language, plain, forms


def _vector(plain: str, forms: str) -> str:
    """The words as PostgreSQL writes them: each form, and for the words as written where they stand."""
    places: dict[str, list[int]] = {form: [] for form in forms.split(" ")}
    for place, word in enumerate(plain.split(" "), start=1):
        if place <= _LAST_PLACE and len(places[word]) < _PLACES_OF_A_WORD:
            places[word].append(place)
    return " ".join(f"'{form}'" + (":" + ",".join(map(str, at)) if at else "") for form, at in places.items())


def search_tables(vendor: str) -> Iterator[str]:
    """The statements that make the tables of search, for `sqlite` or `postgresql`."""
    vector = ", vector tsvector NOT NULL" if vendor == "postgresql" else ""
    yield (
        "CREATE TABLE current_words (id bigint PRIMARY KEY, number bigint NOT NULL, language varchar(2) NOT NULL,"
        f" plain text NOT NULL, forms text NOT NULL{vector})"
    )
    if vendor == "postgresql":
        yield "CREATE INDEX current_words_vector ON current_words USING gin (vector)"
    else:
        yield (
            "CREATE VIRTUAL TABLE current_words_fts USING fts5(plain, forms, content='current_words',"
            " content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
        )
    blob = "bytea" if vendor == "postgresql" else "blob"
    yield f"CREATE TABLE current_meaning (id bigint PRIMARY KEY, number bigint NOT NULL, vector {blob} NOT NULL)"
    yield (
        "CREATE TABLE saved_search (owner text NOT NULL, name text NOT NULL, content text NOT NULL,"
        " saved_at text NOT NULL, PRIMARY KEY (owner, name))"
    )
