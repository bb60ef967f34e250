"""Look the words of a query up: which entries that hold at a moment and are seen meet it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from mutabaa.register import Sight
from mutabaa.store.search_index import told
from mutabaa.store.search_query import Choices, Phrase, Query, Word
from mutabaa.store.table_state import OF_THESE_RECORDS, assertion_in, holding
from mutabaa.vocabulary.dates import Moment

# Of more entries than this, the last recorded are ranked and counted, and it is said that there are more.
MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A row of the index that meets a query. `plain`: its words as written, folded."""

    row: int
    number: int
    subject: str
    says: str
    language: str
    since: str
    plain: str


def matches(query: Query, moment: Moment, sight: Sight) -> tuple[list[Match], bool]:
    """The entries that meet a query, the last recorded first, at most MOST; and whether there are more."""
    if not query.all_of:
        return [], False
    holds, facts = holding(moment, sight)
    postgres = connection.vendor == "postgresql"
    # By the row of the index itself SQLite walks backwards and stops at the limit; by any other it sorts them all.
    found, condition, newest = (
        ("current_words w", "w.vector @@ %s::tsquery", "w.id")
        if postgres
        else (
            "current_words_fts f CROSS JOIN current_words w ON w.id = f.rowid",
            "current_words_fts MATCH %s",
            "f.rowid",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w.id, w.number, s.subject, s.says, w.language, s.since, w.plain"
            f" FROM {found} JOIN current_span s ON s.number = w.number"
            f" WHERE {condition} AND {holds} ORDER BY {newest} DESC LIMIT {MOST + 1}",
            [_postgresql(query) if postgres else _sqlite(query), *facts],
        )
        rows = [
            Match(row=r[0], number=r[1], subject=r[2], says=r[3], language=r[4], since=str(r[5]), plain=r[6])
            for r in cursor.fetchall()
        ]
    return rows[:MOST], len(rows) > MOST


def held_rows(rows: Sequence[int], moment: Moment, sight: Sight) -> dict[int, Match]:
    """Those of these rows of the index that hold at a moment and are seen."""
    if not rows:
        return {}
    holds, facts = holding(moment, sight)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w.id, w.number, s.subject, s.says, w.language, s.since, w.plain FROM current_words w"
            f" JOIN current_span s ON s.number = w.number WHERE w.id IN ({_places(rows)}) AND {holds}",
            [*rows, *facts],
        )
        return {
            r[0]: Match(
                row=r[0], number=r[1], subject=r[2], says=r[3], language=r[4], since=str(r[5]), plain=r[6]
            )
            for r in cursor.fetchall()
        }


def kinds(subjects: Sequence[str], moment: Moment, sight: Sight) -> Mapping[str, str]:
    """The kind of each of these records, as far as it is seen."""
    holds, facts = holding(moment, sight)
    found: dict[str, str] = {}
    for start in range(0, len(subjects), 500):
        some = subjects[start : start + 500]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT s.subject, s.term FROM current_span s WHERE {OF_THESE_RECORDS}"
                f" AND s.subject IN ({_places(some)}) AND {holds} ORDER BY s.since, s.number",
                [*some, *facts],
            )
            found.update(cursor.fetchall())
    return found


def texts(matched: Sequence[Match]) -> dict[int, str]:
    """What each row says, in its own letters."""
    if not matched:
        return {}
    numbers = sorted({one.number for one in matched})
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number, content FROM assertion WHERE number IN ({_places(numbers)})", numbers)
        said = {number: assertion_in(content) for number, content in cursor.fetchall()}
    return {
        one.row: next((t.text for t in told(said[one.number]) if t.language == one.language), "")
        for one in matched
    }


def _sqlite(query: Query) -> str:
    def test(one: Word | Phrase) -> str:
        if isinstance(one, Phrase):
            return f'plain : "{" ".join(one.words)}"'
        return "forms : (" + " OR ".join(f'"{form}"' for form in one.forms) + ")"

    wanted = " AND ".join(_choices(c, test, " AND ", " OR ") for c in query.all_of)
    for choices in query.none_of:
        wanted = f"({wanted}) NOT {_choices(choices, test, ' AND ', ' OR ')}"
    return wanted


def _postgresql(query: Query) -> str:
    def test(one: Word | Phrase) -> str:
        if isinstance(one, Phrase):
            return "(" + " <-> ".join(f"'{word}'" for word in one.words) + ")"
        return "(" + " | ".join(f"'{form}'" for form in one.forms) + ")"

    wanted = [_choices(c, test, " & ", " | ") for c in query.all_of]
    return " & ".join([*wanted, *("!" + _choices(c, test, " & ", " | ") for c in query.none_of)])


def _choices(choices: Choices, test: Callable[[Word | Phrase], str], both: str, either: str) -> str:
    return "(" + either.join("(" + both.join(map(test, together)) + ")" for together in choices) + ")"


def _places(facts: Sequence[object]) -> str:
    return ", ".join("%s" for _ in facts)
