"""Where the words of an act begin and end."""

from labelled import Row, labelled_reading

from mutabaa.reports.status.quotation import clause
from mutabaa.vocabulary import Language


def quoted(language: Language, text: str, *verbs: tuple[str, str]) -> list[str]:
    acts = [
        {"verb": verb, "act": act, "addressees": [], "addressee_basis": None, "action": None, "deadline": None,
         "reiterated": False}
        for verb, act in verbs
    ]  # fmt: skip
    row: Row = {"id": "X#1@x", "lang": language, "text": text, "acts": acts, "instruments": []}
    passage = labelled_reading([row], "x.txt").passages[0]
    return [passage.text[slice(*clause(passage, act))] for act in passage.acts]


def test_a_position_runs_to_the_next_verb_without_the_and_between_them() -> None:
    said = quoted(
        "en",
        "Welcomes the truce, and condemns the attacks.",
        ("Welcomes", "welcome"),
        ("condemns", "condemn"),
    )
    assert said == ["Welcomes the truce", "condemns the attacks."]


def test_words_that_lead_in_the_next_act_are_not_quoted_with_the_one_before() -> None:
    # The sentence ends, and "In this regard" belongs to what follows.
    text = "It welcomed the truce of 3 May. In this regard, it condemned the attacks."
    assert (
        quoted("en", text, ("welcomed", "welcome"), ("condemned", "condemn"))[0]
        == "welcomed the truce of 3 May."
    )


def test_an_arabic_and_written_onto_the_next_verb_is_left_out() -> None:
    text = "رحب الاجتماع بالهدنة، وأدان الهجمات."
    assert quoted("ar", text, ("رحب", "welcome"), ("أدان", "condemn")) == [
        "رحب الاجتماع بالهدنة",
        "أدان الهجمات.",
    ]


def test_a_number_after_a_full_stop_is_not_a_lead_in() -> None:
    text = "Welcomes decision No. 5 and condemns the attacks."
    assert (
        quoted("en", text, ("Welcomes", "welcome"), ("condemns", "condemn"))[0] == "Welcomes decision No. 5"
    )
