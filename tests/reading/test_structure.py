"""The structure of resolutions, reports and communiqués: parts, numbers, nesting."""

import pytest
from tests.reading.written import kinds, passages, paths

RESOLUTION = """Resolution 9001 (2031)
Adopted by the Security Council at its 9999th meeting, on 3 May 2031
The Security Council,
Recalling its earlier resolutions on the lake region,
Deeply concerned at the shortage of water,
1. Decides to send a mission to the lake;
2. Requests the Secretary-General:
(a) To name its head;
(b) To report on:
(i) the wells;
(ii) the roads;
3. Decides to remain seized of the matter."""

ARABIC = """القرار 9001 (2031)
الذي اتخذه مجلس الأمن في جلسته 9999 المعقودة في 3 أيار/مايو 2031
إن مجلس الأمن،
إذ يشير إلى قراراته السابقة بشأن منطقة البحيرة،
وإذ يساوره بالغ القلق إزاء نقص المياه،
1 - يقرر إيفاد بعثة إلى البحيرة؛
2 - يطلب إلى الأمين العام ما يلي:
(أ) تسمية رئيسها؛
(ب) تقديم تقرير عن:
’1‘ الآبار؛
’2‘ الطرق؛
3 - يقرر أن يبقي المسألة قيد نظره."""

FRENCH = """Résolution 9001 (2031)
Adoptée par le Conseil de sécurité à sa 9999e séance, le 3 mai 2031
Le Conseil de sécurité,
Rappelant ses résolutions antérieures sur la région du lac,
Profondément préoccupé par le manque d’eau,
1. Décide d’envoyer une mission au lac ;
2. Prie le Secrétaire général :
a) De nommer son chef ;
b) De rendre compte :
i) Des puits ;
ii) Des routes ;
3. Décide de rester saisi de la question."""


@pytest.mark.parametrize("text", [RESOLUTION, ARABIC, FRENCH])
def test_the_codes_are_the_same_in_every_language(text: str) -> None:
    assert kinds(text) == [
        *("preface", "preface", "chapeau", "preambular", "preambular", "operative", "operative"),
        *("subparagraph", "subparagraph", "subparagraph", "subparagraph", "operative"),
    ]
    assert paths(text, "operative", "subparagraph") == ["1", "2", "2/a", "2/b", "2/b/i", "2/b/ii", "3"]


def test_a_quote_of_a_passage_stands_where_it_says() -> None:
    text = RESOLUTION.replace("a mission to", "a mission\nto")
    for passage in passages(text):
        quote = passage.quote(0, len(passage.text))
        assert " ".join(text[quote.start : quote.end].split()) == quote.text


# A report numbers what was agreed with words, after a narrative and a sentence that ends with a colon.
REPORT = """مجموعة المتابعة المعنية بالبحيرة
اجتمعت مجموعة المتابعة المعنية بالبحيرة في مدينة بعيدة واستعرضت آخر التطورات واستمعت إلى إحاطة من رئيسها عن الوضع.
واتفق الاجتماع، بعد مداولات مستفيضة بشأن إدارة مياه البحيرة، على ما يلي:
أولاً: جدد الاجتماع تأكيد التزامه بحماية البحيرة.
ثانيا: طلب الاجتماع من الأمين العام إيفاد بعثة.
ثالثاً: رحب الاجتماع بجهود الدول المطلة على البحيرة."""


def test_a_report_is_narrative_until_what_was_agreed() -> None:
    assert kinds(REPORT) == ["preface", "narrative", "chapeau", "operative", "operative", "operative"]
    assert paths(REPORT, "operative") == ["1", "2", "3"]


def test_digits_in_any_script_and_words_give_the_same_codes() -> None:
    in_digits = REPORT.replace("أولاً:", "١-").replace("ثانيا:", "٢-").replace("ثالثاً:", "٣-")
    in_latin = REPORT.replace("أولاً:", "1.").replace("ثانيا:", "2.").replace("ثالثاً:", "3.")
    assert paths(in_digits, "operative") == paths(in_latin, "operative") == ["1", "2", "3"]


def test_a_number_inside_an_annex_is_not_an_operative_paragraph() -> None:
    # The annex counts on exactly where the resolution stopped.
    annexed = (
        RESOLUTION
        + "\nAnnex\nTerms of reference\n4. The mission shall have five members.\n5. It shall report."
    )
    assert paths(annexed, "operative") == ["1", "2", "3"]
    assert paths(annexed, "annex") == ["annex", "annex/1", "annex/4", "annex/5"]


def test_a_list_within_a_paragraph_may_count_in_digits_too() -> None:
    text = """The Conference,
1. Requests the Secretariat to prepare:
1. A map of the wells;
2. A list of the roads;
2. Decides to meet again in the spring."""
    assert paths(text, "operative", "subparagraph") == ["1", "1/1", "1/2", "2"]


def test_roman_numerals_of_the_first_level_count_like_digits() -> None:
    text = """During its deliberations on the lake region the Meeting agreed on the following:
i. The Meeting reaffirmed its support.
ii. The Meeting urged all parties to share the water.
iii. The Meeting thanked the host country."""
    assert [(p.path, p.number, p.label) for p in passages(text) if p.kind == "operative"] == [
        ("1", "1", "i."),
        ("2", "2", "ii."),
        ("3", "3", "iii."),
    ]


