"""Take a text in: its files are kept, its proposals wait; a person who accepts them answers for what is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import replace as changed
from datetime import date

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.review_decide import accept_all
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.reading import Reading, read
from mutabaa.register import EVERYTHING, Marking, strictest
from mutabaa.register.sight import up_to
from mutabaa.review import AlignedText, Intake, KeptText, align, propose
from mutabaa.review.decision import Differing, Version, Words
from mutabaa.review.propose import source_code
from mutabaa.review.readings_apart import apart
from mutabaa.store.files import Damaged
from mutabaa.texts import SourceFile
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenIn:
    """What came of it, against the reading before it (see Apart). `carried`: proposals that say what somebody had
    decided about. `stale`: undecided ones of earlier readings that this one doesn't make. `differing`: those that
    would change what is recorded, or whose words stood under another code; they wait for a person."""

    instrument: str
    proposals: int
    new: int
    unchanged: int
    moved: int
    changed: int
    gone: int
    renumbered: Mapping[str, str] = field(default_factory=dict)
    carried: int = 0
    stale: int = 0
    recorded: int = 0
    differing: tuple[str, ...] = ()


def take_in(
    register: Register,
    viewer: Viewer,
    aligned: AlignedText,
    *,
    marking: Marking = "internal",
    accept: bool = False,
) -> TakenIn:
    """Keep the files, the texts and the proposals of a text; on `accept` the viewer accepts all that only adds.

    Versions of the text that were taken in before and aren't given now stay beside those that are. Nothing recorded is
    changed by it: what differs from the record is left for the desk. All at one instant, or nothing (a file may stay
    behind, which harms nobody). Raises NotAllowed, NotDone, NotOneDocument.
    """
    return _taken_in(register, viewer, aligned, aligned.symbol, marking, accept)


def replace(
    register: Register,
    viewer: Viewer,
    instrument: str,
    aligned: AlignedText,
    *,
    marking: Marking = "internal",
    accept: bool = False,
) -> TakenIn:
    """Take in another file of a text that is there, also where it doesn't print its symbol. Raises NotAllowed,
    NotThere, NotDone, NotOneDocument."""
    viewer.must("add_text")
    if not register.proposals.intakes(instrument, viewer.sight.markings):
        raise NotThere(instrument)
    if aligned.symbol_stated and aligned.symbol != instrument:
        raise NotDone("another_text", symbol=aligned.symbol, instrument=instrument)
    return _taken_in(register, viewer, aligned, instrument, marking, accept)


def _taken_in(
    register: Register, viewer: Viewer, aligned: AlignedText, instrument: str, marking: Marking, accept: bool
) -> TakenIn:
    viewer.must("add_text")
    if accept:
        viewer.must("review")
    if not viewer.may_mark(marking):
        raise NotAllowed("mark")
    for reading in aligned.readings.values():
        register.files.put(reading.official_text.source.content, register.now())
    with register.ledger.turn():
        marking = strictest(marking, *_markings(register, aligned))
        seen = tuple(one for one in up_to(marking) if one in viewer.sight.markings)
        earlier = register.proposals.intakes(instrument, seen)
        whole = _under(_completed(register, aligned, earlier[-1] if earlier else None), instrument)
        proposals = propose(whole, marking)
        register.proposals.keep(_intake(register, viewer, whole, marking), proposals)
        before = register.proposals.made_by(earlier[-1]) if earlier else ()
        compared = apart(before, proposals)
        decided = register.proposals.decisions(instrument, seen)
        senses = {one.sense for one in proposals}
        known = register.proposals.all(instrument, seen)
        accepted = accept_all(register, viewer, instrument) if accept else None
    return TakenIn(
        instrument=instrument,
        proposals=len(proposals),
        new=compared.new,
        unchanged=compared.unchanged,
        moved=compared.moved,
        changed=compared.changed,
        gone=compared.gone,
        renumbered=compared.renumbered,
        carried=sum(one.sense in decided for one in proposals),
        stale=len({one.sense for one in known} - senses - set(decided)),
        recorded=accepted.recorded if accepted else 0,
        differing=accepted.left if accepted else (),
    )


def _markings(register: Register, aligned: AlignedText) -> list[Marking]:
    """How its files are marked, where they are recorded as sources."""
    state = register.state(Moment(as_at=date.max, known_by=register.now()), EVERYTHING)
    return [
        entry.assertion.marking
        for reading in aligned.readings.values()
        for entry in state.record(source_code(reading)).all("kind")
    ]


def _completed(register: Register, aligned: AlignedText, earlier: Intake | None) -> AlignedText:
    """The text with the versions that were taken in before, the base of codes first. Raises NotOneDocument."""
    if earlier is None or all(one.language in aligned.readings for one in earlier.versions):
        return aligned
    before = {
        one.language: aligned.readings.get(one.language) or _read_again(register, one)
        for one in earlier.versions
    }
    return align(list({**before, **aligned.readings}.values()))


def _read_again(register: Register, version: Version) -> Reading:
    """A kept text, read by the reader as it is now; its file isn't opened, only weighed. Raises NotDone."""
    official = register.texts.get(version.text).official
    kept = official.source
    try:
        content = register.files.get(kept.sha256)
    except Damaged as gone:
        raise NotDone("file_damaged", reason=str(gone)) from gone
    file = SourceFile(name=kept.name, content=content, sha256=kept.sha256)
    return read(changed(official, source=file))


def _under(aligned: AlignedText, symbol: str) -> AlignedText:
    """The text with its codes under this symbol."""
    if aligned.symbol == symbol:
        return aligned

    def moved(code: str) -> str:
        return symbol + code.removeprefix(aligned.symbol)

    return changed(
        aligned,
        symbol=symbol,
        passages=tuple(
            changed(
                one,
                code=moved(one.code),
                acts=tuple(changed(act, code=moved(act.code)) for act in one.acts),
            )
            for one in aligned.passages
        ),
        differences=tuple(changed(one, code=moved(one.code)) for one in aligned.differences),
    )


def _intake(register: Register, viewer: Viewer, aligned: AlignedText, marking: Marking) -> Intake:
    """The intake, its texts kept."""
    return Intake(
        instrument=aligned.symbol,
        marking=marking,
        by=viewer.name,
        at=register.now(),
        versions=tuple(
            Version(
                language=language, text=register.texts.keep(KeptText.of(reading)), source=source_code(reading)
            )
            for language, reading in aligned.readings.items()
        ),
        differences=tuple(
            Differing(
                kind=one.kind,
                code=one.code,
                severity=one.severity,
                values=dict(one.values.items()),
                quotes={
                    language: tuple(Words(text=q.text, start=q.start, end=q.end) for q in quotes)
                    for language, quotes in one.quotes.items()
                },
            )
            for one in aligned.differences
        ),
    )
