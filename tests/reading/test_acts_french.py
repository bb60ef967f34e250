"""French acts: which verbs count, what class their complement gives them, who is asked and what is to be done."""

import pytest


def classes(acts):
    return [act.act for act in acts]


def addressees(act):
    return [quote.text for quote in act.addressees]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # Ruling 1: to its own officers a request, to States and parties a call, with "instamment" an urging.
        ("Demande au Secrétaire général de lui faire rapport ;", "request"),
        ("Demande aux États voisins de fermer leurs frontières ;", "call"),
        ("Demande instamment aux États voisins de fermer leurs frontières ;", "urge"),
        # Ruling 2.
        ("Engage les États à verser leur part ;", "encourage"),
        ("Engage vivement les États à verser leur part ;", "urge"),
        ("Enjoint aux groupes armés de déposer les armes ;", "demand"),
        # Ruling 4.
        ("Constate les progrès accomplis par la mission ;", "recognize"),
        ("Constate que la situation constitue une menace contre la paix ;", "declare"),
        ("Déplore que le pont reste fermé ;", "condemn"),
        ("Prend acte du rapport ;", "note"),
    ],
)
def test_words_of_two_senses_take_their_class_from_the_construction(acts_of, text, act):
    assert classes(acts_of(text, "fr")) == [act]


def test_the_addressee_loses_its_preposition_and_the_action_its_own(acts_of):
    (act,) = acts_of(
        "Prie instamment les parties, en coordination avec la Mission, de s’abstenir de toute violence ;",
        "fr",
    )
    assert (act.act, addressees(act), act.action.text) == (
        "urge",
        ["les parties"],
        "s’abstenir de toute violence",
    )


def test_que_with_an_actor_addresses_it_and_a_passive_addresses_nobody(acts_of):
    (active,) = acts_of("Exige que toutes les parties respectent la trêve ;", "fr")
    (passive,) = acts_of("Décide que le fonds sera ouvert aux contributions ;", "fr")
    assert addressees(active) == ["toutes les parties"]
    assert passive.basis == "not_stated"
    assert passive.action.text == "le fonds sera ouvert aux contributions"


def test_an_elided_pronoun_points_back(acts_of):
    acts = acts_of(
        "Remercie le Comité de son rapport, prie le Comité de le publier et l’invite à le traduire ;", "fr"
    )
    assert classes(acts) == ["welcome", "request", "invite"]
    assert (acts[2].basis, addressees(acts[2])) == ("carried_over", ["le Comité"])


def test_it_is_important_after_a_stressing_word_asks_something(acts_of):
    (act,) = acts_of("Souligne qu’il importe de rouvrir les écoles ;", "fr")
    assert (act.act, act.verb.text, act.action.text) == (
        "stress_need",
        "Souligne qu’il importe",
        "rouvrir les écoles",
    )


def test_as_it_may_be_fit_is_not_a_decision(acts_of):
    # "selon qu'il convient" holds a form of "convenir", which elsewhere decides.
    assert classes(
        acts_of("Prie le Bureau de publier la liste, selon qu’il convient, et de la tenir à jour ;", "fr")
    ) == ["request"]


def test_a_council_speaking_in_the_middle_of_a_paragraph_is_heard(acts_of):
    acts = acts_of(
        "Réaffirme son soutien au processus. Le Conseil condamne également l’attaque du convoi ;", "fr"
    )
    assert classes(acts) == ["support", "condemn"]


def test_the_compound_past_of_a_report_is_read(acts_of):
    acts = acts_of(
        "La Réunion a réaffirmé son attachement à la paix et a exhorté les signataires à tenir parole.", "fr"
    )
    assert classes(acts) == ["affirm", "urge"]
    assert addressees(acts[1]) == ["les signataires"]


def test_the_commas_of_an_organisations_name_do_not_split_it(acts_of):
    (act,) = acts_of(
        "Invite l’Organisation des Nations Unies pour l’éducation, la science et la culture et les États à coopérer ;",
        "fr",
    )
    assert addressees(act) == [
        "l’Organisation des Nations Unies pour l’éducation, la science et la culture",
        "les États",
    ]


# "Elle les a … appelées": the participle agrees with who is meant; "les … invitant" stands before its verb.
def test_a_participle_that_agrees_and_a_pronoun_before_one_point_back(acts_of):
    acts = acts_of(
        "La Réunion a prié les communes riveraines et la Banque d’ouvrir le pont, les invitant à publier les comptes. "
        "Elle les a également appelées à entretenir les rives.",
        "fr",
    )
    assert classes(acts) == ["request", "invite", "call"]
    assert [act.basis for act in acts] == ["stated", "carried_over", "carried_over"]
    assert addressees(acts[2]) == ["les communes riveraines", "la Banque"]


# "appelle à faire" leaves nobody out: it asks nobody in particular, though others stand before it.
def test_a_call_to_do_that_names_nobody_addresses_nobody(acts_of):
    acts = acts_of("Félicite les pays du fleuve de leur accueil et appelle à cesser les tirs ;", "fr")
    assert (acts[1].act, acts[1].basis, addressees(acts[1])) == ("call", "not_stated", [])


# « Les ministres : » stands before the list.
def test_a_plural_at_the_head_of_a_paragraph_is_an_act(acts_of):
    (act,) = acts_of("Prient le Secrétaire général de faire rapport sur les puits ;", "fr")
    assert (act.act, addressees(act)) == ("request", ["le Secrétaire général"])
