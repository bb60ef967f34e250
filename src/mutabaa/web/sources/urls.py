"""The sources' routes."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.layout.navigation import Place
from mutabaa.web.sources.views import add, bearing, grade, kept_file, source, sources

urlpatterns = [
    path("sources", sources, name="sources"),
    path("sources/add", add, name="add_source"),
    path("sources/file/<path:code>", kept_file, name="source_file"),
    path("sources/grade/<path:code>", grade, name="grade_source"),
    path("sources/bearing/<path:code>", bearing, name="bearing"),
    path("sources/<path:code>", source, name="source"),
]
places = (Place(url="sources", label=gettext_noop("Sources"), order=38),)
