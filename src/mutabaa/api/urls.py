"""The API's routes and what each says when it can't answer. Its description is at openapi.json; no page of others'."""

from collections.abc import Iterator
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from mutabaa.api.deeds import router as deeds
from mutabaa.api.door import POLICIES
from mutabaa.api.reading import router as reading
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.people.admission import Declared, Policy
from mutabaa.people.policy import NotAllowed
from mutabaa.register import Misstated, NotAdmitted

api = NinjaAPI(
    title="Mutabaa",
    version="1",
    description="The register of what ministers agreed and what came of it. Every answer is as at a moment, and as far"
    " as whoever asks may see.",
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", reading)
api.add_router("", deeds)


def problem(status: int, kind: str, title: str) -> HttpResponse:
    """An answer that says why there is none (RFC 9457)."""
    return JsonResponse(
        {"status": status, "kind": kind, "title": title},
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False, "sort_keys": True},
    )


@api.exception_handler(Http404)
@api.exception_handler(NotThere)
@api.exception_handler(NotAllowed)
def not_there(request: HttpRequest, refused: Exception) -> HttpResponse:
    """Absent and forbidden are told alike, to the byte."""
    return problem(404, "not_there", "Nothing is here, or nothing that you may see.")


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, refused: ValidationError) -> HttpResponse:
    """Which part of the question isn't what it should be; its value is not repeated."""
    parts = sorted({".".join(str(part) for part in error["loc"]) for error in refused.errors})
    return problem(422, "not_understood", "; ".join(parts))


@api.exception_handler(HttpError)
def refused(request: HttpRequest, refusal: HttpError) -> HttpResponse:
    return problem(refusal.status_code, "refused", str(refusal))


@api.exception_handler(NotDone)
@api.exception_handler(Misstated)
@api.exception_handler(NotAdmitted)
def not_done(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """What was asked can't be recorded as it stands."""
    return problem(422, getattr(refusal, "kind", "misstated"), str(refusal))


def _with_policies(patterns: list[Any]) -> Iterator[Any]:
    """The routes, each bearing the policy that its operation declared; the description is for everyone."""
    declared = {path.strip("/").replace("{", "<").replace("}", ">"): one for path, one in POLICIES.items()}
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            route = str(pattern.pattern)
            view = cast(Declared, pattern.callback)
            view.policy = (
                Policy(needs="everyone") if route in ("openapi.json", "") else declared[route.strip("/")]
            )
        yield pattern


urlpatterns = list(_with_policies(api.urls[0]))
app_name = "api"
