"""The list of commitments: narrowed by what they are and how they stand, counted, fifty at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register import Standing, State, standings_of
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

_ANY: frozenset[str] = frozenset()
PER_PAGE = 50
# What the timeline tells of each month besides what is due in it.
TOLD = ("recorded", "evidence", "assessment")


@dataclass(frozen=True, kw_only=True, slots=True)
class Filters:
    """What is asked for: of each facet any of these values; nothing asked for leaves all.

    "" is "not stated", for implementation and judgement "not assessed". `due`: months, such as "2018-03". `among`:
    none but these codes, such as a search found.
    """

    lifecycle: frozenset[str] = _ANY
    implementation: frozenset[str] = _ANY
    timeliness: frozenset[str] = _ANY
    evidence: frozenset[str] = _ANY
    judgement: frozenset[str] = _ANY
    instrument: frozenset[str] = _ANY
    provision: frozenset[str] = _ANY
    act: frozenset[str] = _ANY
    marking: frozenset[str] = _ANY
    due: frozenset[str] = _ANY
    addressee: frozenset[str] = _ANY
    theme: frozenset[str] = _ANY
    among: frozenset[str] | None = None

    @property
    def asked(self) -> dict[str, frozenset[str]]:
        """Each facet that is asked for, with its values."""
        named = (one.name for one in fields(self) if one.name != "among")
        return {name: values for name in named if (values := getattr(self, name))}


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """One page. `facets`: for each facet how many have each value, were its own filter not set; values of none are
    left out. `pages` is at least 1."""

    rows: tuple[Standing, ...]
    total: int
    page: int
    pages: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def listing(
    register: Register,
    viewer: Viewer,
    moment: Moment,
    filters: Filters | None = None,
    page: int = 1,
    per_page: int = PER_PAGE,
) -> Listing:
    """A page of what the viewer sees, in order of the instruments' days and of their paragraphs.

    Raises NotThere for a page beyond the last.
    """
    filters = filters or Filters()
    board = register.board(moment, viewer.sight)
    chosen = board.choose(filters.asked, (page - 1) * per_page, per_page, filters.among)
    pages = max(1, -(-chosen.total // per_page))
    if not 1 <= page <= pages:
        raise NotThere(str(page))
    # What is printed is what the rules say, not what the table remembers of it.
    rows = standings_of(chosen.codes, register.state(moment, viewer.sight))
    return Listing(rows=rows, total=chosen.total, page=page, pages=pages, facets=chosen.counts)


def every_code(
    register: Register, viewer: Viewer, moment: Moment, filters: Filters | None = None
) -> tuple[str, ...]:
    """The codes of all that the filters leave, in the order of the list: for what goes out as a whole."""
    filters = filters or Filters()
    board = register.board(moment, viewer.sight)
    return board.choose(filters.asked, 0, len(board.codes), filters.among).codes


def told_in(register: Register, viewer: Viewer, moment: Moment, told: str, month: str) -> frozenset[str]:
    """The commitments behind a month of the overview's timeline: `told` is "recorded", "evidence" or "assessment",
    `month` such as "2018-03". Raises NotThere for what the timeline doesn't tell."""
    if told not in TOLD:
        raise NotThere(told)
    return register.boards.told_in(moment, viewer.sight, told, month)


def addressee_names(
    register: Register, viewer: Viewer, moment: Moment, values: Iterable[str]
) -> dict[str, Mapping[str, str]]:
    """The names in each language of addressees that no actor is known for, by the words a list is narrowed by.

    They are read from the first commitment of each; the texts name an addressee alike, or it is another.
    """
    board, wanted = register.board(moment, viewer.sight), frozenset(values)
    known = board.once("addressee names", dict[str, Mapping[str, str] | None])
    if lacking := wanted - known.keys():
        first = board.first_of("addressee")
        found = _names_in(
            {one: first[one] for one in lacking if one in first}, register.state(moment, viewer.sight)
        )
        known |= {one: found.get(one) for one in lacking if one in first}
    return {one: names for one in wanted if (names := known.get(one))}


def _names_in(of: Mapping[str, str], state: State) -> dict[str, Mapping[str, str]]:
    """The names of each addressee, from the commitment in which it stands."""
    state.gather(sorted(set(of.values())))
    found: dict[str, Mapping[str, str]] = {}
    for value, code in of.items():
        for entry in state.record(code).all("addressee"):
            said = entry.assertion.value
            names = said.get("names") if isinstance(said, Mapping) else None
            if isinstance(names, Mapping) and value in names.values():
                found[value] = {str(language): str(name) for language, name in names.items()}
    return found
