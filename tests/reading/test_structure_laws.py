"""Laws of the structure, whatever the text: nothing is refused, nothing overlaps, every offset comes back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mutabaa.reading.structure import passages_of
from mutabaa.texts import OfficialText, SourceFile
from mutabaa.texts.furniture import find_furniture

# Pieces of which official texts are made, so that chance meets numbers, verbs and breaks often.
PIECES = st.sampled_from(
    [
        *(
            "1. ",
            "2. ",
            "3 - ",
            "٢ - ",
            "(a) ",
            "(ii) ",
            "’1‘ ",
            "أولاً: ",
            "ثانيا: ",
            "Article 2\n",
            "- ",
            "OP4. ",
            "A. ",
        ),
        *(
            "The Council,",
            "إن المجلس،",
            "Le Conseil,",
            "Annex",
            "المرفق",
            "Decides to meet",
            "Recalling the lake,",
        ),
        *(
            "يقرر أن يجتمع؛",
            "وإذ يشير إلى ذلك،",
            "Prie tous les membres ;",
            "as follows:",
            "على ما يلي:",
            "the lake and ",
        ),
        *(
            "\n",
            "\n\n",
            "\n\f\n",
            " ",
            "  ",
            "\t",
            "\u200f",
            "\u00a0",
            ". ",
            "; ",
            "، ",
            ":",
            "\r\n",
            "word " * 20,
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def document(text: str) -> OfficialText:
    pages = (0, *(i + 1 for i, letter in enumerate(text) if letter == "\f"))
    source = SourceFile(name="any.txt", content=b"", sha256="")
    furniture = find_furniture(text, pages)
    return OfficialText(source=source, format="text", text=text, page_starts=pages, furniture=furniture)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_passages_follow_one_another_and_every_offset_comes_back(text: str) -> None:
    end = 0
    passages, _ = passages_of(document(text))
    for passage in passages:
        assert end <= passage.start < passage.end <= len(text)
        end = passage.end
        for offset, letter in enumerate(passage.text):
            there = text[passage.published(offset)]
            assert there == letter or (
                letter == " " and (there.isspace() or passage.text[offset - 1 : offset] != "")
            )


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_passage_has_an_address_of_its_own(text: str) -> None:
    paths = [passage.path for passage in passages_of(document(text))[0]]
    assert all(paths) and len(set(paths)) == len(paths)
