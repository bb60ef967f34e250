"""The pages of sources. A file is read only in the sandbox, and given back only to be saved."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from mutabaa.desk import sources as desk
from mutabaa.desk.bearing import propose_bearing
from mutabaa.desk.cited_on import cited_on
from mutabaa.desk.errors import NotDone
from mutabaa.desk.search import make_ready
from mutabaa.people.policy import Viewer
from mutabaa.register.statements import CREDIBILITY, RELIABILITY
from mutabaa.texts import OfficialText, Refusal
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.forms.answered import FORM, answered
from mutabaa.web.forms.typed import day_typed, language_typed, marking_typed, markings_for
from mutabaa.web.layout.said import language, language_name
from mutabaa.web.layout.statements import bearing_name, grade_name
from mutabaa.web.security import attachment
from mutabaa.web.standing.views import page_number
from mutabaa.wiring.read_upload import read_upload
from mutabaa.wiring.register import Register

PER_PAGE = 50
# Texts made ready to be compared while somebody waits, in about a second.
_MADE_READY = 500


@shown_to("read")
def sources(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Fifty at a time, the last recorded first."""
    found, page = desk.sources(register, viewer, moment)[::-1], page_number(request)
    start = (page - 1) * PER_PAGE
    shown = {
        "sources": found[start : start + PER_PAGE] if page else (),
        "total": len(found),
        "page": page,
        "pages": max(1, -(-len(found) // PER_PAGE)),
        "reads": language(),
    }
    return render(request, "sources/sources.html", shown)


@shown_to("read")
def source(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """A source with the commitments for which it is cited. Raises NotThere."""
    found = desk.source(register, viewer, code, moment)
    shown = {"found": found, "reads": language(), "cited": cited_on(register, viewer, found.code, moment)}
    return render(request, "sources/source.html", shown)


@shown_to("cite", methods=FORM)
def add(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """A file, an address with or without a kept copy, or a note. Leads to what it may bear on."""

    def added(typed: QueryDict) -> str:
        sent = request.FILES.get("file")
        if sent is not None and (sent.size or 0) > desk.MOST_MEGABYTES * 1_000_000:
            raise NotDone("source_too_large", most=str(desk.MOST_MEGABYTES))
        spoken, title = language_typed(typed, "language"), " ".join(typed.get("title", "").split())
        titled: Language = language_typed(typed, "title_language") or spoken or language()
        code = desk.add_source(
            register,
            viewer,
            content=sent.read() if sent is not None else None,
            file_name=(sent.name or "") if sent is not None else "",
            url=typed.get("url", ""),
            note=typed.get("note", ""),
            titles={titled: title} if title else None,
            language=spoken,
            published=day_typed(typed, "published"),
            origin=typed.get("origin", ""),
            informant=typed.get("informant", ""),
            marking=marking_typed(typed),
            **_grades(typed, viewer),  # type: ignore[arg-type]
        )
        return reverse("bearing", kwargs={"code": code}) + "?recorded=source"

    return answered(request, "sources/add.html", _choices(viewer), added)


@shown_to("record", methods=FORM)
def grade(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Grade it, or grade it otherwise. Raises NotThere."""
    found = desk.source(register, viewer, code, moment)

    def graded(typed: QueryDict) -> str:
        desk.regrade(register, viewer, found.code, **_grades(typed, viewer))  # type: ignore[arg-type]
        return reverse("source", kwargs={"code": found.code}) + "?recorded=grade"

    shown = {**_choices(viewer), "found": found, "reads": language()}
    return answered(request, "sources/grade.html", shown, graded)


@shown_to("cite")
def bearing(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Which commitments it may bear on, each with why and a form to cite it there; nothing happens by itself."""
    found = desk.source(register, viewer, code, moment)
    text, unread = _text(register, viewer, found)
    make_ready(register, _MADE_READY)
    proposed = propose_bearing(register, viewer, moment, text)
    state = register.state(moment, viewer.sight)
    cited = {on.code for on, _entry in cited_on(register, viewer, found.code, moment)}
    shown = {
        "found": found,
        "reads": language(),
        "unread": unread,
        "proposed": [(one, state.record(one.code)) for one in proposed if one.code not in cited],
        "bearings": [(one, bearing_name(one)) for one in ("supports", "contradicts", "context")],
        "empty": not text if isinstance(text, str) else not text.text,
    }
    return render(request, "sources/bearing.html", shown)


@shown_to("read")
def kept_file(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponseBase:
    """The file that was kept, to be saved. Raises NotThere."""
    try:
        content, name = desk.source_file(register, viewer, code)
    except NotDone:
        return HttpResponseRedirect(reverse("source", kwargs={"code": code}) + "?damaged=1")
    return attachment(content, name, "application/octet-stream")


def _text(register: Register, viewer: Viewer, found: desk.Source) -> tuple[OfficialText | str, str]:
    """What the source says, as far as it can be read, and why its file can't."""
    words = "\n".join([*found.titles.values(), found.note]).strip()
    if not found.file_name:
        return words, ""
    try:
        content, name = desk.source_file(register, viewer, found.code)
        return read_upload(content, name).official_text, ""
    except Refusal as refusal:
        return words, refusal.say(language())
    except NotDone:
        return words, ""


def _choices(viewer: Viewer) -> dict[str, object]:
    return {
        "spoken": [(one, language_name(one)) for one in LANGUAGES],
        "reliability": [(one, grade_name("reliability", one)) for one in RELIABILITY],
        "credibility": [(one, grade_name("credibility", one)) for one in CREDIBILITY],
        "markings": markings_for(viewer),
        "may_grade": viewer.may("record"),
        "most": desk.MOST_MEGABYTES,
    }


def _grades(typed: QueryDict, viewer: Viewer) -> dict[str, str | int]:
    """The grades chosen, by who may grade; what is no grade isn't one."""
    if not viewer.may("record"):
        return {}
    chosen: dict[str, str | int] = {}
    if typed.get("reliability") in RELIABILITY:
        chosen["reliability"] = cast(str, typed["reliability"])
    grades = {str(one): one for one in CREDIBILITY}
    if typed.get("credibility") in grades:
        chosen["credibility"] = grades[str(typed["credibility"])]
    return chosen
