"""Paragraphs without a number: titles, narrative, recitals, chapeaus, headings, uncounted operative ones."""

import re

from mutabaa.reading.articles import add_article_text, within_article
from mutabaa.reading.block_ends import ends, introduces, looks_like_heading, pauses
from mutabaa.reading.flow import Block
from mutabaa.reading.main_list import acts
from mutabaa.reading.openings import (
    body_acts,
    body_leads,
    ends_with_body,
    folded_head,
    is_chapeau,
    is_formula,
    opens_closing,
    opens_like_formula,
    opens_operative,
    opens_recital,
    tells_what_happened,
)
from mutabaa.reading.walk import Walk

_SENTENCE = re.compile(r"[.؟!]\s+")
_SHORTEST_SENTENCE = 90
_SHORTEST_CHAPEAU = 40
_LONGEST_TITLE = 400
_FEW_WORDS = 3


def read_unnumbered(walk: Walk, index: int) -> None:
    """Give a paragraph that has no number here its part, by where in the text it stands."""
    block = walk.blocks[index]
    if walk.zone == "operative" and opens_closing(block.text):
        walk.zone = "closing"
    if walk.zone == "closing":
        walk.add("closing", block, "after the last paragraph")
    elif walk.zone == "front":
        _read_front(walk, index)
    elif walk.zone == "preamble":
        _read_preamble(walk, index)
    else:
        _read_among_operative(walk, block)


def _read_front(walk: Walk, index: int) -> None:
    """Titles, then the narrative of a report, up to what the body agreed."""
    block = walk.blocks[index]
    text, head = block.text, folded_head(block.text)
    long = len(text) >= _SHORTEST_SENTENCE or opens_like_formula(head)
    if (is_chapeau(text) and len(text) >= _SHORTEST_CHAPEAU) or _leads_to_numbers(walk, index):
        walk.add("chapeau", block, "introduces what was agreed")
        walk.zone = "operative"
    elif opens_recital(head) and (pauses(text) or (long and _recital_follows(walk, index))):
        walk.zone = "preamble"
        walk.add("preambular", block, "recital")
    elif long and pauses(text) and _recital_follows(walk, index):
        walk.zone = "preamble"
        walk.add("chapeau", block, "the adopting body, at length")
    elif long and introduces(text) and _is_main_start(walk, index + 1):
        walk.add("chapeau", block, "introduces the numbered paragraphs")
    elif _is_sentence(walk, text):
        if walk.main_start is None and acts(block) and not tells_what_happened(head):
            walk.zone = "operative"
            walk.add_operative(block)
        else:
            walk.add("narrative", block, "a sentence before what was agreed")
    elif _told(walk) and (looks_like_heading(text) or introduces(text)):
        walk.add("heading", block, "a short line without a verb of the body")
    else:
        walk.add("preface", block, "before the text begins")


def _is_sentence(walk: Walk, text: str) -> bool:
    """Whether a paragraph before what was agreed tells something, rather than naming it."""
    if len(text) < _SHORTEST_SENTENCE and (not _told(walk) or introduces(text)):
        return False
    return ends(text) or (len(text) > _LONGEST_TITLE and _SENTENCE.search(text) is not None)


def _told(walk: Walk) -> bool:
    """Whether the narrative has begun, so that what follows is no title."""
    return "narrative" in walk.counts


def _leads_to_numbers(walk: Walk, index: int) -> bool:
    """Whether a paragraph ends with the body and a colon ("فإن الاجتماع:"), or is a verb alone ("يقرر"), before 1."""
    text = walk.blocks[index].text
    if index + 1 != walk.main_start or len(text) > _LONGEST_TITLE:
        return False
    if len(text.split()) <= _FEW_WORDS:
        return opens_operative(folded_head(text))
    return introduces(text) and ends_with_body(text)


def _recital_follows(walk: Walk, index: int) -> bool:
    return index + 1 < len(walk.blocks) and opens_recital(folded_head(walk.blocks[index + 1].text))


def _is_main_start(walk: Walk, index: int) -> bool:
    """Whether the numbered paragraphs begin here, or the formula before them stands here."""
    return index == walk.main_start or (index < len(walk.blocks) and is_formula(walk.blocks[index].text))


def _read_preamble(walk: Walk, index: int) -> None:
    block = walk.blocks[index]
    head = folded_head(block.text)
    recital = opens_recital(head)
    numbers_ahead = walk.main_start is not None and index < walk.main_start
    if (not recital and is_chapeau(block.text)) or _leads_to_numbers(walk, index):
        walk.add("chapeau", block, "introduces what was agreed")
        walk.zone = "operative"
        walk.outline.lists.clear()
    elif (
        not recital
        and (opens_operative(head) or body_acts(head))
        and not (numbers_ahead and _in_row(walk, index))
    ):
        walk.zone = "operative"
        walk.add_operative(block)
    elif not recital and looks_like_heading(block.text):
        walk.add("heading", block, "a short line without a verb of the body")
    else:
        walk.outline.lists.clear()
        walk.add("preambular", block, "between the formula and the first operative paragraph")


def _in_row(walk: Walk, index: int) -> bool:
    """Whether the next paragraph isn't a formula: then an operative verb among recitals is one of them."""
    return index + 1 == len(walk.blocks) or not is_formula(walk.blocks[index + 1].text)


def _read_among_operative(walk: Walk, block: Block) -> None:
    """An unnumbered paragraph where operative ones are expected or have begun."""
    unnumbered = walk.main_start is None or not walk.outline.lists
    if within_article(walk) and not looks_like_heading(block.text):
        add_article_text(walk, block)
    elif is_chapeau(block.text):
        walk.add("chapeau", block, "introduces what was agreed")
        if unnumbered:
            walk.outline.lists.clear()
    elif unnumbered and acts(block):
        walk.add_operative(block)
    elif looks_like_heading(block.text):
        walk.add_heading(block)
    elif (
        unnumbered and len(block.text) >= _SHORTEST_SENTENCE and tells_what_happened(folded_head(block.text))
    ):
        walk.add("narrative", block, "tells what happened")
    else:
        walk.add_within("subparagraph", block, "goes on with the paragraph above")


def take_narrative_as_operative(walk: Walk) -> None:
    """Where a communiqué is one run of sentences, a paragraph that holds the body's acts is operative."""
    for unit in walk.units:
        if unit.kind != "narrative":
            continue
        sentences = _SENTENCE.split(unit.block.text)
        if any(body_leads(folded_head(sentence)) for sentence in sentences):
            walk.unnumbered_operative += 1
            unit.kind, unit.rule = "operative", "sentences of the body among the narrative"
            unit.path = str(walk.unnumbered_operative)
