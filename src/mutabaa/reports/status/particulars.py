"""What is said of a commitment beside its words: force of wording, deadline, instruments, basis of the addressee."""

from collections.abc import Callable

from mutabaa.reading import Deadline, Instrument, Reading
from mutabaa.reports.outline import Piece, Text
from mutabaa.reports.status.commitments import NOT_STATED, OWN, Addressed, Found, addressee_keys, carried_from
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.quotation import clause, local
from mutabaa.reports.wording import Filling, Wording, code, wording
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.acts import RANKED


def particulars(matter: Matter, one: Found, under: Addressed) -> Text:
    """The cell beside a quotation under an addressee's heading, a line a fact."""
    lines = [
        _line(matter, "columns.wording", one, lambda words: force_pieces(words, one)),
        _line(matter, "columns.deadline", one, lambda words: deadline_pieces(words, one)),
    ]
    if cites(one):
        lines.append(_line(matter, "columns.instruments", one, lambda words: instrument_pieces(words, one)))
    if one.act.reiterated:
        lines.append(
            _line(
                matter, "particulars.reiterated", one, lambda words: words.text("particulars.reiterated_yes")
            )
        )
    if one.act.basis == "carried_over":
        lines.append(_line(matter, "columns.addressee", one, lambda words: basis_pieces(matter, words, one)))
    others = [key for key in addressee_keys(one) if key != under.key]
    if others:

        def named(words: Wording) -> tuple[Piece, ...]:
            return words.joined(heading_pieces(matter, words, key) for key in others)

        lines.append(_line(matter, "particulars.also_to", one, named))
    # Label languages one under the other, each with all of its lines.
    return tuple(line[place] for place in range(len(matter.labels.languages)) for line in lines)


def _line(matter: Matter, name: str, one: Found, value: Callable[[Wording], Filling]) -> Text:
    return matter.labels(
        "report.colon",
        rests_on=(one.code,),
        name=lambda words: words.plain(words.text(name), "quiet"),
        value=value,
    )


def force_pieces(words: Wording, one: Found) -> tuple[Piece, ...]:
    """The class of the act and the rank of its wording."""
    act = words.text(f"acts.{one.act.act}")
    rank = one.act.force
    if rank is None:
        return words.pieces("particulars.wording_unranked", act=act)
    return words.pieces("particulars.wording", act=act, rank=rank, ranks=len(RANKED))


def deadline_pieces(words: Wording, one: Found) -> tuple[Piece, ...]:
    """Every deadline in the document's words with its value; "no deadline set" when the act has none."""
    language, _, act = one.version(words.language)
    if not act.deadlines:
        return words.pieces("particulars.deadline_none")
    return words.joined(_deadline(words, line, language) for line in act.deadlines)


def _deadline(words: Wording, line: Deadline, language: Language) -> tuple[Piece, ...]:
    quoted = cited(line.quote.text, language)
    if line.kind in ("event", "open"):
        return words.pieces(f"particulars.deadline_{line.kind}", words=quoted)
    if line.value is None:
        return words.pieces("particulars.deadline_yearless", words=quoted) if line.kind == "date" else quoted
    if line.kind == "date":
        written = words.calendar.write(line.value)
        if line.value.startswith("-"):
            return words.pieces("particulars.deadline_yearless", words=quoted)
        if written in line.quote.text:
            return quoted
        return words.pieces("particulars.deadline_date", words=quoted, date=written)
    return words.pieces(
        f"particulars.deadline_{line.kind}", words=quoted, duration=words.calendar.period(line.value)
    )


def cited(text: str, language: Language) -> tuple[Piece, ...]:
    """Words of the document within a sentence, in the quotation marks of their own language."""
    return wording(language).pieces(
        "report.quoted", words=Piece(text=text, style="quotation", language=language)
    )


def cites(one: Found) -> bool:
    """Whether the act's own words cite an instrument."""
    return bool(_instruments(one, one.lead))


def _instruments(one: Found, language: Language) -> tuple[Instrument, ...]:
    """Those whose designation stands in the act's clause or in the sub-paragraphs that go on with it."""
    _, passage, act = one.version(language)
    start, end = clause(passage, act)
    own = [each for each in passage.instruments if start <= local(passage, each.quote.start) < end]
    below = [
        each for sub in one.below if (version := sub.versions.get(language)) for each in version.instruments
    ]
    return (*own, *below)


def instrument_pieces(words: Wording, one: Found) -> tuple[Piece, ...]:
    """The instruments cited within the act's own words: as designated, with the symbol when it can be read."""
    language, _, _ = one.version(words.language)
    parts = []
    for instrument in _instruments(one, language):
        named = cited(instrument.quote.text, language)
        if instrument.symbol and instrument.symbol not in instrument.quote.text:
            named = (*named, words.plain(" ("), code(instrument.symbol), words.plain(")"))
        parts.append(named)
    return words.joined(parts) if parts else words.pieces("particulars.instruments_none")


def basis_pieces(matter: Matter, words: Wording, one: Found) -> tuple[Piece, ...]:
    """On what ground the addressee is held to be the addressee."""
    basis = one.act.basis
    if basis == "carried_over":
        source = carried_from(one, matter.aligned.readings[one.lead], matter.aligned.acts)
        if source is None:
            return words.pieces("particulars.carried_over_unplaced")
        return words.pieces("particulars.carried_over", code=code(matter.short(source)))
    if basis == "self":
        return (words.plain(own_name(matter, words)),)
    return words.pieces("particulars.stated" if basis == "stated" else "particulars.not_stated")


def own_name(matter: Matter, words: Wording) -> str:
    """How the report calls the adopting body when it binds itself: "the Meeting itself", "the Council itself"."""
    for name in _own_keys(matter.aligned.readings[matter.lead]):
        if words.knows(f"self.{name}"):
            return words.text(f"self.{name}")
    return words.text("self.body")


def _own_keys(reading: Reading) -> tuple[str, ...]:
    return tuple(fact.value for fact in (reading.body, reading.kind) if fact)


def heading_pieces(matter: Matter, words: Wording, key: str) -> tuple[Piece, ...]:
    """The name under which commitments are brought together: in the words of the version in the label's language, else
    its official name in that language, else as the document has it."""
    if key == OWN:
        return (words.plain(own_name(matter, words)),)
    if key == NOT_STATED:
        return words.pieces("particulars.addressee_not_stated")
    group = next(group for group in matter.addressed if group.key == key)
    if words.language not in group.names and (name := group.official(words.language, matter.day)):
        return (words.plain(name),)
    language = words.language if words.language in group.names else next(iter(group.names))
    return (Piece(text=group.names[language], style="quotation", language=language),)
