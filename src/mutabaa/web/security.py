"""What holds for every answer: what may run in a page, where a form may lead, and that forbidden looks like absent."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import IO, cast

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject
from django.utils.http import content_disposition_header

from mutabaa.desk.errors import NotThere
from mutabaa.people.admission import policy_of, viewer_of
from mutabaa.people.policy import DEEDS, NotAllowed

_REFUSED = (NotThere, NotAllowed, PermissionDenied)
_KEPT_OF_404 = ("Content-Type", "Content-Language")


class Answered(HttpRequest):
    """A request as templates see it. `csp_nonce`: made when it is used."""

    csp_nonce: SimpleLazyObject


class Security:
    """The outermost of the middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Gives the request its `csp_nonce`, and the answer its headers."""
        nonce = SimpleLazyObject(lambda: secrets.token_urlsafe(16))
        cast(Answered, request).csp_nonce = nonce
        response = self.get_response(request)
        if response.status_code == 404 and isinstance(response, HttpResponse):
            response = _bare(response)
        if "Content-Security-Policy" not in response.headers:
            # An answer that uses no nonce names none, so that two answers alike are alike to the byte.
            response.headers["Content-Security-Policy"] = policy(str(nonce) if _used(nonce) else None)
        # What somebody is told stays out of every cache between; files of ours say otherwise themselves.
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
            " publickey-credentials-get=(self), publickey-credentials-create=(self)"
        )
        return response

    def process_view(
        self, request: HttpRequest, view: object, given: Sequence[object], named: Mapping[str, object]
    ) -> HttpResponse | None:
        """Files are read from those alone who may do the deed that takes them; to anybody else it isn't there. Asked
        here, for the form's secret is sought in what was sent before the view is asked."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isascii() and length.isdigit() and int(length) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return None
        found = policy_of(view)
        takes_files = found is not None and found.needs in DEEDS
        return None if found and takes_files and found.admits(viewer_of(request)) else handler404(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What isn't there and what this viewer may not do are told alike, whatever view forgot to say so."""
        return handler404(request, exception) if isinstance(exception, _REFUSED) else None


def policy(nonce: str | None) -> str:
    """The Content-Security-Policy: nothing from elsewhere, and no script or style without this answer's nonce."""
    own = f"'self' 'nonce-{nonce}'" if nonce else "'self'"
    script = f"'nonce-{nonce}'" if nonce else "'none'"
    actions = " ".join(["'self'", *settings.FORM_ACTIONS])
    return (
        f"default-src 'none'; script-src {script}; style-src {own}; img-src 'self' data:; font-src 'self';"
        f" connect-src 'self'; form-action {actions}; frame-ancestors 'none'; base-uri 'none'"
    )


def handler404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page of what isn't there. It knows nothing of the request, so it can't tell anything of it."""
    return HttpResponse(render_to_string("sign_in/absent.html"), status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or that somebody else's page sent."""
    return HttpResponse(render_to_string("sign_in/grown_old.html"), status=403)


def attachment(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file to be saved, never shown: what others uploaded runs nowhere."""
    response = HttpResponse(content, content_type=media_type)
    _saved_only(response, name)
    return response


def attached(file: IO[bytes], name: str, media_type: str) -> FileResponse:
    """The same for what is too large to be held; the file is read as it is sent, and closed."""
    response = FileResponse(file, content_type=media_type)
    _saved_only(response, name)
    return response


def _saved_only(response: HttpResponseBase, name: str) -> None:
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"


def _bare(response: HttpResponse) -> HttpResponse:
    """The answer without what would tell how it came about: whether a session was asked for, and by whom."""
    bare = HttpResponse(response.content, status=404)
    for name in _KEPT_OF_404:
        if name in response.headers:
            bare.headers[name] = response.headers[name]
    fixed = {
        "Content-Length": str(len(response.content)),
        "Vary": "Accept-Language, Cookie",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    }
    for name, value in fixed.items():
        bare.headers[name] = value
    for name in ("Strict-Transport-Security", "Cross-Origin-Opener-Policy"):
        if name in response.headers:
            bare.headers[name] = response.headers[name]
    return bare


def _used(nonce: SimpleLazyObject) -> bool:
    from django.utils.functional import empty

    return nonce.__dict__["_wrapped"] is not empty
