"""From a text in its language versions to what might be recorded of it: the sources, the instrument, its provisions,
its commitments. It proposes; nothing is recorded without a person."""

from collections.abc import Iterator, Sequence

from mutabaa.reading import Fact, Reading
from mutabaa.register import Marking
from mutabaa.register.canonical import Value, canonical
from mutabaa.review.aligned_text import AlignedPassage, AlignedText
from mutabaa.review.places import without_places
from mutabaa.review.proposal import Proposal, Proposed
from mutabaa.review.propose_commitment import act_value, commitment_statements
from mutabaa.review.read_in import ReadIn
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate


def propose(aligned: AlignedText, marking: Marking = "internal") -> tuple[Proposal, ...]:
    """A proposal for each record that the text speaks of, in the order in which they can be recorded.

    Commitments are the acts that ask or bind somebody; positions and records are kept with their provision, for they
    have no status. Everything is so from the date of the document, where it states one.
    """
    base = aligned.readings[aligned.base]
    drafts: list[tuple[str, list[Proposed]]] = [
        (source_code(reading), list(_source(reading))) for reading in aligned.readings.values()
    ]
    drafts.append((aligned.symbol, list(_instrument(aligned, base))))
    for passage in aligned.passages:
        if not passage.path:
            continue
        read_in = ReadIn(aligned=aligned, passage=passage, adopted=_date(base))
        drafts.append((passage.code, list(_provision(aligned, passage, read_in))))
        for act in passage.acts:
            if act.kind == "directive":
                drafts.append((act.code, list(commitment_statements(act, read_in))))
    return tuple(
        Proposal(
            subject=subject,
            instrument=aligned.symbol,
            reader=base.reader,
            statements=_each_once(statements),
            marking=marking,
        )
        for subject, statements in drafts
    )


def _each_once(statements: Sequence[Proposed]) -> tuple[Proposed, ...]:
    """An addressee that an act names twice is one addressee."""
    once: dict[tuple[str, bytes], Proposed] = {}
    for one in statements:
        # A paragraph that is said twice stands twice; an addressee is the same wherever it is named.
        told = without_places(one.value) if one.says == "addressee" else one.value
        once.setdefault((one.says, canonical(told)), one)
    return tuple(once.values())


def source_code(reading: Reading) -> str:
    """The address of the file a version was read from, as a source."""
    return f"source/{reading.official_text.source.sha256[:16]}"


def _source(reading: Reading) -> Iterator[Proposed]:
    file = reading.official_text.source
    yield Proposed(says="kind", value="source")
    facts: dict[str, Value] = {
        "sha256": file.sha256,
        "name": file.name,
        "bytes": len(file.content),
        "format": reading.official_text.format,
    }
    yield Proposed(says="file", value=facts)
    yield Proposed(says="language", value=reading.language, because="language.recognised")
    if date := _date(reading):
        yield Proposed(says="published", value=str(date), because=_rule(reading.date))


def _instrument(aligned: AlignedText, base: Reading) -> Iterator[Proposed]:
    """Facts of the header, each once; the title and the file in each version."""
    date, source = _date(base), source_code(base)
    yield Proposed(says="kind", value="instrument", source=source, effective_on=date)
    for says, fact in (
        ("symbol", base.symbol),
        ("body", base.body),
        ("document_kind", base.kind),
        ("adopted_at", base.place),
        ("meeting", base.meeting),
    ):
        if fact:
            yield _stated(says, fact, source, date)
    if date:
        yield Proposed(
            says="adopted", value=str(date), source=source, because=_rule(base.date), effective_on=date
        )
    for language, reading in aligned.readings.items():
        file = source_code(reading)
        yield Proposed(
            says="version", value={"language": language, "source": file}, source=file, effective_on=date
        )
        if reading.title:
            words: dict[str, Value] = {"language": language, "text": reading.title.value}
            yield Proposed(
                says="title", value=words, source=file, because=reading.title.rule, effective_on=date
            )


def _provision(aligned: AlignedText, passage: AlignedPassage, read_in: ReadIn) -> Iterator[Proposed]:
    yield read_in.statement("kind", "provision", because=_passage_rule(passage, aligned.base))
    parent, _, _ = passage.path.rpartition("/")
    within = any(parent and one.path == parent for one in aligned.passages)
    yield read_in.statement("part_of", f"{aligned.symbol}/{parent}" if within else aligned.symbol)
    for language, version in passage.versions.items():
        if version.text.strip():
            # Without its number, which the words of the passage leave out.
            words = read_in.words(language, version.quote(0, len(version.text)))
            yield read_in.statement("wording", words, language=language)
    for act in passage.acts:
        if act.kind != "directive":
            yield read_in.statement("act", act_value(act, read_in), because=read_in.rule(act))


def _passage_rule(passage: AlignedPassage, base: Language) -> str:
    return passage.preferred(base)[1].rule


def _stated(says: str, fact: Fact, source: str, date: PartialDate | None) -> Proposed:
    return Proposed(says=says, value=fact.value, source=source, because=fact.rule, effective_on=date)


def _date(reading: Reading) -> PartialDate | None:
    return PartialDate.from_iso(reading.date.value) if reading.date else None


def _rule(fact: Fact | None) -> str:
    return fact.rule if fact else ""
