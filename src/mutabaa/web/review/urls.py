"""The review desk's routes."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.layout.navigation import Place
from mutabaa.web.review.views import review, texts

urlpatterns = [
    path("review", texts, name="reviews"),
    path("review/<path:code>", review, name="review"),
]
places = (Place(url="reviews", label=gettext_noop("Review"), order=40),)
