"""Permanent addresses. `/c/` and the code of any record: printed once, it
must lead there for as long as there is the register."""

from django.urls import path

from mutabaa.web.commitment.views import at_code, record_history, why_status

urlpatterns = [
    path("c/<path:code>", at_code, name="commitment"),
    path("why/<path:code>", why_status, name="why"),
    path("history/<path:code>", record_history, name="history"),
]
