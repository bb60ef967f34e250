"""The deadlines' route."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.deadlines.views import deadlines
from mutabaa.web.layout.navigation import Place

urlpatterns = [path("deadlines", deadlines, name="deadlines")]
places = (Place(url="deadlines", label=gettext_noop("Deadlines"), order=25),)
