"""Where the versions of a document say different things, and where they only say it differently."""

from handmade import paragraph, reading

from mutabaa.reading import Passage
from mutabaa.review import Difference, align


def differences(english: Passage, arabic: Passage) -> list[Difference]:
    return list(align([reading("en", english), reading("ar", arabic)]).differences)


def kinds(english: Passage, arabic: Passage) -> list[tuple[str, str]]:
    return [(one.kind, one.severity) for one in differences(english, arabic)]


def test_a_number_in_words_is_the_number_in_digits() -> None:
    assert not kinds(
        paragraph("1", "Extends the mandate for twelve months until the seventy-ninth session;"),
        paragraph("1", "يمدد الولاية لفترة 12 شهرا حتى الدورة 79؛"),
    )
    assert not kinds(
        paragraph("1", "Extends the mandate for 12 months, with 35 observers;"),
        paragraph("1", "يمدد الولاية لفترة اثني عشر شهراً، مع خمسة وثلاثين مراقباً؛"),
    )


def test_a_number_is_the_same_whatever_separates_its_thousands() -> None:
    assert not kinds(
        paragraph("1", "Approves 65,459,100 dollars, 1.5 million for 4,200 persons, see point 3.2;"),
        # Arabic texts typed group by group keep the groups in reverse; 3-2 is point 3.2 read from the right.
        paragraph("1", "يوافق على مبلغ 100 459 65 دولار، و1٫5 مليون لفائدة ٤٢٠٠ شخص، انظر النقطة 3-2؛"),
    )
    assert not kinds(
        paragraph("1", "Approves 20 million dollars;"), paragraph("1", "يوافق على مبلغ 20000000 دولار؛")
    )


def test_a_number_that_differs_is_reported_with_its_words() -> None:
    (found,) = differences(
        paragraph("1", "Approves 4,200 observers;"), paragraph("1", "يوافق على إيفاد 2 400 مراقب؛")
    )
    assert (found.kind, found.code, found.severity) == ("number", "XYZ/RES/7/1", "high")
    assert dict(found.values) == {"en": ("4200",), "ar": ("2400",)}
    assert [quote.text for quote in found.quotes["ar"]] == ["2 400"]


def test_a_day_that_differs_is_a_difference_of_date() -> None:
    english = paragraph("1", "Decides to meet on 16 December 2017;", dates={"16 December 2017": "2017-12-16"})
    arabic = paragraph(
        "1",
        "يقرر الاجتماع في 17 كانون الأول/ديسمبر 2017؛",
        dates={"17 كانون الأول/ديسمبر 2017": "2017-12-17"},
    )
    (found,) = differences(english, arabic)
    assert (found.kind, dict(found.values)) == ("date", {"en": ("2017-12-16",), "ar": ("2017-12-17",)})


def test_a_month_that_differs_is_found_though_the_digits_agree() -> None:
    english = paragraph("1", "Decides to meet on 16 December 2017;", dates={"16 December 2017": "2017-12-16"})
    arabic = paragraph(
        "1",
        "يقرر الاجتماع في 16 تشرين الثاني/نوفمبر 2017؛",
        dates={"16 تشرين الثاني/نوفمبر 2017": "2017-11-16"},
    )
    (found,) = differences(english, arabic)
    assert (found.kind, found.values["ar"]) == ("date", ("2017-11-16",))


def test_a_date_one_reader_missed_is_no_difference() -> None:
    english = paragraph("1", "Decides to meet on 16 December 2017;", dates={"16 December 2017": "2017-12-16"})
    assert not kinds(english, paragraph("1", "يقرر الاجتماع في 16 ديسمبر 2017؛"))


def test_a_citation_of_another_resolution_is_found_and_one_without_its_year_is_not() -> None:
    english = paragraph(
        "1", "Recalls resolution 2441 (2018);", instruments={"2441 (2018)": "S/RES/2441 (2018)"}
    )
    other = paragraph("1", "يشير إلى القرار 2241 (2018)؛", instruments={"2241 (2018)": "S/RES/2241 (2018)"})
    assert kinds(english, other) == [("instrument", "high")]
    assert not kinds(english, paragraph("1", "يشير إلى القرار 2441؛", instruments={"2441": "S/RES/2441"}))


def test_a_citation_with_another_year_is_found() -> None:
    english = paragraph(
        "1", "Recalls resolution 2441 (2018);", instruments={"2441 (2018)": "S/RES/2441 (2018)"}
    )
    other = paragraph("1", "يشير إلى القرار 2441 (2019)؛", instruments={"2441 (2019)": "S/RES/2441 (2019)"})
    (found,) = differences(english, other)
    assert (found.kind, found.values["ar"]) == ("instrument", ("S/RES/2441 (2019)",))


