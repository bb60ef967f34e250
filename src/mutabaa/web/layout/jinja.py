"""The templates' surroundings: escaping always on, words from gettext, links that keep the moment looked at."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from mutabaa.register import AXES
from mutabaa.vocabulary import LANGUAGES, direction
from mutabaa.vocabulary.acts import kind_of
from mutabaa.web.layout import records, rules, said, statements
from mutabaa.web.layout.navigation import doors
from mutabaa.web.layout.query import with_query


def environment(**options: Any) -> Environment:
    """The environment of all pages. Django's backend gives the folders; a name that isn't there fails loudly."""
    made = Environment(
        **{
            **options,
            "autoescape": True,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
        }
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.policies["ext.i18n.trimmed"] = True
    made.globals |= {
        "link": link,
        "url": lambda name, /, **parts: reverse(name, kwargs=parts),
        "with_query": pass_context(lambda context, **changed: with_query(context["request"], **changed)),
        "static": static,
        "doors": doors,
        "page_language": said.language,
        "page_direction": said.page_direction,
        "language_name": said.language_name,
        "direction": direction,
        "languages": LANGUAGES,
        "axes": AXES,
        "axis_name": said.axis_name,
        "axis_value": said.axis_value,
        "why": said.why,
        "act_name": said.act_name,
        "act_force": said.act_force,
        "due": said.due,
        "marking_name": said.marking_name,
        "count": said.count,
        "url_exists": url_exists,
        "versions": records.versions,
        "words_of": records.words_of,
        "page_languages": records.page_languages,
        "party": records.party,
        "parties": records.parties,
        "body_name": records.body_name,
        "kind_of": kind_of,
        "short_code": records.short_code,
        "passage_label": records.passage_label,
        "acts_of": records.acts_of,
        "rule_name": statements.rule_name,
        "rule_words": rules.rule_words,
        "under_instruments": records.under_instruments,
        "in_page_order": records.in_page_order,
        "kind_name": statements.kind_name,
        "statement_name": statements.statement_name,
        "kin_name": statements.kin_name,
        "bearing_name": statements.bearing_name,
        "grade_name": statements.grade_name,
        "source_name": statements.source_name,
        "value_text": statements.value_text,
    }
    made.filters |= {
        "day": said.day,
        "instant": said.instant,
        "period": said.period,
        "own": said.own,
        "code": said.code,
        "isolated": said.isolated,
    }
    return made


@pass_context
def link(context: Context, name: str, /, **parts: Any) -> str:
    """The address of a route, with the moment looked at kept."""
    entered = getattr(context.get("request"), "entered", None)
    query = entered.query if entered else ""
    return reverse(name, kwargs=parts) + (f"?{query}" if query else "")


def url_exists(name: str) -> bool:
    """Whether there is such a route: a page may name one of a room that isn't built in."""
    from django.urls import NoReverseMatch

    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True
