"""The register that this process shows. One process, one register."""

import os
from pathlib import Path
from threading import Lock

from mutabaa.wiring.folder import FOLDER_VARIABLE
from mutabaa.wiring.register import Register, open_register

_LOCK = Lock()
_open: dict[Path, Register] = {}


def show(register: Register) -> None:
    """Show this register, which is open already: what a server does when it starts."""
    with _LOCK:
        _open.clear()
        _open[register.folder.path] = register


def the_register() -> Register:
    """The register of the folder that the settings were made from. Raises NoRegister where there is none."""
    path = Path(os.environ.get(FOLDER_VARIABLE) or "register")
    with _LOCK:
        if path not in _open:
            _open.clear()
            _open[path] = open_register(path)
        return _open[path]
