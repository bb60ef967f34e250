"""The pages of our own: the link that opens an account, and one's account."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.account.views import LoginView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters

from mutabaa.desk.errors import NotThere
from mutabaa.people import accounts
from mutabaa.people.models import Account
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary import LANGUAGES
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.sign_in.adapters import speak
from mutabaa.web.sign_in.forms import FirstAccountForm, PasswordForm
from mutabaa.web.sign_in.roles import role_name
from mutabaa.wiring.register import Register

_FORM = ("GET", "HEAD", "POST")


class SignIn(LoginView):  # type: ignore[misc]
    """The page for signing in, with those who vouch for people."""

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        # The way to a forgotten password stands beside the button.
        form.fields["password"].help_text = ""
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        # A browser gives no passkey to an address of numbers.
        by_name = not self.request.get_host().split(":")[0].replace(".", "").isdigit()
        usual: dict[str, Any] = super().get_context_data(**kwargs)
        return usual | {"providers": apps, "by_name": by_name}


@shown_to("everyone", methods=_FORM)
@sensitive_post_parameters("password")
def set_up(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, secret: str
) -> HttpResponse:
    """The register's first account, once. Raises NotThere when the link is none, was used or has expired."""
    invited = accounts.invitation(secret, register.now())
    if invited is None or invited.account is not None:
        raise NotThere
    form = FirstAccountForm(request.POST or None, account=Account())
    if form.is_valid():
        said = form.cleaned_data
        made = accounts.accept_first(
            invited,
            said["name"],
            said["password"],
            register.now(),
            email=said["email"],
            display_name=said["display_name"],
            language=_language(),
        )
        if made is None:
            raise NotThere
        return _in(request, made)
    return render(request, "sign_in/open_account.html", {"form": form, "invited": None})


@shown_to("everyone", methods=_FORM)
@sensitive_post_parameters("password")
def invitation(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, secret: str
) -> HttpResponse:
    """The password of an account somebody was invited to, once. Raises NotThere as `set_up` does."""
    invited = accounts.invitation(secret, register.now())
    if invited is None or invited.account is None:
        raise NotThere
    form = PasswordForm(request.POST or None, account=invited.account)
    if form.is_valid():
        opened = accounts.accept(invited, form.cleaned_data["password"], register.now())
        if opened is None:
            raise NotThere
        return _in(request, opened)
    return render(request, "sign_in/open_account.html", {"form": form, "invited": invited.account})


@shown_to("signed_in", methods=_FORM)
def own_account(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """What the register knows of the one who asks, and the language they are answered in."""
    account = Account.objects.visible_to(viewer).get(name=viewer.name)
    chosen = request.POST.get("language", "")
    if request.method == "POST" and chosen in LANGUAGES:
        account.language = chosen
        account.save(update_fields=["language"])
        response = HttpResponseRedirect(reverse("account"))
        speak(response, chosen)
        return response
    return render(request, "sign_in/own_account.html", {"account": account, "role_name": role_name})


def _in(request: HttpRequest, account: Account) -> HttpResponse:
    """Signed in with the password just set; where a second factor is set, it is asked for all the same."""
    login = Login(user=account, redirect_url=reverse("account"))
    signed: HttpResponse = perform_password_login(request, {"username": account.name}, login)
    return signed


def _language() -> str:
    """The language of this page."""
    spoken = (get_language() or "en").split("-")[0]
    return spoken if spoken in LANGUAGES else "en"
