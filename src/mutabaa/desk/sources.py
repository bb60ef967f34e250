"""Sources: a file, a web address with the copy that was kept of it, or a note of what somebody said; graded, marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Turn, marking_of, stated, written
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, Marking, Record, State
from mutabaa.register.canonical import Value
from mutabaa.register.statements import INFORMANT
from mutabaa.store.files import Damaged
from mutabaa.vocabulary import LANGUAGES, Language, on_one_line
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring.register import Register

# Larger files are no letters or news; they are kept elsewhere and cited by their address.
MOST_MEGABYTES = 100
# Of which a source has one; the rest it may have several of.
_ONE = ("file", "language", "published", "origin", "reliability", "credibility", "note")


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A source as it is seen. What isn't stated is None or empty; `informant` is seen by few."""

    code: str
    titles: Mapping[Language, str]
    file_name: str
    sha256: str
    urls: tuple[str, ...]
    note: str
    language: Language | None
    published: str | None
    origin: str
    reliability: str | None
    credibility: int | None
    informant: str
    marking: Marking
    added_by: str

    def title(self, language: Language) -> str:
        """What it is called, in this language before others; by its file, address or code where it has no title."""
        order = (language, *(one for one in LANGUAGES if one != language))
        titles = (self.titles[one] for one in order if one in self.titles)
        return next(titles, self.file_name or next(iter(self.urls), self.code))


def add_source(
    register: Register,
    viewer: Viewer,
    *,
    content: bytes | None = None,
    file_name: str = "",
    url: str = "",
    note: str = "",
    titles: Mapping[Language, str] | None = None,
    language: Language | None = None,
    published: PartialDate | None = None,
    origin: str = "",
    reliability: str | None = None,
    credibility: int | None = None,
    informant: str = "",
    marking: Marking = OURS,
) -> str:
    """Record a source; its code. `content`: the file, or the copy kept of the page at `url`. `note`: what was said.

    The same file is the same source: what is new of it is added, what differs is refused. The file is on the disk
    before the register says so. `informant`, who said it, is confidential whatever the marking. Who may not record
    (an entity) may add a source and doesn't grade it. Raises NotAllowed, and NotDone: `source_of_nothing`,
    `source_too_large`, `not_a_web_address`, `source_said_otherwise`, `marking_beyond_sight`.
    """
    viewer.must("cite")
    if reliability is not None or credibility is not None:
        viewer.must("record")
    url, note = _address(url), written(note)
    if content is not None and len(content) > MOST_MEGABYTES * 1_000_000:
        raise NotDone("source_too_large", most=str(MOST_MEGABYTES))
    code = _code(content, url, note, published, origin)
    facts: dict[str, Value] = {
        "url": url,
        "note": note,
        "language": language,
        "published": str(published) if published else None,
        "origin": written(origin),
        "reliability": reliability,
        "credibility": credibility,
    }
    if content:
        name = on_one_line(file_name.replace("\\", "/").rpartition("/")[2]).strip()[:200]
        facts["file"] = {
            "sha256": sha256(content).hexdigest(),
            "name": name or code.rpartition("/")[2],
            "bytes": len(content),
        }
        register.files.put(content, register.now())
    said: list[tuple[str, Value]] = [(says, value) for says, value in facts.items() if value]
    said += [
        ("title", {"language": one, "text": written(words)})
        for one, words in (titles or {}).items()
        if words.strip()
    ]
    stated(register, viewer, lambda turn: list(_new(turn, code, said, informant.strip(), marking)))
    return code


def regrade(
    register: Register,
    viewer: Viewer,
    code: str,
    *,
    reliability: str | None = None,
    credibility: int | None = None,
) -> tuple[Entry, ...]:
    """Grade a source, or grade it otherwise: a correction, which stands beside what it corrects in the history.

    Raises NotThere, NotDone: `nothing_changed`.
    """
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        source = turn.the("source", code)
        marking = turn.marked(marking_of(source))
        grades: dict[str, Value] = {"reliability": reliability, "credibility": credibility}
        graded = [
            turn.said(source.code, says, value, marking=marking, corrects=source.newest(says))
            for says, value in grades.items()
            if value is not None and value != source.value(says)
        ]
        if not graded:
            raise NotDone("nothing_changed", code=source.code)
        return graded

    return stated(register, viewer, said)