def test_paragraphs_without_numbers_are_counted() -> None:
    text = """Communiqué of the follow-up group
The Meeting reaffirmed its support for the sharing of the waters of the lake among all its neighbours.
The Meeting called on all parties to allow the repair of the wells before the dry season begins."""
    assert [(p.path, p.number) for p in passages(text) if p.kind == "operative"] == [("1", None), ("2", None)]


def test_bullets_after_what_was_agreed_are_paragraphs() -> None:
    text = """Having deliberated on the state of the lake and its wells, the Meeting decided on the following:
- To request the Secretary-General to send a mission.
- To encourage the neighbours to share their maps."""
    assert [(p.kind, p.path, p.label) for p in passages(text)[1:]] == [
        ("operative", "1", "-"),
        ("operative", "2", "-"),
    ]


def test_articles_of_an_agreement_hold_their_numbered_parts() -> None:
    text = """Agreement on the waters
The Parties,
Desirous of sharing the waters of the lake,
Have agreed as follows:
Article 1
The Parties shall share the water.
Article 2
1. A committee is established.
2. It shall meet twice a year."""
    # Article 2 has no words but its paragraphs: their numbers are under its own, and they are clauses of their own.
    assert paths(text, "operative") == ["1", "2/1", "2/2"]


@pytest.mark.parametrize(
    "style", ["({})", "{}", "{})", "{} -", "OP{}", "{}ـ", "Article {}:", "{}/-", "{}/", "{}°", "[{}]"]
)
def test_a_list_is_a_list_whatever_surrounds_its_numbers(style: str) -> None:
    verbs = ("Decides to send a mission;", "Requests a report on it;", "Thanks the host country.")
    lines = [f"{style.format(number)} {verb}" for number, verb in enumerate(verbs, 1)]
    assert paths("The Council,\n" + "\n".join(lines), "operative") == ["1", "2", "3"]


def test_articles_count_in_roman_numerals_too() -> None:
    text = "The Parties agree as follows:\nARTICLE I\nThe lake is shared.\nARTICLE II\nThe wells are shared."
    assert paths(text, "operative") == ["1", "2"]


def test_a_number_alone_on_its_line_belongs_to_the_paragraph_after_it() -> None:
    text = "7 -\n\nيدعو الدول الأعضاء إلى تقديم الدعم.\n\n8 -\n\nيطلب من الأمين العام المتابعة."
    assert [(p.path, p.text[:4]) for p in passages(text)] == [("7", "يدعو"), ("8", "يطلب")]


def test_headings_between_paragraphs_keep_the_count_going() -> None:
    text = RESOLUTION.replace("3. Decides", "Final provisions\n3. Decides")
    assert paths(text, "operative", "heading") == ["1", "2", "heading/1", "3"]


def test_two_resolutions_printed_together_have_paths_of_their_own() -> None:
    text = (
        RESOLUTION
        + "\nB\nThe Security Council,\nRecalling the same,\n1. Decides to send a boat;\n2. Thanks all."
    )
    assert paths(text, "operative") == ["1", "2", "3", "part2/1", "part2/2"]


def test_a_number_out_of_its_turn_is_heard() -> None:
    from tests.reading.written import written

    from mutabaa.reading.structure import passages_of

    _, concerns = passages_of(written(RESOLUTION.replace("3. Decides", "4. Decides")))
    assert [(concern.kind, concern.facts) for concern in concerns] == [
        ("number_out_of_sequence", {"number": "4"})
    ]


def test_place_date_and_names_after_the_last_paragraph_close_the_text() -> None:
    assert kinds(RESOLUTION + "\nAtlantis, 3 May 2031\nThe Chair")[-2:] == ["closing", "closing"]


@pytest.mark.parametrize("text", ["", "\n\f\n", "***", "1.", "(a)\n(b)", "،", "x" * 5000, "1. 1. 1. 1.", "‏"])
def test_any_text_is_read_without_refusal(text: str) -> None:
    from mutabaa.reading.structure import passages_of
    from mutabaa.texts import OfficialText, SourceFile

    source = SourceFile(name="x", content=b"", sha256="")
    for passage in passages_of(OfficialText(source=source, format="text", text=text))[0]:
        assert text[passage.start : passage.end].strip()


# Nothing is numbered: then what stands behind bullets and opens with a verb of the body is what it agreed.
@pytest.mark.parametrize(
    "before", ["Noting the report,", "The Ministers:", "The Ministers agreed as follows:"]
)
def test_bullets_with_operative_verbs_are_paragraphs_where_nothing_is_numbered(before: str) -> None:
    text = f"""The Ministers of the Lake States,
{before}
• Welcome the report of the committee;
• Call upon Member States to pay, in particular:
- the States of the north;
- the States of the coast;
• Condemn the attack."""
    assert paths(text, "operative") == ["1", "2", "3"]
    assert paths(text, "subparagraph") == ["2/1", "2/2"]


@pytest.mark.parametrize(
    "text",
    [
        "إن الوزراء:\n- يرحبون بتقرير اللجنة؛\n- يدعون الدول الأعضاء إلى الدفع؛\n- يثنون على البلد المضيف.",
        "Les ministres :\n• Saluent le rapport du comité ;\n• Demandent aux États de payer ;\n• Condamnent l’attaque.",
    ],
)
def test_bullets_may_speak_for_many(text: str) -> None:
    assert paths(text, "operative") == ["1", "2", "3"]
