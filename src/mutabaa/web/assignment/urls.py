"""The focal points' routes."""

from django.urls import path

from mutabaa.web.assignment.panels import panels as panels
from mutabaa.web.assignment.views import answer, assign

urlpatterns = [
    path("assign/<path:code>", assign, name="assign"),
    path("answer/<path:code>", answer, name="answer_assignment"),
]
