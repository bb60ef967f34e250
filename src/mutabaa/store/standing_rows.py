"""The table of standings, kept in step: which commitments an entry bears on, and their rows computed anew by the rules.

The same function fills it when something is recorded and when all is rebuilt.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.db import connection

from mutabaa.register import Assertion, Entry
from mutabaa.register.state import Span
from mutabaa.register.stretches import Found, Standings, Stretch, standings_over_time
from mutabaa.store.fill import fill
from mutabaa.store.spans import from_instant, instant

# What no axis looks at and no list is narrowed by: the most of what is said.
_APART = ("wording", "action", "note", "name", "title", "version", "file", "url", "requester", "beneficiary")
# Codes asked for in one query.
_AT_ONCE = 500
STANDING_COLUMNS = (
    "code, lowest, highest, known_from, known_to, since, until, lifecycle, implementation, timeliness, evidence,"
    " judgement, instrument, provision, act, marking, due, addressees, themes"
)


def bears_on_standings(assertion: Assertion) -> bool:
    """Whether what is said may change how something stands. A retraction may: of what, its entry alone doesn't say."""
    return assertion.says not in _APART


def keep_standings(entries: Iterable[Entry]) -> None:
    """After entries were added to the spans: compute anew every commitment that they bear on."""
    subjects = {entry.assertion.subject for entry in entries if bears_on_standings(entry.assertion)}
    if subjects:
        _compute(borne_on(subjects))


