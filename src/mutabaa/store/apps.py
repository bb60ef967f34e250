"""The store as a Django application."""

from django.apps import AppConfig


class Store(AppConfig):
    """Tables only: no pages, no signals."""

    name = "mutabaa.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
