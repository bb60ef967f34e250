"""Django's settings, from the register's folder and the environment. A process serves one register.

MUTABAA_REGISTER names the folder; DATABASE_URL, when the tables are in PostgreSQL, the database. The secret is made by
`mutabaa init`; without one Django refuses to sign anything, and there is no default.
"""

import os
from pathlib import Path

from mutabaa.wiring.databases import database
from mutabaa.wiring.folder import FOLDER_VARIABLE, Folder

_FOLDER = Folder(Path(os.environ.get(FOLDER_VARIABLE, "register")))

DEBUG = False
SECRET_KEY = _FOLDER.secret_key() or ""
INSTALLED_APPS = ["mutabaa.store"]
DATABASES = {"default": database(_FOLDER, os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]
