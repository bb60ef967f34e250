"""Articles of an agreement: a number and a heading, under which its paragraphs stand, with or without numbers."""

from mutabaa.reading.block_ends import looks_like_heading
from mutabaa.reading.flow import Block
from mutabaa.reading.main_list import acts
from mutabaa.reading.numbering import Label
from mutabaa.reading.walk import Walk

ARTICLE = "article"


def within_article(walk: Walk) -> bool:
    """Whether the paragraphs are those of an article."""
    lists = walk.outline.lists
    return bool(lists) and lists[0].family == ARTICLE


def read_article_heading(walk: Walk, block: Block, label: Label) -> bool:
    """Take "Article 3" alone or with a heading ("Article 3 – Joint Committee") for what opens an article.

    False where the article's own words follow its number: then it is a paragraph like any other.
    """
    words = block.text[label.end :].strip()
    if label.shape != ARTICLE or (words and (acts(block, label) or not looks_like_heading(words))):
        return False
    place = walk.outline.place(label, False, False)
    if place is None:
        return False
    walk.add("heading", block, "heads an article")
    walk.units[-1].label, walk.units[-1].number = label, place.number
    walk.headed = place.path
    return True


def add_article_text(walk: Walk, block: Block) -> None:
    """Add an unnumbered paragraph of an article: the first has the article's path, others count within it."""
    if walk.headed:
        walk.add_at("operative", block, "the text of an article", walk.headed)
        walk.headed = ""
    else:
        walk.add_within("operative", block, "a further paragraph of an article")


def numbers_its_paragraphs(walk: Walk, level: int) -> bool:
    """Whether a number of the second level numbers the paragraphs of an article that has no text but them."""
    return level == 1 and bool(walk.headed) and within_article(walk)
