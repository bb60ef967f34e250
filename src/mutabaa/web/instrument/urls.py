"""The texts' routes."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.instrument.views import list_of_texts, text
from mutabaa.web.layout.navigation import Place

urlpatterns = [
    path("texts", list_of_texts, name="instruments"),
    path("texts/<path:code>", text, name="instrument"),
]
places = (Place(url="instruments", label=gettext_noop("Texts"), order=30),)
