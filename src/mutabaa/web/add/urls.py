"""Where files are sent, and where it is told what came of them."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.add.views import add, upload
from mutabaa.web.layout.navigation import Place

urlpatterns = [
    path("add", add, name="add"),
    path("add/<str:name>", upload, name="upload"),
]
places = (Place(url="add", label=gettext_noop("Add a text"), order=45),)
