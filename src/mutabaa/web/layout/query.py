"""The part of an address behind the question mark, with some of it changed: filters, pages, the moment."""

from urllib.parse import urlencode

from django.http import HttpRequest


def with_query(request: HttpRequest, **changed: str | int | None) -> str:
    """This page's query with these changed; None takes one out. Whatever filters change, the first page comes first.

    Gives "?" alone where nothing is left, so that the link still leads to the page without a query.
    """
    kept = request.GET.copy()
    if "page" not in changed:
        kept.pop("page", None)
    for name, value in changed.items():
        if value is None or value == "":
            kept.pop(name, None)
        else:
            kept[name] = str(value)
    pairs = [(name, value) for name, values in sorted(kept.lists()) for value in values if value]
    return f"?{urlencode(pairs)}"
