"""The routes by which data leaves and a matrix comes back."""

from django.urls import path
from django.utils.translation import gettext_noop

from mutabaa.web.data import exports, sheets, views
from mutabaa.web.layout.navigation import Place

urlpatterns = [
    path("data", views.data, name="data"),
    path("data/matrix", exports.matrix, name="data_matrix"),
    path("data/tables", exports.tables, name="data_tables"),
    path("data/package", exports.package, name="data_package"),
    path("data/texts", exports.texts, name="data_texts"),
    path("data/actors", exports.actors, name="data_actors"),
    path("data/register", exports.whole, name="data_register"),
    path("data/input-sheet", exports.input_sheet, name="data_input_sheet"),
    path("data/sheets", sheets.bring, name="data_sheets"),
    path("data/sheets/<str:name>", sheets.sheet, name="data_sheet"),
]
places = (Place(url="data", label=gettext_noop("Data"), order=70),)
