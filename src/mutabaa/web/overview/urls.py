"""The overview's route."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.layout.navigation import Place
from mutabaa.web.overview.views import overview_page

urlpatterns = [path("overview", overview_page, name="overview")]
places = (Place(url="overview", label=gettext_noop("Overview"), order=10),)
