"""What cannot be had from a file is said, in each language, with the same facts."""

import re

import pytest

from mutabaa.texts import Problem, Refusal, open_text, say
from mutabaa.texts.problems import messages
from mutabaa.vocabulary import LANGUAGES


@pytest.mark.parametrize("kind", sorted(messages()))
def test_a_message_states_the_same_facts_in_every_language(kind: str) -> None:
    facts = {language: set(re.findall(r"{(\w+)}", messages()[kind][language])) for language in LANGUAGES}
    assert facts["ar"] == facts["en"] == facts["fr"]


def test_a_refusal_speaks_the_readers_language() -> None:
    with pytest.raises(Refusal) as refused:
        open_text(b" \n", name="letter.txt")
    assert refused.value.say("fr") == "Le fichier « letter.txt » est vide : il ne contient aucun texte."
    assert "letter.txt" in refused.value.say("ar")
    assert str(refused.value) == refused.value.say("en")


def test_a_problem_names_its_page() -> None:
    assert say(Problem(kind="page_unreadable", page=7), "en") == "Page 7 could not be read."