def test_a_year_that_moved_to_another_citation_is_found() -> None:
    english = paragraph("1", "Recalls resolutions 2441 (2018) and 2509 (2020);")
    other = paragraph("1", "يشير إلى القرارين 2441 (2020) و 2509 (2020)؛")
    assert ("instrument", "high") in kinds(english, other)


def test_a_period_in_words_that_differs_is_a_difference_of_deadline() -> None:
    english = paragraph(
        "1", "Extends it for one year;", acts=[("Extends", "decide")], deadline=("one year", "P1Y")
    )
    same = paragraph("1", "يمدده لفترة 12 شهرا؛", acts=[("يمدده", "decide")], deadline=("12 شهرا", "P12M"))
    other = paragraph("1", "يمدده لفترة سنتين؛", acts=[("يمدده", "decide")], deadline=("سنتين", "P2Y"))
    assert not [kind for kind, _ in kinds(english, same) if kind == "deadline"]
    (found,) = differences(english, other)
    assert (found.kind, found.code, found.values["ar"]) == ("deadline", "XYZ/RES/7/1.a", ("P24M",))


def test_a_class_translators_commonly_interchange_weighs_little() -> None:
    invites = paragraph("1", "Invites the parties;", acts=[("Invites", "invite")])
    assert kinds(invites, paragraph("1", "يدعو الأطراف؛", acts=[("يدعو", "call")])) == [("act_class", "low")]
    assert kinds(invites, paragraph("1", "يدين الأطراف؛", acts=[("يدين", "condemn")])) == [
        ("act_class", "medium")
    ]


def test_addressees_are_compared_by_name_and_by_number_where_a_name_is_not_listed() -> None:
    def asks(words: str, verb: str, **names: str) -> Passage:
        addressees = [word for word in names.values() if word]
        listed = {word: name for name, word in names.items() if not name.startswith("unlisted")}
        return paragraph("1", words, acts=[(verb, "request")], addressees=addressees, actors=listed)

    english = asks("Requests Mali and Niger to report;", "Requests", mali="Mali", niger="Niger")
    assert not kinds(english, asks("يطلب إلى مالي والنيجر الإبلاغ؛", "يطلب", mali="مالي", niger="النيجر"))
    assert kinds(english, asks("يطلب إلى مالي وتشاد الإبلاغ؛", "يطلب", mali="مالي", chad="تشاد")) == [
        ("addressee", "medium")
    ]
    assert kinds(english, asks("يطلب إلى البلدين الإبلاغ؛", "يطلب", unlisted="البلدين")) == [
        ("addressee_count", "low")
    ]


def test_an_act_that_one_version_lacks_is_quoted_where_it_stands() -> None:
    english = paragraph("1", "Notes and welcomes it;", acts=[("Notes", "note"), ("welcomes", "welcome")])
    (found,) = differences(english, paragraph("1", "يلاحظ ذلك؛", acts=[("يلاحظ", "note")]))
    assert (found.kind, found.values) == ("act_count", {"en": ("2",), "ar": ("1",)})
    assert [quote.text for quote in found.quotes["en"]] == ["welcomes"]


def test_a_scale_word_serves_both_numbers_it_follows() -> None:
    assert not kinds(
        paragraph("1", "Notes a gap of 2.5 to 4 trillion dollars over a decade;"),
        paragraph("1", "يلاحظ فجوة تتراوح بين 2500 بليون و 4 تريليونات دولار على مدى 10 سنوات؛"),
    )


def test_a_symbol_of_another_body_is_found_where_both_print_it() -> None:
    english = paragraph("1", "Recalls S/RES/2441;", instruments={"S/RES/2441": "S/RES/2441"})
    other = paragraph("1", "يشير إلى A/RES/2441؛", instruments={"A/RES/2441": "A/RES/2441"})
    understood = paragraph("1", "يشير إلى القرار 2441؛", instruments={"القرار 2441": "A/RES/2441"})
    assert kinds(english, other) == [("instrument", "high")]
    assert not kinds(english, understood)


def test_a_period_that_one_version_alone_states_is_no_difference() -> None:
    english = paragraph("1", "Extends it at once;", acts=[("Extends", "decide")])
    other = paragraph("1", "يمدده لفترة سنة؛", acts=[("يمدده", "decide")], deadline=("لفترة سنة", "P1Y"))
    assert not kinds(english, other)
