"""The list of commitments, a page at a time."""

import pytest
from tests.desk.test_overview import NOW, OFFICER, REPORT, filled

from mutabaa.desk.errors import NotThere
from mutabaa.desk.listing import Filters, every_code, listing
from mutabaa.people.policy import ANONYMOUS
from mutabaa.wiring import Register


def test_a_page_prints_what_the_rules_say_in_the_order_of_the_text(register: Register) -> None:
    filled(register)
    first, second = (listing(register, OFFICER, NOW, page=page, per_page=2) for page in (1, 2))
    assert [row.code for row in (*first.rows, *second.rows)] == [
        f"{REPORT}/{act}" for act in ("1.a", "2.a", "10.a")
    ]
    assert (first.total, first.pages, second.rows[0].axes["timeliness"].value) == (3, 2, "overdue")


def test_the_counts_of_a_facet_are_those_without_its_own_filter(register: Register) -> None:
    filled(register)
    filters = Filters(addressee=frozenset({"Member States"}), implementation=frozenset({"3"}))
    found = listing(register, OFFICER, NOW, filters)
    assert [row.code for row in found.rows] == [f"{REPORT}/1.a"]
    assert found.facets["implementation"] == {"3": 1, "1": 1}
    assert found.facets["addressee"] == {"Member States": 1}
    assert found.facets["theme"] == {"heritage": 1}


def test_what_a_search_found_is_narrowed_like_everything(register: Register) -> None:
    filled(register)
    among = frozenset({f"{REPORT}/2.a", f"{REPORT}/10.a", "not/there"})
    assert every_code(register, OFFICER, NOW, Filters(among=among)) == (f"{REPORT}/2.a", f"{REPORT}/10.a")


def test_there_is_a_first_page_of_nothing_and_no_page_beyond_the_last(register: Register) -> None:
    filled(register)
    assert listing(register, ANONYMOUS, NOW).rows == ()
    for page in (0, 2):
        with pytest.raises(NotThere):
            listing(register, ANONYMOUS, NOW, page=page)
