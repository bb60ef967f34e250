"""Search the register: by words in three languages, or by meaning; only what the viewer sees, as at a moment."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

FACETS = ("kind", "language", "instrument", "year")
PAGE = 20
_SNIPPET = 240
_BEFORE = 60
_LONGEST_NAME = 100
# The statements whose words count most, in the order in which what they hold is shown.
_FIRST = ("title", "name", "action", "wording", "act", "evidence", "assessment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that was found. `code`: its record. `number`: of the entry. `says`: which statement. `kind`: of the
    record, `instrument`: the one it stands in, `year`: since when it is so ("" each where not known). `lit`: what to
    light, as offsets into `snippet`. `score`: the cosine, by meaning; None by words."""

    code: str
    number: int
    says: str
    kind: str
    language: str
    instrument: str
    year: str
    snippet: str
    lit: tuple[tuple[int, int], ...]
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of what was found. `total`: entries that meet query and filters, of the last 500 recorded that meet the
    query; `more`: whether there were more. `facets`: how many have each value, the most first. `also`: names in other
    languages that were looked for too. `lacking`: texts that can't be found by meaning yet."""

    hits: tuple[Hit, ...]
    total: int
    more: bool
    facets: Mapping[str, Mapping[str, int]]
    also: tuple[str, ...] = ()
    lacking: int = 0


def search(
    register: Register,
    viewer: Viewer,
    moment: Moment,
    query: str,
    filters: Mapping[str, str] | None = None,
    page: int = 1,
) -> Found:
    """What the viewer sees of what meets a query: words as asked for first, then by statement, then the newest.

    `filters`: values of FACETS. Any text is a query; one of nothing but exclusions finds nothing.
    """
    wanted = {name: value for name, value in (filters or {}).items() if name in FACETS}
    name = ("search", query, tuple(sorted(wanted.items())), page)
    return register.once(
        name, moment, viewer.sight, lambda: _search(register, viewer, moment, query, wanted, page)
    )


def _search(
    register: Register, viewer: Viewer, moment: Moment, query: str, wanted: Mapping[str, str], page: int
) -> Found:
    from mutabaa.store.search_query import understood
    from mutabaa.store.search_table import kinds, matches

    asked = understood(query)
    found, more = matches(asked, moment, viewer.sight)
    kind = kinds(sorted({one.subject for one in found}), moment, viewer.sight)
    instruments = frozenset(register.state(moment, viewer.sight).codes("instrument"))
    described = [(one, _values(one.subject, one.language, one.since, kind, instruments)) for one in found]
    kept = [(one, values) for one, values in described if all(values[n] == v for n, v in wanted.items())]
    as_asked = asked.written()
    kept.sort(key=lambda pair: (_as_written(pair[0].plain, as_asked), _rank(pair[0].says), -pair[0].row))
    start = (max(page, 1) - 1) * PAGE
    return Found(
        hits=_hits(register, viewer, moment, kept[start : start + PAGE], asked.lit()),
        total=len(kept),
        more=more,
        facets=_facets([values for _, values in kept]),
        also=asked.also,
    )


def search_by_meaning(
    register: Register, viewer: Viewer, moment: Moment, query: str, count: int = PAGE
) -> Found:
    """The entries nearest in meaning to a text in any of the languages, each record once; those made ready so far."""
    from mutabaa.store.meaning import lacking, nearest
    from mutabaa.store.search_table import kinds

    near = nearest(query, 3 * count, moment, viewer.sight) if query.strip() else []
    kind = kinds(sorted({one.subject for one, _ in near}), moment, viewer.sight)
    instruments = frozenset(register.state(moment, viewer.sight).codes("instrument"))
    first = {one.subject: (one, score) for one, score in reversed(near)}
    best = sorted(first.values(), key=lambda pair: (-pair[1], pair[0].row))[:count]
    described = [(one, _values(one.subject, one.language, one.since, kind, instruments)) for one, _ in best]
    scores = {one.row: score for one, score in best}
    return Found(
        hits=_hits(register, viewer, moment, described, frozenset(), scores.get),
        total=len(best),
        more=len(near) == 3 * count,
        facets=_facets([values for _, values in described]),
        lacking=lacking(viewer.sight),
    )


