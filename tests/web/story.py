"""The sample report taken into a register, and what came of its paragraph 14."""

from datetime import datetime
from pathlib import Path

from mutabaa.desk.take_in import take_in
from mutabaa.people.policy import Viewer
from mutabaa.reading import read
from mutabaa.register import Assertion, Entry
from mutabaa.register.canonical import Value
from mutabaa.review import align
from mutabaa.texts import open_text
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORT = "SAMPLE/ACM-2022/LCB-REP"
MISSION = f"{REPORT}/14.a"
OFFICER = Viewer(name="amina", role="secretariat")
READER = Viewer(name="reader", role="reader")
NOBODY = Viewer()
LANGUAGES = ("ar", "en", "fr")
CONFIDENTIAL = "TOLD IN CONFIDENCE"


def taken_in(register: Register) -> None:
    versions = [open_text(SAMPLES / f"lake-chad-report.{language}.md") for language in LANGUAGES]
    take_in(register, OFFICER, align([read(text) for text in versions]), accept=True)


def follow_up(register: Register) -> None:
    since = PartialDate.from_iso("2023-02-10")
    news = "source/joint-mission"
    entries = list[Entry]()

    def said(subject: str, says: str, value: Value, by: str = "amina", **more: object) -> None:
        def at(instant: datetime) -> list[Assertion]:
            fields = {"effective_on": since, "marking": "internal", **more}
            return [
                Assertion(
                    subject=subject, says=says, value=value, stated_by=by, recorded_at=instant, **fields
                )  # type: ignore[arg-type]
            ]

        entries.extend(register.record(at))

    said(news, "kind", "source")
    said(news, "title", {"language": "ar", "text": "اختتام البعثة المشتركة (نجامينا)"})
    said(news, "reliability", "B")
    said(news, "credibility", 2)
    said(
        MISSION, "evidence", {"bearing": "supports", "words": "The mission ended in N'Djamena."}, source=news
    )
    said(MISSION, "note", "Report awaited from the missoin.")
    said(MISSION, "note", "Report awaited from the mission.", corrects=entries[-1].name)
    said(MISSION, "note", CONFIDENTIAL, marking="confidential")
    reasons = "البعثة انتهت (10 شباط/فبراير 2023) ولم يُقدَّم تقرير."
    said(MISSION, "assessment", {"level": 2, "reasons": reasons, "sources": [news]})
    first = entries[-1].name
    said(MISSION, "judgement", {"assessment": first, "step": "adopted"}, by="omar")
    said(
        MISSION,
        "judgement",
        {"assessment": first, "step": "contested", "words": "The report was sent."},
        by="chad",
    )
    said(MISSION, "assessment", {"level": 3, "reasons": "Done in full.", "sources": [news]}, by="observer")
    said(f"{REPORT}/9.b", "lifecycle", "overtaken", source=news)
    said(f"{REPORT}/10.b", "strengthens", f"{REPORT}/11.b")
