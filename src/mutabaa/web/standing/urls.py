"""The list's route."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.layout.navigation import Place
from mutabaa.web.standing.views import standing

urlpatterns = [path("commitments", standing, name="standing")]
places = (Place(url="standing", label=gettext_noop("Commitments"), order=20),)
