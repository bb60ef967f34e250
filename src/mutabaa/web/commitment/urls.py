"""Permanent addresses. `/c/` and the code of any record: they are printed, and must lead there for as long as it does."""

from django.urls import path

from mutabaa.web.commitment.views import at_code, record_history, why_status

urlpatterns = [
    path("c/<path:code>", at_code, name="commitment"),
    path("why/<path:code>", why_status, name="why"),
    path("history/<path:code>", record_history, name="history"),
]
