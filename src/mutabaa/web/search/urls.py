"""The search's routes."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.layout.navigation import Place
from mutabaa.web.search.views import forget, keep, search

urlpatterns = [
    path("search", search, name="search"),
    path("search/keep", keep, name="keep_search"),
    path("search/forget", forget, name="forget_search"),
]
places = (Place(url="search", label=gettext_noop("Search"), order=35),)