def source(register: Register, viewer: Viewer, code: str, moment: Moment) -> Source:
    """A source as it was known at a moment. Raises NotThere."""
    record = register.state(moment, viewer.sight).record(code)
    if record.kind != "source":
        raise NotThere(code)
    return source_of(record)


def sources(register: Register, viewer: Viewer, moment: Moment) -> tuple[Source, ...]:
    """Every source that is seen, in the order in which they were recorded."""
    state: State = register.state(moment, viewer.sight)
    codes = state.codes("source")
    state.gather(codes)
    return tuple(source_of(state.record(code)) for code in codes)


def source_file(register: Register, viewer: Viewer, code: str) -> tuple[bytes, str]:
    """The kept file of a source and its name. Raises NotThere where none is seen, NotDone: `file_damaged`."""
    moment = Moment(as_at=date.max, known_by=register.now())
    record = register.state(moment, viewer.sight).record(code)
    file = record.value("file")
    if record.kind != "source" or file is None:
        raise NotThere(code)
    try:
        return register.files.get(file["sha256"]), file["name"]
    except Damaged as gone:
        raise NotDone("file_damaged", reason=str(gone)) from gone


def source_of(record: Record) -> Source:
    """The same of a record that is at hand."""
    file = record.value("file") or {}
    kind = record.newest("kind")
    titles = [entry.assertion.value for entry in record.all("title")]
    return Source(
        code=record.code,
        titles={one["language"]: one["text"] for one in titles if isinstance(one, dict)},
        file_name=file.get("name", ""),
        sha256=file.get("sha256", ""),
        urls=tuple(str(entry.assertion.value) for entry in record.all("url")),
        note=record.value("note") or "",
        language=record.value("language"),
        published=record.value("published"),
        origin=record.value("origin") or "",
        reliability=record.value("reliability"),
        credibility=record.value("credibility"),
        informant=record.value(INFORMANT) or "",
        marking=marking_of(record),
        added_by=kind.assertion.stated_by if kind else "",
    )


def web_source_code(url: str) -> str:
    """The address of a source that is only cited by its address on the web."""
    return f"source/{sha256(url.encode()).hexdigest()[:16]}"


def _code(content: bytes | None, url: str, note: str, published: PartialDate | None, origin: str) -> str:
    if content:
        return f"source/{sha256(content).hexdigest()[:16]}"
    if url:
        return web_source_code(url)
    if not note:
        raise NotDone("source_of_nothing")
    # Two people may say the same words on two days.
    told = "\n".join((note, str(published or ""), origin.strip()))
    return f"source/{sha256(told.encode()).hexdigest()[:16]}"


def _address(url: str) -> str:
    url = url.strip()
    odd = any(letter.isspace() or not letter.isprintable() for letter in url) or len(url) > 2_000
    if url and (odd or not url.startswith(("https://", "http://"))):
        raise NotDone("not_a_web_address", url=url[:80])
    return url


def _new(
    turn: Turn, code: str, said: Sequence[tuple[str, Value]], informant: str, marking: Marking
) -> Iterator[Assertion]:
    """What isn't said of the source yet. Raises NotDone where it would be said otherwise."""
    record = turn.state.record(code)
    there = record.kind == "source"
    marking = turn.marked(marking, record) if there else turn.marked(marking)
    if not there:
        yield turn.said(code, "kind", "source", marking=marking)
    for says, value in said:
        before = [entry.assertion.value for entry in record.all(says)]
        if before and says in _ONE and not _same(says, before[-1], value):
            raise NotDone("source_said_otherwise", code=code, says=says, before=str(before[-1])[:200])
        if not any(_same(says, one, value) for one in before):
            yield turn.said(code, says, value, marking=marking)
    if informant and record.value(INFORMANT) != informant:
        yield turn.said(code, INFORMANT, informant, marking="confidential")


def _same(says: str, one: Value, other: Value) -> bool:
    """The same file under another name is the same file."""
    if says == "file" and isinstance(one, Mapping) and isinstance(other, Mapping):
        return one["sha256"] == other["sha256"]
    return one == other
