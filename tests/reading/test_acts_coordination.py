"""Coordination: names that hold a conjunction, insertions, appositions, and what two verbs share."""

import pytest


def addressees(act):
    return [quote.text for quote in act.addressees]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Urges Bosnia and Herzegovina and the United Nations Office on Drugs and Crime to share their registers;",
            ["Bosnia and Herzegovina", "the United Nations Office on Drugs and Crime"],
        ),
        (
            "en",
            "Invites the United Nations Educational, Scientific and Cultural Organization and donors to take part;",
            ["the United Nations Educational, Scientific and Cultural Organization", "donors"],
        ),
        (
            "fr",
            "Prie instamment la Trinité-et-Tobago et l'Office des Nations Unies contre la drogue et le crime "
            "de publier leurs registres ;",
            ["la Trinité-et-Tobago", "l'Office des Nations Unies contre la drogue et le crime"],
        ),
    ],
)
def test_a_known_name_is_not_split_at_its_own_conjunction(acts_of, language, text, who):
    assert addressees(acts_of(text, language)[0]) == who


def test_two_verbs_share_what_is_asked(acts_of):
    call, invite, encourage = acts_of(
        "Calls upon Member States, and invites the private sector, to plant shade trees, "
        "and encourages all of them to report on it;",
        "en",
    )
    assert call.action.text == invite.action.text == "plant shade trees"
    assert addressees(call) == ["Member States"]
    # The pronoun points to both: what they are asked is the same.
    assert addressees(encourage) == ["Member States", "the private sector"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Invites and encourages all States to take part in the fair;"),
        ("fr", "Invite et encourage tous les États à participer à la foire ;"),
    ],
)
def test_two_verbs_share_addressee_and_action(acts_of, language, text):
    first, second = acts_of(text, language)
    assert (first.act, second.act) == ("invite", "encourage")
    assert first.addressees == second.addressees != ()
    assert first.action == second.action


def test_a_short_insertion_ends_where_the_next_actor_is_named(acts_of):
    (act,) = acts_of(
        "Calls upon Governments, within their respective mandates, other international and regional "
        "organizations, and civil society to keep the wells open;",
        "en",
    )
    assert addressees(act) == [
        "Governments",
        "other international and regional organizations",
        "civil society",
    ]


def test_those_one_cooperates_with_are_not_asked(acts_of):
    (act,) = acts_of(
        "Requests the Secretariat, in cooperation with the Bank and States, to draw up a list;", "en"
    )
    assert addressees(act) == ["the Secretariat"]


def test_two_phrases_that_only_a_comma_joins_name_the_same(acts_of):
    (act,) = acts_of("Demands that Utopia, the administering Power, cease all drilling;", "en")
    assert (addressees(act), act.action.text) == (["Utopia, the administering Power"], "cease all drilling")


@pytest.mark.parametrize(
    ("language", "text", "who", "action"),
    [
        (
            "en",
            "Stresses the need for Member States to pool their patrols;",
            ["Member States"],
            "pool their patrols",
        ),
        ("en", "Stresses the need for the missions to benefit from banking services;", [], None),
        ("en", "Stresses the importance of Member States supporting the patrols;", ["Member States"], None),
        (
            "fr",
            "Souligne la nécessité pour les États membres de mettre en commun leurs patrouilles ;",
            ["les États membres"],
            "mettre en commun leurs patrouilles",
        ),
    ],
)
def test_a_need_that_somebody_acts_addresses_them_and_a_need_of_theirs_does_not(
    acts_of, language, text, who, action
):
    (act,) = acts_of(text, language)
    assert addressees(act) == who
    assert action is None or act.action.text == action


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Requests the Secretary-General:", ["the Secretary-General"]),
        ("fr", "Prie le Secrétaire général :", ["le Secrétaire général"]),
    ],
)
def test_a_list_to_come_leaves_the_addressee_stated(acts_of, language, text, who):
    (act,) = acts_of(text, language)
    assert (act.basis, addressees(act), act.action) == ("stated", who, None)


def test_a_pronoun_agrees_in_number_with_whom_it_stands_for(acts_of):
    # "him" isn't the two countries, though they were addressed nearer.
    acts = acts_of(
        "Calls upon the two countries to mark their border, pays tribute to the Special Envoy, "
        "and requests him to go on;",
        "en",
    )
    assert (acts[2].basis, addressees(acts[2])) == ("carried_over", ["the Special Envoy"])


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Decides that the ban shall not apply to medicines, and that Member States shall report them;",
            ["Member States"],
        ),
        (
            "fr",
            "Décide que l'embargo ne s'applique pas aux médicaments et que les États Membres les signaleront ;",
            ["les États Membres"],
        ),
        ("en", "Decides to mandate the Secretary-General to draw up rules;", ["the Secretary-General"]),
        (
            "fr",
            "Décide de charger le Secrétaire général d'élaborer un règlement ;",
            ["le Secrétaire général"],
        ),
    ],
)
def test_a_decision_addresses_whom_it_binds_by_name(acts_of, language, text, who):
    (act,) = acts_of(text, language)
    assert (act.act, act.basis, addressees(act)) == ("decide", "stated", who)


def test_what_is_stressed_before_the_duty_is_no_part_of_it(acts_of):
    (act,) = acts_of("Stresses that the wells are few and that States must share them;", "en")
    assert (act.act, addressees(act), act.action.text) == ("stress_need", ["States"], "share them")


def test_an_arabic_name_is_not_cut_at_its_own_conjunction(acts_of):
    urge, recommend = acts_of(
        "يحث المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية والبوسنة والهرسك على التصديق على البروتوكول، "
        "ويوصي بأن تقوم الدول ومنظمة الأمم المتحدة للتربية والعلم والثقافة بإعداد دليل؛",
        "ar",
    )
    assert addressees(urge) == ["المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "البوسنة والهرسك"]
    assert addressees(recommend) == ["الدول", "منظمة الأمم المتحدة للتربية والعلم والثقافة"]


def test_the_items_of_an_arabic_decision_are_its_acts(acts_of):
    # A council decides by a list of verbal nouns: "decides" alone asks nobody.
    acts = acts_of("يقرر: 1- دعوة الدول الأعضاء إلى سداد حصصها. 2- تكليف الأمين العام بالمتابعة.", "ar")
    assert [(act.act, addressees(act)) for act in acts] == [
        ("call", ["الدول الأعضاء"]),
        ("mandate", ["الأمين العام"]),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("يقرر تكليف الأمين العام بإعداد لائحة داخلية؛", "الأمين العام"),
        ("يقرر ألا ينطبق الحظر على الأدوية، وأن تخطر الدول الأعضاء اللجنة بها؛", "الدول الأعضاء"),
    ],
)
def test_an_arabic_decision_addresses_whom_it_binds_by_name(acts_of, text, who):
    (act,) = acts_of(text, "ar")
    assert (act.act, act.basis, addressees(act)) == ("decide", "stated", [who])
