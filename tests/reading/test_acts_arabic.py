"""Arabic acts: which verbs count, what class their complement gives them, who is asked and what is to be done."""

import pytest

from mutabaa.reading.acts import find_acts
from mutabaa.reading.passages import Passage


def classes(acts):
    return [act.act for act in acts]


def addressees(act):
    return [quote.text for quote in act.addressees]


def asked(act):
    return (addressees(act), act.basis, act.action and act.action.text)


def test_a_verb_is_found_with_the_conjunction_written_on_it(acts_of):
    acts = acts_of("رحب الاجتماع بفتح المعبر، وحث الأطراف على إبقائه مفتوحاً.", "ar")
    assert [act.verb.text for act in acts] == ["رحب", "حث"]
    assert classes(acts) == ["welcome", "urge"]


def test_praised_and_pointed_out_differ_by_one_letter(acts_of):
    acts = acts_of("أشاد الاجتماع بصمود السكان، وأشار إلى أن الشتاء على الأبواب.", "ar")
    assert classes(acts) == ["welcome", "note"]


def test_vowel_signs_and_kashida_change_nothing_and_stay_in_the_quotation(acts_of):
    (act,) = acts_of("يُشجِّـع الحكومةَ على مواصلة الحوار؛", "ar")
    assert (act.act, act.verb.text) == ("encourage", "يُشجِّـع")
    assert addressees(act) == ["الحكومةَ"]


def test_a_subject_named_after_the_verb_stands_before_its_complement(acts_of):
    (act,) = acts_of("جدد المجلس تأكيد تمسكه بوحدة البلاد.", "ar")
    assert (act.verb.text, act.act, act.reiterated) == ("جدد المجلس تأكيد تمسكه", "affirm", True)
    (act,) = acts_of("أدان المؤتمر بشدة نهب المتحف.", "ar")
    assert act.verb.text == "أدان المؤتمر بشدة"


def test_a_verb_of_another_body_in_a_relative_clause_is_not_an_act(acts_of):
    acts = acts_of("أحاط الاجتماع علماً بالبيان الذي أدان الهجوم وما قرره مجلس الأمن بشأنه.", "ar")
    assert classes(acts) == ["note"]


def test_what_is_requested_of_somebody_holds_no_further_acts(acts_of):
    # A masculine verb of what is asked stands in a text whose body is feminine: it isn't the body's.
    (act,) = acts_of("تطلب إلى الأمين العام أن يقدم تقريراً عن الطريق، ويشجع المانحين على تمويله؛", "ar")
    assert act.act == "request"


def test_a_report_goes_on_in_the_plural_and_with_participles(acts_of):
    acts = acts_of(
        "أكد الوزراء أهمية الحوار، ودعوا الأطراف إلى استئنافه، محذرين من عواقب تأخيره، ومعربين عن شكرهم للوسطاء.",
        "ar",
    )
    assert classes(acts) == ["stress_need", "call", "warn", "welcome"]


def test_the_items_of_a_decision_open_with_verbal_nouns(acts_of):
    acts = acts_of("الترحيب بنتائج القمة، والإعراب عن القلق إزاء الجفاف.", "ar")
    assert classes(acts) == ["welcome", "concern"]
    (act,) = acts_of("دعوة الدول الأعضاء إلى الإسهام في الصندوق.", "ar")
    assert asked(act) == (["الدول الأعضاء"], "stated", "الإسهام في الصندوق")


def test_a_verbal_noun_that_opens_a_subparagraph_is_what_is_asked():
    text = "دعوة الخبراء إلى حضور الدورة؛"
    point = Passage(
        kind="subparagraph",
        start=0,
        end=len(text),
        path="1/a",
        text=text,
        segments=((0, 0),),
        rule="a test's own",
    )
    assert find_acts(point, "ar", ())[0] == ()


