"""Actors: found by any name, recorded, merged; an unknown one is proposed and never recorded."""

from dataclasses import replace
from datetime import date

import pytest
from tests.desk.matters import ANALYST, CONTRIBUTOR, ICESCO, SECRETARIAT, record

from mutabaa.desk.actors import (
    actor,
    add_membership,
    add_name,
    find,
    merge,
    names_on,
    record_actor,
    succeed,
)
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.propose_actor import propose_actor
from mutabaa.desk.review import decide
from mutabaa.people.policy import ANONYMOUS, NotAllowed
from mutabaa.register.actors import ActorName, name_of
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.vocabulary.names.actors import by_folded_name, members, reference_actors
from mutabaa.wiring import Register

PLATFORM = "actor/platform"


def english(text: str, **more: object) -> ActorName:
    return ActorName(language="en", text=text, **more)  # type: ignore[arg-type]


# Each as an official letter may write it.
ALIASES = {
    "وللأمم المتحدة": "actor/un",  # a conjunction and a preposition that swallows the article
    "مُنظَّمةُ التَّعاوُن الإسلامي": "actor/oic",  # vowelled
    "منظمه التعاون الاسلامى": "actor/oic",  # as typed in a hurry
    "l’Organisation de la Coopération islamique": "actor/oic",
    "O.I.C.": "actor/oic",
    "au Mali": "actor/state/mli",
    "لمالي": "actor/state/mli",
    "République du Tchad": "actor/state/tcd",
    "Cote d'Ivoire": "actor/state/civ",
    "منظمة العالم الإسلامي للتربية والعلوم والثقافة (الإيسيسكو)": ICESCO,
    "isesco": ICESCO,
}


def test_an_alias_in_any_language_finds_the_actor(register: Register) -> None:
    found = {written: [one.code for one in find(register, ANONYMOUS, written)] for written in ALIASES}
    assert found == {written: [code] for written, code in ALIASES.items()}


def test_an_unknown_name_finds_nobody(register: Register) -> None:
    assert find(register, SECRETARIAT, "Platform of 14 June") == ()
    assert find(register, SECRETARIAT, "  ") == ()


def test_an_organization_is_shown_under_the_name_it_bore_on_the_day(register: Register) -> None:
    known = actor(register, ANONYMOUS, ICESCO)
    assert name_of(known, "en", date(2017, 9, 20)).startswith("Islamic Educational")
    assert name_of(known, "en").startswith("Islamic World Educational")
    assert set(names_on(known, date(2017, 9, 20))) == {"ar", "en", "fr"}


def test_the_product_knows_the_states_and_institutions_in_three_languages() -> None:
    assert (len(members("actor/un")), len(members("actor/oic"))) == (193, 57)
    assert set(members("actor/un", "observer")) == {"actor/state/vat", "actor/state/pse"}
    ours = [one for code, one in reference_actors().items() if code.startswith(("actor/state/", "actor/oic"))]
    assert all({name.language for name in one.names} == {"ar", "en", "fr"} for one in ours)
    for role, least in (
        ("subsidiary_organ", 6),
        ("specialized_institution", 8),
        ("affiliated_institution", 13),
    ):
        assert len(members("actor/oic", role)) >= least


def test_no_two_actors_of_the_reference_table_bear_one_name() -> None:
    assert not [form for form, alike in by_folded_name().items() if len({name.key for name in alike}) > 1]


def test_every_name_of_the_reference_table_finds_its_own(register: Register) -> None:
    sample = [name for actor in list(reference_actors().values())[::9] for name in actor.names]
    assert all(find(register, ANONYMOUS, name.text)[0].code == f"actor/{name.key}" for name in sample)


def test_a_recorded_actor_is_found_by_its_names_and_only_by_those_who_see_it(register: Register) -> None:
    record_actor(
        register,
        ANALYST,
        code=PLATFORM,
        kind="movement",
        names=[
            english("Platform of 14 June"),
            ActorName(language="fr", text="La Plateforme du 14 juin", official=False),
        ],
        marking="restricted",
    )
    found = find(register, ANALYST, "plateforme du 14 juin")
    assert [one.code for one in found] == [PLATFORM]
    assert found[0].matched.because.startswith("entry ")
    assert found[0].actor.kind == "movement"
    assert find(register, CONTRIBUTOR, "Platform of 14 June") == ()
    with pytest.raises(NotThere):
        actor(register, CONTRIBUTOR, PLATFORM)
    assert find(register, ANALYST, "Platform of 14 June", language="ar") == ()


def test_a_name_of_the_register_stands_above_that_of_the_table(register: Register) -> None:
    add_name(register, ANALYST, "actor/state/mli", english("Republic of Mali"), marking="public")
    known = actor(register, ANONYMOUS, "actor/state/mli")
    assert (name_of(known, "en"), name_of(known, "fr")) == ("Republic of Mali", "Mali")
    assert known.kind == "state"


def test_a_name_is_not_known_before_it_was_recorded(register: Register) -> None:
    before = register.now()
    add_name(register, ANALYST, "actor/state/mli", english("The Land of Mansa", official=False))
    then = Moment(as_at=date(2030, 1, 1), known_by=before)
    assert find(register, ANALYST, "The Land of Mansa")
    assert find(register, ANALYST, "The Land of Mansa", at=then) == ()


