"""English acts: which verbs count, what class their complement gives them, who is asked and what is to be done."""

import pytest

from mutabaa.reading import read
from mutabaa.texts import open_text


def classes(acts):
    return [act.act for act in acts]


def addressees(act):
    return [quote.text for quote in act.addressees]


def test_coordinated_verbs_are_acts_of_their_own(acts_of):
    acts = acts_of(
        "Welcomes the opening of the road, and requests the Secretariat to keep it under watch;", "en"
    )
    assert classes(acts) == ["welcome", "request"]
    assert [act.verb.text for act in acts] == ["Welcomes", "requests"]


def test_the_verbs_of_what_is_requested_are_not_acts(acts_of):
    # Two things are asked of the parties, in one act: both stand in its action.
    (act,) = acts_of(
        "Urges the parties to cease all hostilities and to withdraw their forces from the town;", "en"
    )
    assert act.action.text == "cease all hostilities and to withdraw their forces from the town"
    assert addressees(act) == ["the parties"]


def test_a_verb_of_another_body_in_a_relative_clause_is_not_an_act(acts_of):
    acts = acts_of("Takes note of the statement, which condemns the attack and demands an inquiry;", "en")
    assert classes(acts)[0] == "note"
    assert "condemn" not in classes(acts)


def test_stressing_a_need_asks_something_and_stressing_a_fact_does_not(acts_of):
    need = acts_of("Stresses the need to open the crossing before winter;", "en")
    fact = acts_of("Stresses that the crossing carries most of the aid;", "en")
    assert (classes(need), classes(fact)) == (["stress_need"], ["emphasize"])
    assert need[0].verb.text == "Stresses the need"
    assert need[0].basis == "not_stated"


def test_stressing_that_somebody_should_act_addresses_them(acts_of):
    (act,) = acts_of("Emphasizes that the two Governments should reopen the market;", "en")
    assert (act.act, addressees(act), act.action.text) == (
        "stress_need",
        ["the two Governments"],
        "reopen the market",
    )


@pytest.mark.parametrize(
    ("text", "act", "verb"),
    [
        ("Reiterates its condemnation of the raid;", "condemn", "Reiterates its condemnation"),
        ("Reiterates its call on all sides to lay down arms;", "call", "Reiterates its call on"),
        ("Reaffirms its determination to remain at the table;", "commit", "Reaffirms its determination"),
        ("Reaffirms its commitment to the unity of the country;", "affirm", "Reaffirms"),
        ("Expresses its gratitude to the host country;", "welcome", "Expresses its gratitude"),
        ("Expresses grave concern at the drought;", "concern", "Expresses grave concern"),
        ("Notes with appreciation the work of the Office;", "welcome", "Notes with appreciation"),
        ("Decides to remain seized of the matter.", "seized", "Decides"),
        ("Also decides to extend the mandate of the panel;", "decide", "Also decides"),
    ],
)
def test_the_noun_or_manner_after_a_verb_gives_the_class(acts_of, text, act, verb):
    (found,) = acts_of(text, "en")
    assert (found.act, found.verb.text) == (act, verb)


def test_what_is_renewed_is_marked_as_reiterated_and_also_is_not(acts_of):
    assert acts_of("Renews its appeal to donors to give;", "en")[0].reiterated
    assert not acts_of("Also calls upon donors to give;", "en")[0].reiterated


def test_a_name_after_to_is_not_the_action(acts_of):
    # "to ATMIS" belongs to the donors; what is asked begins at the second "to".
    (act,) = acts_of("Encourages the donors to ATMIS to continue their support;", "en")
    assert (addressees(act), act.action.text) == (["the donors to ATMIS"], "continue their support")


def test_an_insertion_names_nobody_who_is_asked(acts_of):
    (act,) = acts_of(
        "Invites Member States, in cooperation with the regional banks and civil society, to fund the road;",
        "en",
    )
    assert addressees(act) == ["Member States"]


def test_including_and_in_particular_name_addressees_of_their_own(acts_of):
    (act,) = acts_of("Requests financial institutions, in particular the Development Bank, to lend;", "en")
    assert addressees(act) == ["financial institutions", "the Development Bank"]


