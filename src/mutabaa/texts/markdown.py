"""Markdown: the text a reader sees, without its mark-up, which becomes marks."""

import re
from typing import TYPE_CHECKING

from mutabaa.texts.drafting import Draft
from mutabaa.texts.parsed import Parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

# Emphasis marks that CommonMark leaves as letters, as where Arabic punctuation stands before a closing pair.
_LEFT_OVER = re.compile(r"\*\*+|(?<!\w)__|__(?!\w)")
_TAG = re.compile(r"<[^<>]*>")
_FRONT_MATTER = re.compile(r"\A---\r?\n(?:[\w-]+:[^\n]*\r?\n)+---\r?\n")


def parse_markdown(source: str) -> Parsed:
    """The published text of a Markdown document: its words, list numbers as written, blocks a blank line apart."""
    from markdown_it import MarkdownIt

    # A form feed is a page break to us and white space to Markdown, which would lose it.
    draft = Draft()
    starts = [0]
    for number, page in enumerate(_FRONT_MATTER.sub("", source).split("\f")):
        if number:
            draft.page()
            starts.append(draft.here())
        # No official text holds program code: a paragraph set in by four spaces is a paragraph.
        _write(draft, MarkdownIt("commonmark").enable("table").disable("code").parse(page))
    # An empty page leaves no trace in the text.
    page_starts = tuple(dict.fromkeys(start for start in starts if start < draft.length or not start))
    return Parsed(text=draft.text, page_starts=page_starts, marks=draft.finished_marks())


def _write(draft: Draft, tokens: "list[Token]") -> None:
    lists: list[str] = []
    opened: list[int] = []
    item: int | None = None
    for token in tokens:
        match token.type:
            case "heading_open" | "paragraph_open" | "blockquote_open":
                if item is None:
                    draft.block()
                opened.append(draft.here())
            case "heading_close":
                draft.mark("heading", opened.pop(), token.tag[1:])
            case "paragraph_close" if item is not None:
                opened.pop()
                draft.mark("list_item", item, str(len(lists)))
                item = None
            case "paragraph_close":
                draft.mark("paragraph", opened.pop())
            case "blockquote_close":
                opened.pop()
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.markup)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                draft.block()
                item = draft.here()
                draft.write(f"{token.info}{token.markup} " if token.info else "• ")
            case "inline":
                _write_inline(draft, token.children or [])
            case "fence":
                draft.block()
                draft.write(_LEFT_OVER.sub("", token.content).rstrip("\n"))
            case "html_block":
                draft.block()
                draft.flow(_TAG.sub(" ", token.content))
            case "table_open" | "tr_open":
                draft.block() if token.type == "table_open" else draft.line()
                opened.append(draft.here())
            case "table_close":
                draft.mark("table", opened.pop())
            case "tr_close":
                opened.pop()
            case "td_open" | "th_open":
                if draft.length > opened[-1]:
                    draft.write("\t")


def _write_inline(draft: Draft, tokens: "list[Token]") -> None:
    opened: list[int] = []
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                draft.write(_LEFT_OVER.sub("", token.content))
            case "softbreak":
                draft.space()
            case "hardbreak":
                draft.line()
            case "html_inline" if token.content.lower().startswith("<br"):
                draft.line()
            case "strong_open" | "em_open":
                opened.append(draft.here())
            case "strong_close" | "em_close":
                draft.mark("emphasis", opened.pop())
            case "image":
                draft.write(token.content)
