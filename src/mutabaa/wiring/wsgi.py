"""The register as a WSGI application: what a server runs. It is open before the first request is answered."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mutabaa.wiring.folder import FOLDER_VARIABLE
from mutabaa.wiring.register import open_register
from mutabaa.wiring.served import show

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def application() -> "WSGIHandler":
    """Open the register that the environment names, and answer for it. Raises NoRegister."""
    show(open_register(Path(os.environ.get(FOLDER_VARIABLE) or "register")))
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()
