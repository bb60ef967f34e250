"""What is asked of somebody who opens an account."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mutabaa.people.models import NAME, Account


class PasswordForm(forms.Form):
    """A first password. `account`: whom it is for, so that it isn't their name."""

    password = forms.CharField(
        label=_("Password"),
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters, and not one of the usual ones. A sentence is good."),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self) -> str:
        """Raises ValidationError for one that is easily found."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.account)
        return password


class FirstAccountForm(PasswordForm):
    """The first account: the secretariat's."""

    name = forms.CharField(
        label=_("Sign-in name"),
        max_length=64,
        help_text=_(
            "Latin letters, digits, dots and hyphens. What you state is kept under it; it never changes."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "username", "dir": "ltr", "autocapitalize": "none"}),
    )
    display_name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    field_order = ("name", "display_name", "email", "password")

    def clean_name(self) -> str:
        """Raises ValidationError for what can't be a name."""
        name: str = self.cleaned_data["name"].strip().lower()
        try:
            NAME(name)
        except ValidationError as refused:
            raise ValidationError(_("Latin letters, digits, dots and hyphens only.")) from refused
        self.account.name = name
        return name