def test_an_ambiguous_name_gives_several(register: Register) -> None:
    for number in (1, 2):
        record_actor(
            register,
            ANALYST,
            code=f"actor/committee_{number}",
            kind="mechanism",
            names=[english("Joint Committee")],
        )
    found = find(register, ANALYST, "the joint committee")
    assert [one.code for one in found] == ["actor/committee_1", "actor/committee_2"]


def test_a_duplicate_is_merged_and_its_names_find_the_one_that_stays(register: Register) -> None:
    record_actor(register, ANALYST, code=PLATFORM, kind="movement", names=[english("Platform")])
    record_actor(register, ANALYST, code="actor/plateforme", kind="movement", names=[english("Plateforme")])
    merge(register, ANALYST, "actor/plateforme", PLATFORM)
    assert [one.code for one in find(register, ANALYST, "Plateforme")] == [PLATFORM]
    assert {name.text for name in actor(register, ANALYST, "actor/plateforme").names} == {
        "Platform",
        "Plateforme",
    }
    with pytest.raises(NotDone, match="merged_with_itself"):
        merge(register, ANALYST, "actor/plateforme", PLATFORM)
    with pytest.raises(NotDone, match="merged_reference"):
        merge(register, ANALYST, "actor/un", "actor/oic")


def test_roles_and_successors_are_kept_with_their_days(register: Register) -> None:
    record_actor(register, ANALYST, code=PLATFORM, kind="movement", names=[english("Platform")])
    add_membership(
        register, ANALYST, PLATFORM, of="ML/APR-2015", role="signatory", since=PartialDate(year=2015, month=5)
    )
    succeed(register, ANALYST, PLATFORM, "actor/oic/isf", on=PartialDate(year=2020))
    known = actor(register, ANALYST, PLATFORM)
    assert [(one.of, one.role, str(one.since)) for one in known.memberships] == [
        ("ML/APR-2015", "signatory", "2015-05")
    ]
    assert known.succeeded_by == ("actor/oic/isf",)


def test_the_same_actor_is_not_recorded_twice(register: Register) -> None:
    record_actor(register, ANALYST, code=PLATFORM, kind="movement", names=[english("Platform")])
    with pytest.raises(NotDone, match="actor_recorded"):
        record_actor(register, ANALYST, code=PLATFORM, kind="movement", names=[english("Platform")])
    with pytest.raises(NotDone, match="not_an_actor_code"):
        record_actor(register, ANALYST, code="platform", kind="movement", names=[english("Platform")])


def test_an_unknown_actor_is_proposed_and_nothing_recorded(register: Register) -> None:
    proposal = propose_actor(register, ANALYST, "Platform of 14 June", "en", kind="movement")
    assert proposal.subject == "actor/platform_14_june"
    assert register.ledger.size == 0
    arabic = propose_actor(register, ANALYST, "منصة الرابع عشر", "ar")
    assert arabic.subject.startswith("actor/") and arabic.subject.isascii()
    with pytest.raises(NotDone, match="actor_known"):
        propose_actor(register, ANALYST, "ISESCO", "en")


def test_a_proposed_actor_is_corrected_before_it_is_recorded(register: Register) -> None:
    proposal = propose_actor(register, ANALYST, "Lake Basin Platform", "en", kind="organ", instrument=None)
    kind = next(one for one in proposal.statements if one.says == "actor_kind")
    others = [one for one in proposal.statements if one is not kind]
    decide(register, ANALYST, proposal.name, "corrected", [*others, replace(kind, value="mechanism")])
    (found,) = find(register, ANALYST, "Lake Basin Platform")
    assert found.actor.kind == "mechanism"


def test_what_is_said_of_an_actor_is_marked_as_strictly_as_the_actors_and_the_source(
    register: Register,
) -> None:
    names = [english("Platform of 14 June")]
    record_actor(register, SECRETARIAT, code=PLATFORM, kind="movement", names=names, marking="confidential")
    record(register, ("source/x", "kind", "source"), marking="restricted")
    of_it = add_name(register, SECRETARIAT, PLATFORM, english("P14"))
    naming_it = add_membership(register, SECRETARIAT, ICESCO, of=PLATFORM, role="member")
    by_a_source = add_name(register, SECRETARIAT, "actor/un", english("UNO"), source="source/x")
    said = [[entry.assertion.marking for entry in entries][-1] for entries in (of_it, naming_it, by_a_source)]
    assert said == ["confidential", "confidential", "restricted"]
    with pytest.raises(NotThere):
        add_name(register, SECRETARIAT, "actor/un", english("U.N.O."), source="source/of-nobody")


def test_who_may_not_record_records_nothing(register: Register) -> None:
    for viewer in (ANONYMOUS, CONTRIBUTOR):
        with pytest.raises(NotAllowed):
            add_name(register, viewer, ICESCO, english("X"))
        with pytest.raises(NotAllowed):
            propose_actor(register, viewer, "Somebody", "en")
    assert register.ledger.size == 0


def test_names_are_rebuilt_with_equal_result(register: Register) -> None:
    record_actor(register, ANALYST, code=PLATFORM, kind="movement", names=[english("Platform")])
    before = register.computed()
    register.rebuild()
    assert register.computed() == before
    assert find(register, ANALYST, "PLATFORM")
