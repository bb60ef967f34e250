"""The actors' routes."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.actors.views import actor, actors, add_name, propose
from mutabaa.web.layout.navigation import Place

urlpatterns = [
    path("actors", actors, name="actors"),
    path("actors/propose", propose, name="propose_actor"),
    path("actors/name/<path:code>", add_name, name="name_actor"),
    path("actors/<path:code>", actor, name="actor"),
]
places = (Place(url="actors", label=gettext_noop("Actors"), order=45),)