@pytest.mark.parametrize(
    ("text", "act", "verb"),
    [
        ("يشدد على ضرورة فتح الميناء؛", "stress_need", "يشدد على ضرورة"),
        ("يشدد على أن الميناء شريان البلاد؛", "emphasize", "يشدد"),
        ("يؤكد أن الميناء شريان البلاد؛", "emphasize", "يؤكد"),
        ("يؤكد من جديد أن الميناء شريان البلاد؛", "affirm", "يؤكد من جديد"),
        ("يؤكد أنه ينبغي فتح الميناء؛", "stress_need", "يؤكد"),
        ("تكرر في هذا الصدد تأكيد أهمية فتح الميناء؛", "stress_need", "تكرر في هذا الصدد تأكيد أهمية"),
        ("يكرر تأكيد إدانته الشديدة للغارة؛", "condemn", "يكرر تأكيد إدانته الشديدة"),
        ("يعرب عن بالغ قلقه إزاء الجفاف؛", "concern", "يعرب عن بالغ قلقه"),
        ("أعرب المجلس عن خالص شكره وتقديره للبلد المضيف.", "welcome", "أعرب المجلس عن خالص شكره وتقديره"),
        ("تؤكد من جديد التزامها بمواصلة دعم الصندوق؛", "commit", "تؤكد من جديد التزامها"),
        ("يؤكد من جديد التزامه بوحدة البلاد؛", "affirm", "يؤكد من جديد"),
        ("تحيط علماً مع التقدير بعمل المكتب؛", "welcome", "تحيط علماً مع التقدير"),
        ("تلاحظ بقلق تأخر الموسم؛", "concern", "تلاحظ بقلق"),
        ("يقر بأهمية المراعي؛", "recognize", "يقر"),
        ("يقر خطة العمل الواردة في المرفق؛", "support", "يقر"),
        ("وجه المجلس الشكر إلى الرئيس.", "welcome", "وجه المجلس الشكر"),
        ("يقرر أن يبقي المسألة قيد نظره الفعلي.", "seized", "يقرر"),
        ("يقرر تمديد ولاية الفريق؛", "decide", "يقرر"),
        ("يوافق على عقد الاجتماع المقبل في المنامة؛", "decide", "يوافق"),
        ("يتوقع أن يفي البلد المضيف بتعهداته؛", "stress_need", "يتوقع"),
    ],
)
def test_the_complement_of_a_verb_gives_the_class(acts_of, text, act, verb):
    (found,) = acts_of(text, "ar")
    assert (found.act, found.verb.text) == (act, verb)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "يحث الأطراف الموقعة على الاتفاق على الإسراع بتنفيذه؛",
            ["الأطراف الموقعة على الاتفاق"],
            "الإسراع بتنفيذه",
        ),
        ("طلب الاجتماع من الأمين العام إيفاد بعثة إلى الميناء.", ["الأمين العام"], "إيفاد بعثة إلى الميناء"),
        ("طلب المؤتمر من المدير التنفيذي الإسراع بإرسال خبراء.", ["المدير التنفيذي"], "الإسراع بإرسال خبراء"),
        ("يطلب إلى الأمانة العامة أن تعد دراسة؛", ["الأمانة العامة"], "تعد دراسة"),
        ("تهيب بالدول والمنظمات الإقليمية أن تتعاون؛", ["الدول", "المنظمات الإقليمية"], "تتعاون"),
        ("تهيب بالحكومات اتخاذ تدابير عاجلة؛", ["الحكومات"], "اتخاذ تدابير عاجلة"),
        ("كلف المجلس الأمين العام ببدء المشاورات.", ["الأمين العام"], "بدء المشاورات"),
        ("يأذن للدول الأعضاء بأن تتخذ ما يلزم؛", ["للدول الأعضاء"], "تتخذ ما يلزم"),
        ("يوعز إلى اللجنة بأن تنظر في الطلب؛", ["اللجنة"], "تنظر في الطلب"),
        ("تطالب بأن تفتح جميع الأطراف المعابر؛", ["جميع الأطراف"], "تفتح جميع الأطراف المعابر"),
        ("تهيب بالدول ألا تعترف بهذا التغيير؛", ["الدول"], "ألا تعترف بهذا التغيير"),
        ("يشدد على أهمية أن تقدم الدول الأعضاء الدعم؛", ["الدول الأعضاء"], "تقدم الدول الأعضاء الدعم"),
        ("يؤكد أن على جميع الدول أن تحمي المتاحف؛", ["جميع الدول"], "تحمي المتاحف"),
        ("يقرر أن يقدم الفريق تقريراً مؤقتاً؛", ["الفريق"], "يقدم الفريق تقريراً مؤقتاً"),
        ("تتعهد الأطراف بوقف القتال.", ["الأطراف"], "وقف القتال"),
    ],
)
def test_each_verb_has_its_way_to_say_of_whom_and_what(acts_of, text, who, what):
    (act,) = acts_of(text, "ar")
    assert asked(act) == (who, "stated", what)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # Financial institutions, Malian parties: only the noun before tells, and the whole phrase is quoted.
        ("الدول الأعضاء والمؤسسات المالية الدولية", ["الدول الأعضاء", "المؤسسات المالية الدولية"]),
        ("المنظمات الدولية والإقليمية ودون الإقليمية", ["المنظمات الدولية والإقليمية ودون الإقليمية"]),
        ("حكومتي تشاد والنيجر", ["حكومتي تشاد والنيجر"]),
        ("المغرب وموريتانيا والاتحاد الأفريقي", ["المغرب", "موريتانيا", "الاتحاد الأفريقي"]),
        ("الحركات والجماعات المسلحة", ["الحركات والجماعات المسلحة"]),
        ("جميع الأطراف، ولا سيما الحركات الموقعة،", ["جميع الأطراف", "الحركات الموقعة"]),
        ("الدول، كل في حدود ولايته، والهيئات المعنية", ["الدول", "الهيئات المعنية"]),
        ("الدول التي لم تصدق على المعاهدة وتنفذها", ["الدول التي لم تصدق على المعاهدة وتنفذها"]),
        ("الأطراف المتحاربة، التي ما زالت تحتل البلدة،", ["الأطراف المتحاربة"]),
        ("الصندوق فضلا عن غيره من المؤسسات", ["الصندوق", "غيره من المؤسسات"]),
    ],
)
def test_complete_noun_phrases_are_addressees_of_their_own(acts_of, text, who):
    (act,) = acts_of(f"يحث {text} على مواصلة المشاورات؛", "ar")
    assert addressees(act) == who