def make_ready(register: Register, at_most: int | None = None) -> int:
    """Make texts ready to be found by meaning, the oldest first; how many were. Takes about 2 ms each."""
    from mutabaa.store.meaning import make_meanings

    return make_meanings(at_most)


def save_search(
    register: Register, viewer: Viewer, name: str, query: str, filters: Mapping[str, str] | None = None
) -> None:
    """Keep a search for oneself. Raises NotAllowed for who isn't signed in, NotDone without a name."""
    from mutabaa.store import saved_searches

    _signed_in(viewer)
    if not name.strip() or len(name) > _LONGEST_NAME:
        raise NotDone("search_without_name")
    saved_searches.save_search(
        viewer.name, name.strip(), {**(filters or {}), "query": query}, register.clock()
    )


def saved(register: Register, viewer: Viewer) -> Mapping[str, Mapping[str, str]]:
    """One's own searches by name: `query` and the filters of each."""
    from mutabaa.store.saved_searches import saved_searches

    _signed_in(viewer)
    return saved_searches(viewer.name)


def remove_search(register: Register, viewer: Viewer, name: str) -> None:
    """Forget one's own search. Raises NotThere."""
    from mutabaa.store import saved_searches

    _signed_in(viewer)
    if not saved_searches.remove_search(viewer.name, name):
        raise NotThere(name)


def _signed_in(viewer: Viewer) -> None:
    if viewer.role is None or not viewer.name:
        raise NotAllowed("save_search")


def _values(
    subject: str, language: str, since: str, kind: Mapping[str, str], instruments: frozenset[str]
) -> dict[str, str]:
    instrument = subject
    while instrument and instrument not in instruments:
        instrument = instrument.rpartition("/")[0]
    year = "" if since.startswith("0001") else since[:4]
    return {"kind": kind.get(subject, ""), "language": language, "instrument": instrument, "year": year}


def _facets(values: Sequence[Mapping[str, str]]) -> dict[str, dict[str, int]]:
    counted = {name: Counter(one[name] for one in values if one[name]) for name in FACETS}
    return {
        name: dict(sorted(count.items(), key=lambda item: (-item[1], item[0])))
        for name, count in counted.items()
    }


def _as_written(plain: str, asked: tuple[str, ...]) -> int:
    """How many of the words asked for the text doesn't hold as they were written."""
    held = f" {plain} "
    return sum(f" {word} " not in held for word in asked)


def _rank(says: str) -> int:
    return _FIRST.index(says) if says in _FIRST else len(_FIRST)


def _hits(
    register: Register,
    viewer: Viewer,
    moment: Moment,
    page: Sequence[tuple[object, Mapping[str, str]]],
    lit: frozenset[str],
    score: Callable[[int], float | None] = lambda row: None,
) -> tuple[Hit, ...]:
    from mutabaa.store.search_table import Match, texts

    matched = [one for one, _ in page if isinstance(one, Match)]
    said = texts(matched)
    state = register.state(moment, viewer.sight)
    hits = list[Hit]()
    for one, (_, values) in zip(matched, page, strict=True):
        snippet, ranges = snippet_of(said[one.row], lit)
        hits.append(
            Hit(
                code=state.end(one.subject),
                number=one.number,
                says=one.says,
                snippet=snippet,
                lit=ranges,
                score=score(one.row),
                **values,
            )
        )
    return tuple(hits)


def snippet_of(text: str, lit: frozenset[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of a text around the first word to light, cut between words, and what to light in it."""
    from mutabaa.store.search_words import words_of

    words = list(words_of(text))
    wanted = [(word.start, word.end) for word in words if not lit.isdisjoint(word.forms)]
    first = max(0, (wanted[0][0] if wanted else 0) - _BEFORE)
    start = next((word.start for word in words if word.start >= first), 0) if first else 0
    end = max((word.end for word in words if word.end <= start + _SNIPPET), default=len(text))
    if len(text) <= start + _SNIPPET:
        end = len(text)
    return text[start:end], tuple((a - start, b - start) for a, b in wanted if start <= a and b <= end)
