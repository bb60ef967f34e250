"""Every refusal of the desk is said in three languages, with the facts that it comes with."""

import re
from pathlib import Path
from string import Formatter

import pytest

import mutabaa.desk
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.words import admissions, has_words, refusal_said, refusals, say
from mutabaa.register import NotAdmitted
from mutabaa.vocabulary import LANGUAGES, Language

DESK = Path(mutabaa.desk.__file__).parent
# NotDone("kind", fact=...) and NotDone(f"{stage}_already", ...), the latter for these stages.
RAISED = re.compile(r"NotDone\(\s*(f?)\"([a-z_{}]+)\"(.*?)\)(?: from \w+)?\n", re.DOTALL)
REFUSED = re.compile(r"NotAdmitted\(\s*\"([a-z_]+)\"(.*?)\n", re.DOTALL)
STAGES = ("reviewed", "adopted")


def raised() -> dict[str, set[str]]:
    """Each kind that the desk raises, and the facts that come with it wherever it is raised."""
    found: dict[str, set[str]] = {}
    for file in sorted(DESK.rglob("*.py")):
        for computed, kind, facts in RAISED.findall(file.read_text(encoding="utf-8")):
            kinds = [kind.replace("{stage}", stage) for stage in STAGES] if computed else [kind]
            named = set(re.findall(r"(\w+)=", facts))
            for one in kinds:
                found[one] = found[one] & named if one in found else named
    return found


def test_every_refusal_has_words_and_asks_only_for_facts_that_come_with_it() -> None:
    kinds = raised()
    assert len(kinds) > 70
    assert [kind for kind in kinds if not has_words(kind)] == []
    for kind, facts in kinds.items():
        for language in LANGUAGES:
            assert say(kind, language, **dict.fromkeys(facts, "X")), (kind, language)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_three_languages_say_the_same_with_the_same_facts(language: Language) -> None:
    def facts(words: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    assert list(refusals(language)) == list(refusals("en"))
    for kind, words in refusals("en").items():
        assert facts(refusals(language)[kind]) == facts(words), kind


def test_no_words_stand_for_a_refusal_that_nobody_makes() -> None:
    assert set(refusals("en")) - set(raised()) == {"not_there"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_the_ledger_refuses_is_said_in_the_language_of_the_refusal(language: Language) -> None:
    rooms = [file for room in ("register", "store") for file in (DESK.parent / room).rglob("*.py")]
    raised = [REFUSED.findall(file.read_text(encoding="utf-8")) for file in rooms]
    kinds = {kind: re.findall(r"(\w+)=", facts) for found in raised for kind, facts in found}
    assert set(admissions(language)) == set(kinds)
    for kind, facts in kinds.items():
        refusal = NotDone("not_admitted", reason="in English")
        refusal.__cause__ = NotAdmitted(kind, **dict.fromkeys(facts, "X"))
        told = refusal_said(refusal, language)
        assert admissions(language)[kind].format_map(dict.fromkeys(facts, "X")) in told
        assert "in English" not in told


def test_facts_keep_their_own_direction_and_steer_nothing() -> None:
    refusal = NotDone("code_taken", code="OIC/ACM-2017/14.a\u202e\n")
    assert refusal_said(refusal, "ar") == "يوجد قيد \u2068OIC/ACM-2017/14.a\u2069 من قبل."
    assert "\u2068x/1\u2069" in refusal_said(NotThere("x/1"), "fr")
