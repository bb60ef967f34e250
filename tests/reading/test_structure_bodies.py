"""The forms of other bodies: League of Arab States, African Union, OIC, ECOWAS, agreements, joint statements."""

from tests.reading.written import passages, paths, written

from mutabaa.reading.header import header_of
from mutabaa.reading.structure import passages_of

# The verb stands alone between recitals and numbers; what is decided are verbal nouns.
LEAGUE = """جامعة الدول العربية
الأمانة العامة

قرار رقم 8801 - د.ع (160) - ج 2 - 6/9/2031
تطورات الوضع في منطقة البحيرة

إن مجلس جامعة الدول العربية على المستوى الوزاري،
بعد اطلاعه على:
- مذكرة الأمانة العامة،
- تقرير الأمين العام عن نشاط الأمانة فيما بين الدورتين،
وإذ يؤكد على قراراته السابقة في هذا الشأن،
                    يقرر
1- التأكيد مجددا على الالتزام بوحدة المنطقة.
2- الطلب من الأمين العام:
أ- إيفاد بعثة إلى المنطقة.
ب- تقديم تقرير عن ذلك إلى الدورة القادمة.
3- دعوة الدول الأعضاء إلى تقديم الدعم المالي."""


def test_a_verb_alone_on_its_line_leads_to_the_numbers() -> None:
    assert paths(LEAGUE, "operative", "subparagraph") == [
        "preamble/1/1",
        "preamble/1/2",
        "1",
        "2",
        "2/a",
        "2/b",
        "3",
    ]
    assert [p.text for p in passages(LEAGUE) if p.kind == "chapeau"][-1] == "يقرر"


def test_a_league_resolution_has_its_number_as_symbol_and_its_date_in_figures() -> None:
    document = written(LEAGUE)
    found = header_of(document, passages_of(document)[0], "ar")
    facts = (found.body, found.symbol, found.title, found.date)
    assert [fact and fact.value for fact in facts] == [
        *("las/council", "8801-د.ع (160)-ج 2", "تطورات الوضع في منطقة البحيرة", "2031-09-06")
    ]


AFRICAN_UNION = """AFRICAN UNION
UNION AFRICAINE
PEACE AND SECURITY COUNCIL
984TH MEETING
16 MARCH 2031
ADDIS ABABA, ETHIOPIA
PSC/PR/COMM. (CMLXXXIV)

COMMUNIQUÉ

Adopted by the Peace and Security Council (PSC) of the African Union (AU) at its 984th meeting, on the lake region:

The Peace and Security Council,

Noting the opening statement made by the Chairperson of the PSC for March 2031;

Acting under Article 7 of its Protocol, the Peace and Security Council:

1. Commends the Commission for its efforts, and in this regard requests the Commission to:

i. Dispatch a mission to the region;

ii. Report back to Council within three months;

2. Decides to remain actively seized of the matter."""


def test_a_communique_of_the_african_union() -> None:
    assert [p.kind for p in passages(AFRICAN_UNION) if p.kind != "preface"] == [
        *(
            "chapeau",
            "chapeau",
            "preambular",
            "chapeau",
            "operative",
            "subparagraph",
            "subparagraph",
            "operative",
        )
    ]
    document = written(AFRICAN_UNION)
    found = header_of(document, passages_of(document)[0], "en")
    facts = (found.body, found.symbol, found.kind, found.place, found.date, found.meeting)
    assert [fact and fact.value for fact in facts] == [
        *(
            "au/psc",
            "PSC/PR/COMM.(CMLXXXIV)",
            "communique",
            "ADDIS ABABA, ETHIOPIA",
            "2031-03-16",
            "984TH MEETING",
        )
    ]


def test_articles_of_an_agreement_stand_under_its_titles_and_chapters() -> None:
    text = """ACCORD POUR LE PARTAGE DES EAUX DU LAC
Nous, Gouvernement et Mouvements signataires, ci-après désignés « les Parties », réunis pour ce faire à Alger,
Ayant examiné la situation dans la région du lac ;
Convenons de ce qui suit :
TITRE I : PRINCIPES
Article premier : Les Parties respectent les principes ci-après :
a) le partage des eaux ;
b) le libre passage.
Article 2
Un Comité de suivi est créé. Il se réunit tous les trois mois.
Fait à Alger, le 15 mai 2031"""
    assert paths(text, "operative", "subparagraph") == ["1", "1/a", "1/b", "2"]
    assert next(p for p in passages(text) if p.path == "2").text.startswith("Un Comité")
    document = written(text)
    found = header_of(document, passages_of(document)[0], "fr")
    assert [fact and fact.value for fact in (found.kind, found.place, found.date)] == [
        "agreement",
        "Alger",
        "2031-05-15",
    ]


def test_sections_by_letter_do_not_become_lists() -> None:
    text = """1. La Conférence réitère son attachement à la paix.
a. Au titre du lac
2. La Conférence exhorte les parties à reprendre le dialogue."""
    assert [(p.kind, p.path) for p in passages(text)] == [
        ("operative", "1"),
        ("heading", "heading/1"),
        ("operative", "2"),
    ]


def test_a_long_formula_with_place_and_dates_leads_to_recitals() -> None:
    text = """RESOLUTION NO. 12/88-POL
ON
THE SITUATION IN THE LAKE REGION
The Council of Foreign Ministers of the Organization of Islamic Cooperation, held in Accra, Ghana, on 3 May 2031,
Recalling the principles of the Charter;
1. REAFFIRMS its full support to the neighbours of the lake.
2. CALLS UPON Member States to contribute to the fund."""
    assert [p.kind for p in passages(text)][3:] == ["chapeau", "preambular", "operative", "operative"]
    document = written(text)
    found = header_of(document, passages_of(document)[0], "en")
    facts = (found.body, found.symbol, found.title, found.place, found.date)
    assert [fact and fact.value for fact in facts] == [
        *("oic/cfm", "12/88-POL", "THE SITUATION IN THE LAKE REGION", "Accra, Ghana", "2031-05-03")
    ]


def test_sentences_of_a_joint_statement_are_operative_after_the_narrative() -> None:
    text = """Joint Statement of the Quartet on the Lake
The members of the Quartet met in Geneva on 3 May 2031 and heard a report on the state of the wells from its Envoy.
The Quartet welcomes the ceasefire and urges the parties to observe it.
It requests the Special Envoy to convene a meeting of experts."""
    assert [(p.kind, p.path) for p in passages(text)] == [
        *(("preface", "preface/1"), ("narrative", "narrative/1"), ("operative", "1"), ("operative", "2"))
    ]
