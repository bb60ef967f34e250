"""The one place that chooses: which database, which folder, which key, which clock."""

from mutabaa.wiring.folder import Folder
from mutabaa.wiring.register import NoRegister, Register, make_register, open_register

__all__ = ["Folder", "NoRegister", "Register", "make_register", "open_register"]
