"""Readings made by hand, so that these tests rest on no rule of the reader."""

import hashlib
from collections.abc import Sequence

from mutabaa.reading import Act, Deadline, Fact, Instrument, Mention, Passage, Reading
from mutabaa.reading.passages import PassageKind
from mutabaa.texts import OfficialText, SourceFile
from mutabaa.vocabulary import Language


def paragraph(
    path: str,
    text: str,
    *,
    acts: Sequence[tuple[str, str]] = (),
    addressees: Sequence[str] = (),
    actors: dict[str, str] | None = None,
    instruments: dict[str, str] | None = None,
    dates: dict[str, str] | None = None,
    deadline: tuple[str, str] | None = None,
    kind: PassageKind = "operative",
) -> Passage:
    """A passage; `acts` are pairs (verb as written, class), the rest are words of the text with their value."""
    bare = Passage(
        kind=kind, start=0, end=len(text), number=path, path=path, text=text, segments=((0, 0),), rule="t"
    )

    def quote(words: str):  # type: ignore[no-untyped-def]
        start = text.index(words)
        return bare.quote(start, start + len(words))

    due = ()
    if deadline:
        due = (Deadline(quote=quote(deadline[0]), kind="duration", value=deadline[1], rule="t"),)
    found = tuple(
        Act(
            verb=quote(verb),
            act=act,
            rule="t",
            addressees=tuple(quote(words) for words in addressees) if number == 0 else (),
            basis="stated" if addressees and number == 0 else None,
            deadlines=due if number == 0 else (),
        )
        for number, (verb, act) in enumerate(acts)
    )
    mentions = [
        Mention(kind="actor", quote=quote(words), name=name, rule="t")
        for words, name in (actors or {}).items()
    ]
    mentions += [
        Mention(kind="date", quote=quote(words), name=name, rule="t") for words, name in (dates or {}).items()
    ]
    return Passage(
        kind=kind,
        start=0,
        end=len(text),
        number=path,
        path=path,
        text=text,
        segments=((0, 0),),
        rule="t",
        acts=found,
        mentions=tuple(mentions),
        instruments=tuple(
            Instrument(quote=quote(words), symbol=symbol, rule="t")
            for words, symbol in (instruments or {}).items()
        ),
    )


def reading(
    language: Language, *passages: Passage, symbol: str | None = "XYZ/RES/7", file: str | None = None
) -> Reading:
    """A reading of one language version, holding these passages."""
    text = "\n".join(passage.text for passage in passages)
    name = file or f"text-{language}.txt"
    source = SourceFile(name=name, content=text.encode(), sha256=hashlib.sha256(text.encode()).hexdigest())
    return Reading(
        official_text=OfficialText(source=source, format="text", text=text),
        reader="test",
        language=language,
        languages=(language,),
        symbol=Fact(value=symbol, quote=None, rule="t") if symbol else None,
        passages=passages,
    )
