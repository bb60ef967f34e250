"""The routes of what sources tell of a commitment."""

from django.urls import path

from mutabaa.web.evidence.panels import panels as panels
from mutabaa.web.evidence.views import cite, lifecycle, lineage, withdraw

urlpatterns = [
    path("cite/<path:code>", cite, name="cite"),
    path("withdraw/<path:code>", withdraw, name="withdraw_citation"),
    path("lifecycle/<path:code>", lifecycle, name="set_lifecycle"),
    path("lineage/<path:code>", lineage, name="link_lineage"),
]
