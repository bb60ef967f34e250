"""The register as a WSGI application: what a server runs. It is open before the first request is answered."""

import os
from pathlib import Path

from mutabaa.wiring.folder import FOLDER_VARIABLE
from mutabaa.wiring.register import open_register
from mutabaa.wiring.served import show

show(open_register(Path(os.environ.get(FOLDER_VARIABLE) or "register")))

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
