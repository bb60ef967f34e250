"""The routes of a calendar's address and of what it gives."""

from django.urls import path

from mutabaa.web.calendar.views import calendar, end, given

urlpatterns = [
    path("calendar", calendar, name="calendar"),
    path("calendar/end", end, name="calendar_end"),
    path("calendar/<str:secret>.ics", given, name="calendar_feed"),
]
