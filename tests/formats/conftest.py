"""Readings made by hand, of our own sentences in the form of such reports: what the formats are tested on."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from mutabaa.reading import Act, Concern, Deadline, Fact, Instrument, Mention, Passage, Quote, Reading
from mutabaa.texts import OfficialText, Problem, SourceFile

Spoken = dict[str, Any]


def passage(text: str, whole: str, after: int, kind: str, told: Spoken) -> Passage:
    """A passage of a document of one line a passage; findings are given by their words."""
    label = told.get("label", "")
    start = whole.index(f"{label} {text}".lstrip(" "), after)
    body = whole.index(text, start)

    def quote(words: str) -> Quote:
        at = text.index(words)
        return Quote(text=words, start=body + at, end=body + at + len(words))

    acts = tuple(
        Act(
            verb=quote(act["verb"]),
            act=act["act"],
            addressees=tuple(map(quote, act.get("addressees", ()))),
            basis=act.get("basis"),
            action=quote(act["action"]) if "action" in act else None,
            deadlines=tuple(
                Deadline(quote=quote(words), kind=sort, value=value, rule="date.full")
                for words, sort, value in act.get("deadlines", ())
            ),
            reiterated=act.get("reiterated", False),
            rule="verb.main",
        )
        for act in told.get("acts", ())
    )
    return Passage(
        kind=kind,  # type: ignore[arg-type]
        start=start,
        end=body + len(text),
        number=told.get("number"),
        label=label,
        level=told.get("level", 0),
        path=told.get("path", told.get("number") or "0"),
        text=text,
        segments=((0, body),),
        rule="structure.line",
        acts=acts,
        instruments=tuple(
            Instrument(quote=quote(words), symbol=symbol, rule="instrument.resolution")
            for words, symbol in told.get("instruments", ())
        ),
        mentions=tuple(
            Mention(kind=sort, quote=quote(words), name=name, rule="mention.table")
            for sort, words, name in told.get("mentions", ())
        ),
    )


def made(language: str, name: str, facts: dict[str, str], units: list[tuple[str, str, Spoken]]) -> Reading:
    """A reading of units (kind, text, what was found)."""
    whole = "\n".join(f"{told.get('label', '')} {text}".lstrip(" ") for _, text, told in units) + "\n"
    content = whole.encode()
    source = SourceFile(name=name, content=content, sha256=hashlib.sha256(content).hexdigest())
    passages, after = [], 0
    for kind, text, told in units:
        passages.append(passage(text, whole, after, kind, told))
        after = passages[-1].end
    found = {}
    for key, value in facts.items():
        at = whole.find(value)
        quote = Quote(text=value, start=at, end=at + len(value)) if at >= 0 else None
        found[key] = Fact(value=value, quote=quote, rule=f"fact.{key}")
    return Reading(
        official_text=OfficialText(
            source=source,
            format="text",
            text=whole,
            encoding="utf-8",
            problems=(Problem(kind="page_unreadable", page=1),) if language == "ar" else (),
        ),
        reader="0.1.0+words.1",
        language=language,  # type: ignore[arg-type]
        languages=(language,),  # type: ignore[arg-type]
        passages=tuple(passages),
        concerns=(
            Concern(kind="unread_verb", passage="2", quote=passages[-2].quote(0, 5), facts={"word": "x"}),
        ),
        **found,
    )


@pytest.fixture(scope="session")
def make() -> Callable[..., Reading]:
    return made


@pytest.fixture(scope="session")
def english() -> Reading:
    """A resolution with every kind of passage, a sub-list, an annex and words that could become mark-up or formulas."""
    return made(
        "en",
        "lake.txt",
        {
            "symbol": "XC/RES/12 (2019)",
            "title": "Cooperation on the waters of the lake",
            "body": "xc",
            "kind": "resolution",
            "date": "2019-05-14",
        },
        [
            ("preface", "XC/RES/12 (2019)", {"path": "preface/1"}),
            ("preface", "Cooperation on the waters of the lake", {"path": "preface/2"}),
            ("chapeau", "The Lake Commission,", {"path": "chapeau/1"}),
            (
                "preambular",
                "Recalling its resolution 11 (2018) of 3 May 2018,",
                {"path": "pp/1", "acts": [{"verb": "Recalling", "act": "recall"}],
                 "instruments": [("resolution 11 (2018)", "XC/RES/11 (2018)")]},
            ),
            ("heading", "A. Fishing & <nets>", {"path": "h/1"}),
            (
                "operative",
                "Welcomes the report and again requests the Executive Secretary to publish, by 31 December 2019:",
                {"number": "1", "label": "1.", "acts": [
                    {"verb": "Welcomes", "act": "welcome"},
                    {"verb": "again requests", "act": "request", "addressees": ["the Executive Secretary"],
                     "basis": "stated", "action": "publish, by 31 December 2019", "reiterated": True,
                     "deadlines": [("by 31 December 2019", "date", "2019-12-31")]}],
                 "mentions": [("date", "31 December 2019", "2019-12-31")]},
            ),
            ("subparagraph", "The list of licences;", {"number": "a", "label": "(a)", "level": 1, "path": "1/a"}),
            ("subparagraph", "Its accounts, namely:", {"number": "b", "label": "(b)", "level": 1, "path": "1/b"}),
            ("subparagraph", "=SUM(A1) of income;", {"number": "i", "label": "(i)", "level": 2, "path": "1/b/i"}),
            (
                "operative",
                "Calls for restraint, and decides to remain seized of the matter.",
                {"number": "2", "label": "2.", "acts": [
                    {"verb": "Calls for", "act": "call", "basis": "not_stated", "action": "restraint"},
                    {"verb": "decides to remain seized", "act": "seized"}]},
            ),
            ("closing", "14 May 2019", {"path": "closing/1"}),
            ("annex", "Annex: rules of the nets", {"path": "annex/1"}),
        ],
    )  # fmt: skip


@pytest.fixture(scope="session")
def arabic() -> Reading:
    """A report whose numbers are words; it states no symbol, so that its codes begin with the name of the file."""
    return made(
        "ar",
        "البحيرة.txt",
        {"title": "تقرير اجتماع فريق البحيرة", "date": "2019-05"},
        [
            ("preface", "تقرير اجتماع فريق البحيرة", {"path": "preface/1"}),
            (
                "operative",
                "رحّب الاجتماع بتقرير الأمين العام، وحثّ الدولَ الأعضاء على الإسراع بسداد اشتراكاتها.",
                {"number": "1", "label": "أولاً:", "acts": [
                    {"verb": "رحّب", "act": "welcome"},
                    {"verb": "حثّ", "act": "urge", "addressees": ["الدولَ الأعضاء"], "basis": "stated",
                     "action": "الإسراع بسداد اشتراكاتها", "deadlines": [("الإسراع", "open", None)]}]},
            ),
            (
                "operative",
                "ودعاها إلى احترام الاتفاق (المادة 3).",
                {"number": "2", "label": "ثانياً:", "acts": [
                    {"verb": "دعاها", "act": "call", "basis": "carried_over", "action": "احترام الاتفاق (المادة 3)"}]},
            ),
            ("closing", "حُرر في المدينة في أيار/مايو 2019", {"path": "closing/1"}),
        ],
    )  # fmt: skip
