"""The desk's pages: which texts wait, and one of them with its proposals; each decision is a form of its own."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.review import ProposalOnDesk, ReviewDesk, accept_all, decide, desk, desks
from mutabaa.people.policy import Viewer
from mutabaa.review import KeptText, Verdict
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.layout.said import language
from mutabaa.web.layout.statements import kind_name, statement_name
from mutabaa.web.review import differences, options
from mutabaa.web.review.cards import KINDS, SHOWS, Asked, cards, spans, stale_cards
from mutabaa.web.review.corrections import EDITED, Wrong, corrected
from mutabaa.web.review.lit_text import lit_text
from mutabaa.web.review.refusals import refusal_words
from mutabaa.wiring.register import Register

_VERDICTS: Mapping[str, Verdict] = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
# What was just done, told on the page that it leads to.
_DONE = ("done", "of", "accepted", "left")
# What of the address leads back to the same view of the desk.
_KEPT = ("version", "show", "kind", "words")


@shown_to("review")
def texts(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    return render(request, "review/texts.html", {"texts": desks(register, viewer)})


@shown_to("review", methods=("GET", "HEAD", "POST"))
def review(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """`version` chooses the language; `show`, `kind` and `words` what isn't dimmed; `correct` names a proposal whose
    form is open. A decision that can't be recorded is answered on the same page, with what was typed."""
    if request.method != "POST":
        return _page(request, desk(register, viewer, code))
    done: dict[str, str | int] = {"done": request.POST.get("deed", "")}
    try:
        if done["done"] == "accept_all":
            taken = accept_all(register, viewer, code)
            done |= {"accepted": taken.accepted, "left": len(taken.left)}
        else:
            refused = _decided(request, register, viewer, code)
            if refused is not None:
                return refused
            done["of"] = request.POST.get("of", "")
    except NotDone as refusal:
        return _page(request, desk(register, viewer, code), told=refusal_words(refusal), status=409)
    query = urlencode(_kept(request) | done)
    there = _number(request.POST.get("following"))
    return HttpResponseRedirect(
        f"{reverse('review', kwargs={'code': code})}?{query}" + (f"#p{there}" if there else ""), status=303
    )


def _decided(request: HttpRequest, register: Register, viewer: Viewer, code: str) -> HttpResponse | None:
    """Record the decision; the page again where what was typed can't be stated. Raises NotDone, NotThere."""
    typed = {name: str(value) for name, value in request.POST.items()}
    name, verdict = typed.get("proposal", ""), _VERDICTS.get(typed.get("deed", ""))
    if verdict is None:
        raise BadRequest("deed: no such deed")
    statements = None
    if verdict == "corrected":
        shown = desk(register, viewer, code)
        texts: dict[str, KeptText] = {one.language: one.text for one in shown.versions}
        said = corrected([line.statement for line in _named(shown, name).statements], typed, texts)
        if isinstance(said, Wrong):
            return _page(request, shown, wrong=said.fields, status=422)
        statements = said
    decide(
        register,
        viewer,
        name,
        verdict,
        statements,
        reason=typed.get("reason", ""),
        instead_of=_number(typed.get("instead_of")),
    )
    return None


def _page(
    request: HttpRequest,
    shown: ReviewDesk,
    *,
    told: str = "",
    wrong: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The desk. `told`: why nothing was recorded; `wrong`: what of a correction can't be stated, field by field."""
    versions = {one.language: one for one in shown.versions}
    asked_version = request.GET.get("version") or (
        language() if language() in versions else next(iter(versions))
    )
    version = versions.get(asked_version)  # type: ignore[call-overload]
    if version is None:
        raise BadRequest("version: no such language version")
    asked = _asked(request)
    on_desk = cards(shown, version.language, asked)
    asked_for = {card.number for card in on_desk if card.asked_for}
    typed = request.POST.dict() if status != 200 else {}
    correcting = typed.get("proposal") if wrong is not None else request.GET.get("correct", "")
    filled: dict[str, Any] = {
        "shown": shown,
        "version": version,
        "paragraphs": lit_text(version.text, spans(on_desk, version.language), asked_for),
        "cards": on_desk,
        "asked_for": len(asked_for),
        "stale": stale_cards(shown, version.language),
        "asked": asked,
        "shows": SHOWS,
        "kinds": [kind for kind in KINDS if any(card.one.kind == kind for card in on_desk)],
        "adding": sum(card.waits and card.one.only_adds and card.one.stood_at is None for card in on_desk),
        "told": told,
        "wrong": wrong or {},
        "typed": typed,
        "correcting": correcting,
        "done": {name: request.GET.get(name, "") if status == 200 else "" for name in _DONE},
        "kept": urlencode(_kept(request)),
        # Each of them once a page: a long text has some hundred proposals, and they say the same few things.
        "statement_name": cache(statement_name),
        "kind_name": cache(kind_name),
        "difference_name": differences.difference_name,
        "difference_value": differences.difference_value,
        "edited": EDITED,
        "act_options": options.act_options,
        "basis_options": options.basis_options,
        "due_options": options.due_options,
        "language_options": options.language_options,
    }
    return render(request, "review/review.html", filled, status=status)


def _asked(request: HttpRequest) -> Asked:
    """What the desk is asked for. Raises BadRequest for what can't be asked."""
    show, kind = request.GET.get("show") or "all", request.GET.get("kind", "")
    if show not in SHOWS or (kind and kind not in KINDS):
        raise BadRequest("show, kind: no such choice")
    return Asked(show=show, kind=kind, words=request.GET.get("words", "").strip()[:200])


def _kept(request: HttpRequest) -> dict[str, str | int]:
    return {name: value for name in _KEPT if (value := request.GET.get(name, ""))}


def _named(shown: ReviewDesk, name: str) -> ProposalOnDesk:
    """Raises NotThere."""
    found = next((one for one in shown.proposals if one.name == name), None)
    if found is None:
        raise NotThere(name)
    return found


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() and len(written) < 7 else None
