"""People as a Django application."""

from django.apps import AppConfig


class People(AppConfig):
    """Accounts and invitations; pages for them are in web/sign_in."""

    name = "mutabaa.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
