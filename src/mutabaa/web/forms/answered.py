"""A form's page: shown, and when it is sent, done and led on from; or shown again with what was typed and why not."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from mutabaa.desk.errors import NotDone
from mutabaa.desk.words import refusal_said
from mutabaa.web.forms.typed import Mistyped
from mutabaa.web.layout.said import language

# How a view is reached that has a form.
FORM = ("GET", "HEAD", "POST")


def answered(
    request: HttpRequest,
    template: str,
    shown: Mapping[str, Any],
    deed: Callable[[QueryDict], str],
) -> HttpResponse:
    """`deed` is given what was typed, does it, and says where that leads; NotDone and Mistyped are told on the page.

    The template is given `shown`, `typed` (what was sent, before that what the address fills in) and `told`.
    """
    told = ""
    if request.method == "POST":
        try:
            return HttpResponseRedirect(deed(request.POST), status=303)
        except (NotDone, Mistyped) as refusal:
            told = refusal_words(refusal)
    typed = request.POST if request.method == "POST" else request.GET
    return render(request, template, {**shown, "typed": typed, "told": told}, status=422 if told else 200)


def refusal_words(refusal: NotDone | Mistyped) -> str:
    """Why it wasn't done, in the reader's language."""
    if isinstance(refusal, Mistyped):
        return refusal.words
    return refusal_said(refusal, language())