def test_shared_adjectives_and_names_with_and_are_not_split(acts_of):
    (act,) = acts_of(
        "Calls upon international, regional and local organizations and the Governments of Chad and Niger to meet;",
        "en",
    )
    assert addressees(act) == [
        "international, regional and local organizations",
        "the Governments of Chad and Niger",
    ]


def test_a_call_for_something_addresses_nobody_however_plain_it_seems(acts_of):
    (act,) = acts_of("Calls for an immediate end to the blockade of the town;", "en")
    assert (act.basis, addressees(act), act.action.text) == (
        "not_stated",
        [],
        "an immediate end to the blockade of the town",
    )


def test_a_pronoun_takes_the_addressee_before_it(acts_of):
    acts = acts_of("Requests Member States to give aid, and urges them to deliver it soon;", "en")
    assert acts[1].basis == "carried_over"
    assert addressees(acts[1]) == ["Member States"]


def test_a_body_that_binds_itself_is_its_own_addressee(acts_of):
    (act,) = acts_of("Decides to convene a follow-up meeting in the spring;", "en")
    assert (act.basis, act.addressees, act.action.text) == (
        "self",
        (),
        "convene a follow-up meeting in the spring",
    )


def test_a_report_in_the_past_tense_is_read_like_a_resolution(acts_of):
    acts = acts_of("The Meeting welcomed the truce and urged the signatories to keep it.", "en")
    assert classes(acts) == ["welcome", "urge"]
    assert addressees(acts[1]) == ["the signatories"]


def test_every_act_names_its_rule(acts_of):
    (act,) = acts_of("Reiterates the need for a census;", "en")
    assert act.rule == "en/reaffirm+need"


# "It" is the meeting; "them" are all three, though the last one is a single bank.
def test_the_subject_of_a_sentence_is_not_whom_it_addresses(acts_of):
    acts = acts_of(
        "The Meeting requested Member States and the funds, in particular the River Bank, to finance the bridge. "
        "It also called on them to mend the road.",
        "en",
    )
    assert [quote.text for quote in acts[1].addressees] == ["Member States", "the funds", "the River Bank"]


# "The Ministers:" stands before the list: the base form is the verb of those who speak.
def test_a_base_form_at_the_head_of_a_paragraph_is_an_act_and_in_a_sub_point_is_asked(acts_of):
    (act,) = acts_of("Request the Secretary-General to report on the wells;", "en")
    assert (act.act, addressees(act)) == ("request", ["the Secretary-General"])
    listed = open_text(b"1. Requests the fund to:\n(a) Support the wells;\n(b) Call upon donors to pay.")
    assert [len(passage.acts) for passage in read(listed).passages] == [1, 0, 0]


@pytest.mark.parametrize(
    ("text", "whom", "action"),
    [
        # What follows who is asked.
        ("Calls on the Government fully to open the port;", ["the Government"], "open the port"),
        ("Demands that the army immediately, completely and unconditionally withdraw;", ["the army"], None),
        ("Urges all port authorities in consultation with the Fund to act;", ["all port authorities"], "act"),
        # What somebody does on the way, or at what time.
        (
            "Demands that the Government, including through talking to its ports and all harbours, open it;",
            ["the Government"],
            None,
        ),
        ("Requests that, as soon as the port is open, the Director report on it;", ["the Director"], None),
        # A suspended hyphen.
        ("Urges all ship- and port-owning countries to act;", ["all ship- and port-owning countries"], "act"),
        # "the port's plan" is nobody, "the port's partners" are.
        ("Requests the Secretary-General’s yearly report to include a map;", [], None),
        ("Urges the Government’s partners to act;", ["the Government’s partners"], "act"),
        (
            "Demands that all parties to the war in the north create a safe harbour;",
            ["all parties to the war in the north"],
            "create a safe harbour",
        ),
    ],
)
def test_who_is_asked_ends_where_something_else_begins(acts_of, text, whom, action):
    (act,) = acts_of(text, "en")
    assert addressees(act) == whom
    assert action is None or act.action.text == action
