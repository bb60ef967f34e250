"""Treaty clauses: no body speaks in them, the party that is bound is their subject."""

import pytest


def addressees(act):
    return [quote.text for quote in act.addressees]


@pytest.mark.parametrize(
    ("language", "text", "who", "action"),
    [
        (
            "en",
            "The Parties undertake to clear the mines on the coastal road.",
            "The Parties",
            "clear the mines on the coastal road",
        ),
        (
            "en",
            "Each Party shall name two liaison officers.",
            "Each Party",
            "name two liaison officers",
        ),
        (
            "fr",
            "Les Parties s'engagent à déminer la route côtière.",
            "Les Parties",
            "déminer la route côtière",
        ),
        (
            "fr",
            "Le Comité mixte se réunira chaque lundi.",
            "Le Comité mixte",
            "se réunira chaque lundi",
        ),
    ],
)
def test_who_is_bound_is_addressed_and_commits(acts_of, language, text, who, action):
    (act,) = acts_of(text, language)
    assert (act.act, act.basis, addressees(act), act.action.text) == ("commit", "stated", [who], action)


def test_a_second_duty_of_the_same_subject_carries_it_over(acts_of):
    acts = acts_of("The Commission shall visit the camps, and shall report to the guarantors.", "en")
    assert [(act.basis, addressees(act)) for act in acts] == [
        ("stated", ["The Commission"]),
        ("carried_over", ["The Commission"]),
    ]


def test_a_negation_stays_in_the_action_whoever_carries_it(acts_of):
    # Read without its negation such a clause would say the contrary.
    (shall_not,) = acts_of("The Parties shall not move heavy weapons at night.", "en")
    (neither,) = acts_of("Neither Party shall move heavy weapons at night.", "en")
    (aucune,) = acts_of("Aucune des Parties ne déplace d'armes lourdes la nuit.", "fr")
    assert shall_not.action.text == "not move heavy weapons at night"
    assert neither.action.text == "Neither Party shall move heavy weapons at night"
    assert aucune.action.text == "Aucune des Parties ne déplace d'armes lourdes la nuit"


def test_what_is_acted_on_is_not_addressed(acts_of):
    (act,) = acts_of("Prisoners of war shall be released within ten days.", "en")
    assert (act.act, act.basis, addressees(act)) == ("commit", "not_stated", [])


def test_a_definition_binds_nobody(acts_of):
    assert acts_of('For the purposes of this Agreement, "depot" shall mean any store of arms.', "en") == ()


def test_shall_in_a_decision_is_no_treaty_clause(acts_of):
    (act,) = acts_of("Decides that the Panel shall report in May;", "en")
    assert act.act == "decide"


@pytest.mark.parametrize(
    ("text", "who", "action"),
    [
        ("تتعهد الأطراف بإزالة الألغام من الطريق الساحلي.", "الأطراف", "إزالة الألغام من الطريق الساحلي"),
        # In Arabic the subject stands within the action, and stays there.
        ("يعين كل طرف ضابطي اتصال.", "كل طرف", "يعين كل طرف ضابطي اتصال"),
        (
            "لا يجوز لأي من الطرفين نقل أسلحة ثقيلة ليلا.",
            "أي من الطرفين",
            "لا يجوز لأي من الطرفين نقل أسلحة ثقيلة ليلا",
        ),
    ],
)
def test_an_arabic_clause_names_its_party_after_the_verb(acts_of, text, who, action):
    (act,) = acts_of(text, "ar")
    assert (act.act, act.basis, addressees(act), act.action.text) == ("commit", "stated", [who], action)


def test_an_arabic_subject_is_carried_over_to_the_next_duty(acts_of):
    acts = acts_of("تتولى اللجنة العسكرية المشتركة مراقبة الطريق، وترفع تقاريرها إلى الوسيط.", "ar")
    assert [(act.basis, addressees(act)) for act in acts] == [
        ("stated", ["اللجنة العسكرية المشتركة"]),
        ("carried_over", ["اللجنة العسكرية المشتركة"]),
    ]


def test_entry_into_force_is_nobodys_duty(acts_of):
    assert acts_of("This Agreement shall enter into force upon signature.", "en") == ()