def test_a_call_for_something_addresses_nobody_however_plain_it_seems(acts_of):
    (act,) = acts_of("دعا الاجتماع إلى إنهاء المواجهات في البلدة.", "ar")
    assert asked(act) == ([], "not_stated", "إنهاء المواجهات في البلدة")
    (act,) = acts_of("تشجع الجهود الرامية إلى تعزيز الثقة؛", "ar")
    assert asked(act) == ([], "not_stated", "الجهود الرامية إلى تعزيز الثقة")


@pytest.mark.parametrize(
    "later",
    ["كما دعاها الاجتماع إلى حماية المتحف.", "داعياً إياها إلى حماية المتحف.", "وطلب إليها حماية المتحف."],
)
def test_a_pronoun_points_back_to_the_addressee_before_it(acts_of, later):
    acts = acts_of(f"طلب الاجتماع من الدول الأعضاء تقديم الدعم، {later}", "ar")
    assert asked(acts[1]) == (["الدول الأعضاء"], "carried_over", "حماية المتحف")


def test_a_masculine_pronoun_takes_the_last_man_named(acts_of):
    acts = acts_of("ترحب بالجهود التي تبذلها الدول وبتقرير الأمين العام، وتشجعه على مواصلة عمله؛", "ar")
    assert addressees(acts[1]) == ["الأمين العام"]


def test_a_body_that_binds_itself_is_its_own_addressee(acts_of):
    (act,) = acts_of("تقرر أن تدرج في جدول المؤتمرات دورتين؛", "ar")
    assert (act.basis, addressees(act)) == ("self", [])
    (act,) = acts_of("جدد المؤتمر التأكيد على عزم المنظمة على مواصلة العمل.", "ar")
    assert (act.act, act.basis, act.action.text) == ("commit", "self", "مواصلة العمل")


def test_a_meeting_that_is_held_is_not_bound_to_hold_anything(acts_of):
    # Without vowel signs "shall be held" is written as "shall hold".
    (act,) = acts_of("تقرر أن يعقد الاجتماع في مسقط؛", "ar")
    assert (act.basis, addressees(act)) == ("not_stated", [])


def test_a_body_named_after_a_present_verb_is_addressed_unless_it_is_the_meeting_itself(acts_of):
    (act,) = acts_of("يشجع المكتب المتكامل على مواصلة عمله؛", "ar")
    assert addressees(act) == ["المكتب المتكامل"]
    (act,) = acts_of("يطلب المجلس من المفوضية نشر المراقبين.", "ar")
    assert addressees(act) == ["المفوضية"]


def test_an_urging_by_the_secretary_general_is_not_the_meetings_own(acts_of):
    assert acts_of("حث الأمين العام الدول الأعضاء على التبرع للصندوق.", "ar") == ()


def test_calling_with_force_is_urging(acts_of):
    assert classes(acts_of("يدعو بقوة الأطراف إلى التفاوض؛", "ar")) == ["urge"]
    assert classes(acts_of("يدعو الأطراف إلى التفاوض؛", "ar")) == ["call"]


def test_the_assembly_invites_where_a_council_calls(acts_of):
    # تهيب is the Assembly's "calls upon"; its تدعو with an addressee is "invites", without one "calls for".
    assert classes(acts_of("تدعو الحكومات إلى حضور الدورة؛", "ar")) == ["invite"]
    assert classes(acts_of("تدعو إلى وقف القتال؛", "ar")) == ["call"]


def test_the_report_on_mali_gives_its_27_acts_in_order(acts_of, shared):
    import json

    with (shared / "corpora/labels/oic-mali-2017.gold.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    read = [acts_of(row["text"], "ar") for row in rows]
    labelled = [[act["act"] for act in row["acts"]] for row in rows]
    assert [classes(acts) for acts in read] == labelled
    assert sum(map(len, labelled)) == 27
    for row, acts in zip(rows, read, strict=True):
        for label, act in zip(row["acts"], acts, strict=True):
            assert addressees(act) == label["addressees"]
            assert (act.action and act.action.text) == label["action"]
