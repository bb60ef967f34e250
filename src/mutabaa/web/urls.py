"""Every route: those of each page's folder, which are found by themselves.

A folder `web/<page>/` with a `urls.py` is a page: its `urlpatterns` are taken as they stand, its `places` go into the
navigation (web/layout/navigation.py).
"""

from django.urls import include, path

from mutabaa.web.layout.navigation import page_urls
from mutabaa.web.layout.views import home, language

handler400 = "mutabaa.web.layout.views.not_understood"
# What isn't there is told by the room of security, for it must say nothing.
handler404 = "mutabaa.web.security.handler404"
handler500 = "mutabaa.web.layout.views.went_wrong"

urlpatterns = [
    path("", home, name="home"),
    path("language/<str:code>", language, name="language"),
    path("api/v1/", include("mutabaa.api.urls")),
    *(pattern for module in page_urls() for pattern in module.urlpatterns),
]
