"""Where files are sent, and where it is told what came of them. The way there is by the page of texts under review."""

from django.urls import path

from mutabaa.web.add.views import add, upload

urlpatterns = [
    path("add", add, name="add"),
    path("add/<str:name>", upload, name="upload"),
]
