"""The assessments' routes."""

from django.urls import path

from mutabaa.web.assessment.panels import panels as panels
from mutabaa.web.assessment.views import assess, reply, step, withdraw

urlpatterns = [
    path("assess/<path:code>", assess, name="assess"),
    path("assessment/step/<path:code>", step, name="take_step"),
    path("assessment/reply/<path:code>", reply, name="reply"),
    path("assessment/withdraw/<path:code>", withdraw, name="withdraw_assessment"),
]
