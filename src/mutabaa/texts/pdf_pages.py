"""Binding the pages that came out of the child process into one text."""

from typing import Any

from mutabaa.texts.official_text import Problem
from mutabaa.texts.parsed import Parsed


def bound_together(messages: list[dict[str, Any]], cut_short: str) -> Parsed:
    """The pages in order, a form feed between them, with what is missing said.

    `cut_short` is empty when the child finished, else "time", "memory" or "crash".
    """
    total = next((int(message["pages"]) for message in messages if "pages" in message), 0)
    pages = [message for message in messages if "page" in message]
    text = ""
    starts: list[int] = []
    problems: list[Problem] = []
    for message in pages:
        text += "\f" if starts else ""
        starts.append(len(text))
        text += str(message["text"]).replace("\f", "\n").strip("\n")
        problems += [Problem(**problem) for problem in message["problems"]]
    facts = {"read": str(len(pages)), "pages": str(total)}
    if any("cut_short" in message for message in messages):
        problems.append(Problem(kind="file_cut_short"))
    if any("left_out" in message for message in messages):
        problems.append(Problem(kind="pages_left_out", facts=facts))
    elif cut_short == "time" or any("out_of_time" in message for message in messages):
        problems.append(Problem(kind="pages_out_of_time", facts=facts))
    elif cut_short:
        problems.append(Problem(kind="pages_lost", facts=facts))
    return Parsed(
        text=text,
        page_starts=tuple(starts) or (0,),
        ocr_pages=tuple(int(message["page"]) for message in pages if message.get("recognised")),
        problems=tuple(problems),
    )
