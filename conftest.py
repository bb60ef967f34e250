"""Django is set up before any module that has tables is imported; the register a test uses is one of its own."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mutabaa.wiring.settings")
django.setup()
