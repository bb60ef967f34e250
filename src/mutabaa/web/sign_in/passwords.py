"""What a password must be, said in the languages of the pages: some of Django's own words are in English only."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class Long(django.MinimumLengthValidator):
    """At least `min_length` characters."""

    def get_error_message(self) -> str:
        return _("At least %(min_length)d characters are needed.") % {"min_length": self.min_length}


class NotOneself(django.UserAttributeSimilarityValidator):
    """Not one's own name or address."""

    def get_error_message(self) -> str:
        return _("It is too like your name or your address.")


class NotUsual(django.CommonPasswordValidator):
    """None of the twenty thousand that are tried first."""

    def get_error_message(self) -> str:
        return _("It is one of the passwords that are tried first.")


class NotNumbersAlone(django.NumericPasswordValidator):
    """Not digits alone."""

    def get_error_message(self) -> str:
        return _("Digits alone are too easily tried.")
