"""Akoma Ntoso gives the printed text, its structure as marks, and what it declares about itself."""

from mutabaa.texts import open_text

_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
 <meta><identification source="#x">
  <FRBRWork><FRBRdate date="2019-05-03" name="adoption"/><FRBRauthor href="#lsc"/></FRBRWork>
  <FRBRExpression><FRBRdate date="2019-05-09" name="publication"/><FRBRlanguage language="eng"/></FRBRExpression>
 </identification>
 <references source="#x"><TLCOrganization eId="lsc" href="/x" showAs="Lake States Conference"/></references></meta>
 <coverPage><p><docNumber refersTo="#symbol">LSC/RES/7</docNumber></p></coverPage>
 <preface><p><docTitle>Sharing of
   waters</docTitle></p></preface>
 <preamble><container name="x">
  <p><i>Recalling</i> its   decision 6<authorialNote marker="1"><p>Of 2018.</p></authorialNote>,</p>
 </container></preamble>
 <mainBody>
  <paragraph eId="p1"><num>1.</num><content><p><span class="bold italic">Decides</span> to:</p></content>
   <list><point><num>(a)</num><content><p>meet;</p></content></point></list></paragraph>
 </mainBody>
 <conclusions><p>4th meeting<eol/>3 May 2019</p></conclusions>
</statement></akomaNtoso>"""


def test_numbers_stand_before_their_words_and_notes_after_the_text() -> None:
    official = open_text(_DOCUMENT.encode(), name="decision.xml")
    assert official.format == "akn"
    assert official.text.split("\n\n") == [
        *("LSC/RES/7", "Sharing of waters", "Recalling its decision 6¹,", "1. Decides to:", "(a) meet;"),
        *("4th meeting\n3 May 2019", "1 Of 2018."),
    ]


def test_elements_are_marks_of_the_passages_they_hold() -> None:
    official = open_text(_DOCUMENT.encode(), name="decision.xml")
    passages = {
        mark.value: official.text[mark.start : mark.end] for mark in official.marks if mark.kind == "passage"
    }
    assert passages["preamble"] == "Recalling its decision 6¹,"
    assert passages["paragraph"] == "1. Decides to:\n\n(a) meet;"
    assert passages["point"] == "(a) meet;"
    emphasis = [official.text[mark.start : mark.end] for mark in official.marks if mark.kind == "emphasis"]
    assert emphasis == ["Recalling", "Decides"]


def test_the_metadata_is_declared() -> None:
    official = open_text(_DOCUMENT.encode(), name="decision.xml")
    assert official.declared == {
        "symbol": "LSC/RES/7",
        "date": "2019-05-03",
        "language": "en",
        "title": "Sharing of waters",
        "body": "Lake States Conference",
    }
    assert official.language_hint == "en"
