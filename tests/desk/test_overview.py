"""Where everything stands: every figure with its formula, its n, and the rows behind it."""

from tests.register.said import later, moment, said

from mutabaa.desk.listing import Filters, listing
from mutabaa.desk.overview import Figure, changes, grouped, overview
from mutabaa.people.policy import ANONYMOUS, Viewer
from mutabaa.register import Assertion
from mutabaa.wiring import Register

OFFICER = Viewer(name="Amina", role="secretariat")
REPORT = "SAMPLE/ACM-2022/LCB-REP"
NOW = moment("2022-12-31")


def commitment(act: str, addressee: str, *themes: str) -> list[Assertion]:
    code = f"{REPORT}/{act}"
    return [
        said(code, "kind", "commitment"),
        said(code, "part_of", REPORT),
        said(code, "addressee", {"basis": "stated", "names": {"en": addressee}}),
        *(said(code, "theme", theme) for theme in themes),
    ]


def assessed(act: str, level: object, at: float = 1) -> Assertion:
    value = {"level": level, "reasons": "On its sources.", "sources": []}
    return said(f"{REPORT}/{act}", "assessment", value, on="2022-10-01", at=later(at))


def filled(register: Register) -> None:
    register.ledger.append(
        [
            said(REPORT, "kind", "instrument"),
            said(REPORT, "meeting", "Third meeting"),
            said(REPORT, "adopted", "2022-09-22"),
            *commitment("1.a", "Member States", "heritage"),
            *commitment("2.a", "Member States", "heritage", "finance"),
            *commitment("10.a", "the Secretary-General"),
            said(f"{REPORT}/10.a", "due", {"kind": "date", "on": "2022-11-30"}),
            said(f"{REPORT}/3", "act", {"act": "welcome", "reiterated": False}),
        ]
    )
    register.ledger.append([assessed("1.a", 3), assessed("2.a", 1), assessed("10.a", "no_evidence")])


def test_two_formulas_are_two_numbers_each_with_its_n(register: Register) -> None:
    filled(register)
    whole = overview(register, OFFICER, NOW).whole
    assert whole.share_completed == Figure(formula="share_completed", part=1, n=3)
    # "No evidence available" is no score, and positions are in no denominator.
    assert whole.normalised_mean == Figure(formula="normalised_mean", part=4, n=2)
    assert whole.normalised_mean.value == 4 / 6


def test_every_number_leads_to_its_rows(register: Register) -> None:
    filled(register)
    for by in ("addressee", "theme", "instrument", "provision", "act"):
        for group in grouped(register, OFFICER, NOW, by):  # type: ignore[arg-type]
            assert listing(register, OFFICER, NOW, group.filters).total == group.n
            for axis, counts in group.counts.items():
                for value, n in counts.items():
                    assert listing(register, OFFICER, NOW, group.rows_of(axis, value)).total == n


def test_a_commitment_of_two_themes_counts_under_both_and_once_in_the_whole(register: Register) -> None:
    filled(register)
    view = overview(register, OFFICER, NOW)
    assert {group.value: group.n for group in view.groups["theme"]} == {"heritage": 2, "finance": 1}
    assert {group.value: group.n for group in view.groups["addressee"]} == {
        "Member States": 2,
        "the Secretary-General": 1,
    }
    assert (view.whole.n, [(one.value, one.n) for one in view.meetings]) == (3, [("Third meeting", 3)])


def test_the_overview_of_a_theme_counts_nothing_else(register: Register) -> None:
    filled(register)
    view = overview(register, OFFICER, NOW, filters=Filters(theme=frozenset({"finance"})))
    assert (view.whole.n, view.whole.normalised_mean.part) == (1, 1)


def test_months_say_what_was_recorded_due_and_assessed(register: Register) -> None:
    filled(register)
    timeline = overview(register, OFFICER, NOW).timeline
    assert timeline["recorded"] == {"2022-10": 3}
    assert timeline["due"] == {"2022-11": 1}
    assert timeline["assessment"] == {"2022-10": 3}


def test_what_changed_since_the_last_meeting_is_told_axis_by_axis(register: Register) -> None:
    filled(register)
    code = f"{REPORT}/2.a"
    register.ledger.append(
        [
            said(code, "lifecycle", "overtaken", source="source/x", on="2022-10-20", at=later(30)),
            said(code, "evidence", {"bearing": "supports"}, source="source/x", on="2022-10-20", at=later(30)),
        ]
    )
    register.ledger.append([said(f"{REPORT}/4.a", "kind", "commitment", at=later(40))])
    then = moment("2022-10-10", "2022-10-10")
    told = changes(register, OFFICER, then, NOW)
    assert (told.new, told.gone, told.evidence) == ((f"{REPORT}/4.a",), (), (code,))
    assert {(one.code, one.axis): (one.before, one.after) for one in told.changed} == {
        (code, "lifecycle"): ("active", "overtaken"),
        (code, "evidence"): ("none", "single"),
        (f"{REPORT}/10.a", "timeliness"): ("not_due", "overdue"),
    }


def test_who_sees_nothing_is_told_of_nothing(register: Register) -> None:
    filled(register)
    view = overview(register, ANONYMOUS, NOW, since=moment("2022-01-01"))
    assert view.whole.n == 0
    assert view.whole.share_completed.value is None
    assert not any(view.timeline.values())
    assert view.changes is not None and not view.changes.evidence
