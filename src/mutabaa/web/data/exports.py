"""What leaves: each form as a file to be saved, holding what its reader sees."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from datetime import date
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from mutabaa.desk import actors as desk_actors
from mutabaa.desk import export_forms as forms
from mutabaa.desk import input_sheet as desk_input_sheet
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.export import export_register
from mutabaa.desk.spreadsheet import matrix_out
from mutabaa.desk.words import refusal_said
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.data.views import page
from mutabaa.web.door import shown_to
from mutabaa.web.layout.said import isolated, language
from mutabaa.web.security import attached, attachment
from mutabaa.wiring.register import Register

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ZIP = "application/zip"


@shown_to("export")
def matrix(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """The matrix in the page's language, as of now, for it is to come back. `instrument`: of one text alone."""
    instrument = request.GET.get("instrument") or None
    try:
        content = matrix_out(register, viewer, language(), instrument=instrument)
    except NotDone as refusal:
        return page(
            request, viewer, register, moment, told=refusal_said(refusal, language()), beside="matrix"
        )
    return attachment(content, f"matrix-{language()}-{_today(register)}.xlsx", _XLSX)


@shown_to("export")
def tables(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponseBase:
    """The tables as CSV. `excel`: begun as Excel wants it."""
    for_excel = "excel" in request.GET
    files = forms.export_csv(register, viewer, moment, for_excel=for_excel)
    return _packed(files, f"tables{'-excel' if for_excel else ''}-{moment.as_at}.zip")


@shown_to("export")
def package(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponseBase:
    """The tables with their description."""
    return _packed(forms.export_data_package(register, viewer, moment), f"data-package-{moment.as_at}.zip")


@shown_to("export")
def texts(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponseBase:
    """The texts as Akoma Ntoso. `instrument`: one alone. Raises NotThere."""
    instrument = request.GET.get("instrument") or None
    files = forms.export_legal_texts(register, viewer, moment, instrument=instrument)
    return _packed(files, f"texts-{moment.as_at}.zip")


@shown_to("export")
def actors(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """The actors as FollowTheMoney entities."""
    content = forms.export_entities(register, viewer, moment)
    return attachment(content, f"actors-{moment.as_at}.jsonl", "application/x-ndjson")


@shown_to("export")
def whole(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponseBase:
    """The register itself, with all that was ever said, as far as the viewer sees it."""
    return _sent(f"register-{_today(register)}.zip", lambda file: export_register(register, viewer, file))


@shown_to("export")
def input_sheet(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """The sheet of an entity: its focal point's own, or for the secretariat that of whom `entity` names."""
    entity = viewer.entity if viewer.role == "contributor" else None
    try:
        if entity is None:
            viewer.must("assign")
            entity = _named(register, viewer, request.GET.get("entity", ""))
        content = desk_input_sheet.input_sheet(register, viewer, entity, language())
    except _Unnamed as why:
        told = why.words
    except NotThere:
        told = _("No commitment of %(entity)s is public or was shared with it.") % {
            "entity": isolated(entity or "")
        }
    except NotDone as refusal:
        told = refusal_said(refusal, language())
    else:
        name = entity.removeprefix("actor/").replace("/", "-")
        return attachment(content, f"input-{name}-{language()}-{_today(register)}.xlsx", _XLSX)
    return page(
        request,
        viewer,
        register,
        moment,
        told=told,
        beside="input",
        typed={"entity": request.GET.get("entity", "")},
    )


class _Unnamed(ValueError):
    """Nobody is meant, or several may be."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def _named(register: Register, viewer: Viewer, written: str) -> str:
    """The code of who is meant by a code or a name. Raises _Unnamed."""
    written = written.strip()[:400]
    with suppress(NotThere):
        return desk_actors.actor(register, viewer, written).code
    found = sorted({one.code for one in desk_actors.find(register, viewer, written)}) if written else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise _Unnamed(_("Nobody is known by “%(name)s”.") % {"name": isolated(written)})
    codes = ", ".join(map(isolated, found))
    raise _Unnamed(_("“%(name)s” may be any of: %(codes)s") % {"name": isolated(written), "codes": codes})


def _packed(files: Iterable[tuple[str, bytes]], name: str) -> HttpResponseBase:
    """Several files as one."""

    def write(out: IO[bytes]) -> None:
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for part, content in files:
                archive.writestr(part, content)

    return _sent(name, write)


def _sent(name: str, write: Callable[[IO[bytes]], object]) -> HttpResponseBase:
    """What is written into a file that nobody finds, sent as it is read."""
    with ExitStack() as held:
        file = held.enter_context(TemporaryFile())
        write(file)
        file.seek(0)
        held.pop_all()
    return attached(file, name, _ZIP)


def _today(register: Register) -> date:
    return register.now().date()
