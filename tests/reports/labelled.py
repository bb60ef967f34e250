"""Readings made from paragraphs labelled by hand, so that these tests rest on no rule of the reader."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mutabaa.reading import Act, Deadline, Fact, Instrument, Passage, Quote, Reading
from mutabaa.texts import OfficialText, SourceFile
from mutabaa.vocabulary import Language

Row = dict[str, Any]


def labelled_reading(rows: Iterable[Row], file: str, **facts: str) -> Reading:
    """The reading that labels describe; `facts`: header facts by name. The text is the paragraphs, a line each."""
    listed = list(rows)
    text = "\n".join(row["text"] for row in listed)
    source = SourceFile(name=file, content=text.encode(), sha256=hashlib.sha256(text.encode()).hexdigest())
    passages: list[Passage] = []
    start = 0
    for row in listed:
        passages.append(_passage(row, start, passages))
        start += len(row["text"]) + 1
    language: Language = listed[0]["lang"]
    stated = {name: Fact(value=value, quote=None, rule="label") for name, value in facts.items()}
    return Reading(
        official_text=OfficialText(source=source, format="text", text=text),
        reader="labels 1",
        language=language,
        languages=(language,),
        passages=tuple(passages),
        symbol=stated.get("symbol"),
        body=stated.get("body"),
        title=stated.get("title"),
        kind=stated.get("kind"),
        place=stated.get("place"),
        date=stated.get("date"),
        meeting=stated.get("meeting"),
    )


def _passage(row: Row, start: int, earlier: list[Passage]) -> Passage:
    text = row["text"]
    number = row["id"].partition("#")[2].partition("@")[0]
    acts: list[Act] = []
    place = 0
    for label in row["acts"]:
        place = _find(text, label["verb"], place)
        acts.append(_act(label, text, start, place, earlier, acts))
        place += 1
    return Passage(
        kind="operative",
        start=start,
        end=start + len(text),
        number=number,
        path=number,
        text=text,
        segments=((0, start),),
        rule="label",
        acts=tuple(acts),
        instruments=tuple(
            Instrument(quote=_quote(text, one["text"], start), symbol=one["symbol"], rule="label")
            for one in row["instruments"]
        ),
    )


def _find(text: str, words: str, after: int = 0) -> int:
    found = text.find(words, after)
    return found if found >= 0 else text.index(words)


def _quote(text: str, words: str, start: int, after: int = 0) -> Quote:
    place = _find(text, words, after)
    return Quote(text=words, start=start + place, end=start + place + len(words))


def _act(label: Row, text: str, start: int, place: int, earlier: list[Passage], acts: list[Act]) -> Act:
    due = label["deadline"]
    deadlines = (
        (
            Deadline(
                quote=_quote(text, due["text"], start, 0), kind=due["kind"], value=due["value"], rule="label"
            ),
        )
        if due
        else ()
    )
    if label["addressee_basis"] == "carried_over":
        before = [*(act for passage in earlier for act in passage.acts), *acts]
        addressees = next((act.addressees for act in reversed(before) if act.addressees), ())
    else:
        addressees = tuple(_quote(text, words, start, place) for words in label["addressees"])
    return Act(
        verb=_quote(text, label["verb"], start, place),
        act=label["act"],
        addressees=addressees,
        basis=label["addressee_basis"],
        action=_quote(text, label["action"], start, place) if label["action"] else None,
        deadlines=deadlines,
        reiterated=label["reiterated"],
        rule="label",
    )


def labels_file(path: Path, language: Language) -> list[Row]:
    """The rows of one language of a labels file."""
    import json

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [row for row in rows if row["lang"] == language]
