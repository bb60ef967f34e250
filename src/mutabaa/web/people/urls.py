"""The routes by which people are invited and accounts are closed."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.layout.navigation import Place
from mutabaa.web.people.views import close, invite, new_link, people

urlpatterns = [
    path("people", people, name="people"),
    path("people/invite", invite, name="invite_person"),
    path("people/<str:name>/link", new_link, name="new_link"),
    path("people/<str:name>/close", close, name="close_account"),
]
places = (Place(url="people", label=gettext_noop("People"), order=90),)
