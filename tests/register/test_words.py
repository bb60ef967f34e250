"""Every value and every reason has words in every language."""

import re
from pathlib import Path

import pytest

import mutabaa.register
from mutabaa.register import AXES
from mutabaa.register.statements import LEVELS, LIFECYCLES, STEPS
from mutabaa.register.words import axis_name, axis_value, words
from mutabaa.vocabulary import LANGUAGES, Language

ROOM = Path(mutabaa.register.__file__).parent
RULE = re.compile(r'"(due|evidence|implementation|judgement|lifecycle)\.(\w+)"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_the_code_names_can_be_said(language: Language) -> None:
    named = {found for file in ROOM.glob("*.py") for found in RULE.findall(file.read_text(encoding="utf-8"))}
    assert len(named) > 20
    # What comes to a day is said with what that day is to the day that is asked about.
    days = {("due", kind) for kind in ("date", "duration", "event", "recurring")}
    named = named - days | {(room, f"{kind}_{how}") for room, kind in days for how in ("ahead", "overdue")}
    assert [rule for rule in sorted(named) if rule[1] not in words(language)["why"][rule[0]]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_can_be_said(language: Language) -> None:
    assert all(axis_name(axis, language) for axis in AXES)
    assert all(axis_value("lifecycle", value, language) for value in LIFECYCLES)
    assert all(axis_value("implementation", str(level), language) for level in LEVELS)
    assert all(axis_value("judgement", step, language) for step in (*STEPS, "proposed", None))


def test_the_languages_say_the_same_things_with_the_same_facts() -> None:
    def told(language: Language) -> dict[str, set[str]]:
        reasons = words(language)["why"]
        return {
            f"{room}.{rule}": set(re.findall(r"{(\w+)}", sentence))
            for room, rules in reasons.items()
            for rule, sentence in rules.items()
        }

    assert told("ar") == told("en") == told("fr")