def rebuild_standings() -> None:
    """After all spans were written: fill the emptied tables."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT subject FROM current_span WHERE says = 'kind' AND term = 'commitment'"
        )
        codes = sorted(code for (code,) in cursor.fetchall())
    merged, known = _merged(), _Spans()
    done = set[str]()
    for batch in _batches(codes):
        together = {one for code in batch for one in merged.get(code, (code,))} - done
        done |= together
        _write(together, merged, known)
        known.forget()


def borne_on(subjects: Collection[str]) -> set[str]:
    """The records themselves, what was ever merged with them, and all whose standing rests on any of these."""
    merged = _merged()
    found = {one for code in subjects for one in merged.get(code, (code,))}
    resting = set[str]()
    for batch in _batches(sorted(found)):
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT DISTINCT code FROM current_ground WHERE rests_on IN ({_places(batch)})", batch
            )
            resting.update(code for (code,) in cursor.fetchall())
    return found | {one for code in resting for one in merged.get(code, (code,))}


def _compute(codes: set[str]) -> None:
    for batch in _batches(sorted(codes)):
        with connection.cursor() as cursor:
            for table in ("current_standing", "current_ground"):
                cursor.execute(f"DELETE FROM {table} WHERE code IN ({_places(batch)})", batch)
    _write(codes, _merged(), _Spans())


def _write(codes: Collection[str], merged: Mapping[str, tuple[str, ...]], known: "_Spans") -> None:
    groups = sorted({merged.get(code, (code,)) for code in codes})
    computed = _standings(groups, merged, known)
    rows = [_row(one) for _, found in computed for one in found.stretches]
    # What a group of merged codes rests on is kept under its first: they are computed together.
    grounds = [(group[0], code) for group, found in computed for code in sorted(found.rests_on - {*group})]
    fill("current_standing", STANDING_COLUMNS, rows)
    fill("current_ground", "code, rests_on", grounds)


def _standings(
    groups: Sequence[tuple[str, ...]], merged: Mapping[str, tuple[str, ...]], known: "_Spans"
) -> list[tuple[tuple[str, ...], Standings]]:
    """Each group of merged codes over time. The rules ask for what they rest on; what they ask for is read, and they
    are asked again, until they have all of it."""
    known.read({code for group in groups for code in group})
    waiting = [
        group for group in groups if any(_is_commitment(span) for code in group for span in known[code])
    ]
    grounds = {group: set(_named(group, known)) for group in waiting}
    known.read({code for codes in grounds.values() for code in codes})
    for codes in grounds.values():
        codes.update([*_named(tuple(codes), known)])
    computed = list[tuple[tuple[str, ...], Standings]]()
    while waiting:
        needed = {one for codes in grounds.values() for code in codes for one in merged.get(code, (code,))}
        known.read(needed)
        again = list[tuple[str, ...]]()
        for group in waiting:
            have = {*group, *(one for code in grounds[group] for one in merged.get(code, (code,)))}
            found = standings_over_time(group, [span for code in sorted(have) for span in known[code]])
            lacking = {one for code in found.rests_on - have for one in merged.get(code, (code,))}
            if lacking:
                known.read(lacking)
            if any(known[code] for code in lacking):
                grounds[group] |= found.rests_on
                again.append(group)
            else:
                computed.append((group, found))
        waiting = again
    return computed


def _named(codes: Sequence[str], known: "_Spans") -> Iterator[str]:
    """What the rules are sure to ask for: reading it for many at once spares asking twice, and changes nothing."""
    for span in (span for code in codes for span in known[code]):
        said = span.entry.assertion
        if said.says == "evidence" and said.source:
            yield said.source
        elif said.says == "part_of":
            yield str(said.value)


class _Spans:
    """The spans of records that bear on standings, read once."""

    def __init__(self) -> None:
        self._read: dict[str, list[Span]] = {}

    def __getitem__(self, code: str) -> list[Span]:
        return self._read[code]

    def forget(self) -> None:
        """All but what many share would be read once more; what was read is let go when it is much."""
        if len(self._read) > 20 * _AT_ONCE:
            self._read.clear()

    def read(self, codes: Collection[str]) -> None:
        for batch in _batches(sorted(code for code in codes if code not in self._read)):
            self._read.update((code, []) for code in batch)
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT s.known_to, a.number, a.leaf, a.content FROM current_span s JOIN assertion a"
                    f" ON a.number = s.number WHERE s.subject IN ({_places(batch)})"
                    f" AND s.says NOT IN ({_places(_APART)}) ORDER BY a.number",
                    [*batch, *_APART],
                )
                rows = cursor.fetchall()
            for known_to, number, leaf, content in rows:
                said = Assertion.from_bytes(content.encode())
                entry = Entry(number=number, name=bytes(leaf).hex(), assertion=said)
                ended = None if known_to is None else from_instant(known_to)
                self._read[said.subject].append(Span(entry=entry, known_to=ended))


def _merged() -> dict[str, tuple[str, ...]]:
    """Each code that was ever said to be the same as another, with all codes it hangs together with, in order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT s.subject, s.term FROM current_span s WHERE s.says = 'same_as' ORDER BY s.number"
        )
        pairs = cursor.fetchall()
    together: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = together.get(one, {one}) | together.get(other, {other})
        together.update((code, joined) for code in joined)
    return {code: tuple(sorted(joined)) for code, joined in together.items()}


def _is_commitment(span: Span) -> bool:
    return span.entry.assertion.says == "kind" and span.entry.assertion.value == "commitment"


def found_row(found: Found) -> tuple[str, ...]:
    """What was found, as the last columns of the table; their order is that of FACETS in store/board.py."""
    about = found.particulars
    return (
        found.lifecycle,
        found.implementation or "",
        found.timeliness,
        found.evidence,
        found.judgement or "",
        about.instrument or "",
        about.provision or "",
        about.act or "",
        about.marking,
        found.due,
        json.dumps(about.addressees, ensure_ascii=False),
        json.dumps(about.themes, ensure_ascii=False),
    )


def _row(one: Stretch) -> tuple[int | str, ...]:
    known = instant(one.known_from), instant(one.known_to)
    return (one.code, one.lowest, one.highest, *known, one.since, one.until, *found_row(one.found))


def _batches(codes: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(codes), _AT_ONCE):
        yield list(codes[start : start + _AT_ONCE])


def _places(facts: Collection[str]) -> str:
    return ", ".join(["%s"] * len(facts))
