"""How far the text read from a PDF is from the text it prints: character errors on drafts whose text is known."""

import json
import re
import sys
import time
from pathlib import Path

from mutabaa.texts import OfficialText, open_text
from mutabaa.texts.normalise import fold


def measure(shared: Path) -> dict[str, object]:
    """Character error rate over `pdf/docs/`, in all and by document.

    Both sides are folded (one form for quotes, spaces, hyphens), page furniture is left out of the reading, any run
    of white space is one space. The known text is the body of the document without its title block: the reading is
    searched for it, so that what stands before and after costs nothing; every character inserted, lost or changed
    in between counts one. Errors are divided by the length of the known text.
    """
    began = time.perf_counter()
    by_document, errors, length = {}, 0, 0
    for path in sorted((shared / "corpora/pdf/docs").glob("*.pdf")):
        known = plain(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["Content"])
        wrong = errors_within(known, plain(without_furniture(open_text(path))))
        by_document[path.stem] = round(wrong / len(known), 5)
        errors, length = errors + wrong, length + len(known)
    return {
        "documents": len(by_document),
        "characters": length,
        "errors": errors,
        "character_error_rate": round(errors / length, 5) if length else None,
        "seconds": round(time.perf_counter() - began, 2),
        "by_document": by_document,
    }


def without_furniture(official: OfficialText) -> str:
    """The text without its page furniture; a word broken at a line's end is whole again."""
    kept, at = [], 0
    for piece in official.furniture:
        kept.append(official.text[at : piece.start])
        kept.append("" if piece.kind == "line_hyphen" else " ")
        at = piece.end
    return "".join(kept) + official.text[at:]


def plain(text: str) -> str:
    """The text folded, with every run of white space as one space."""
    return re.sub(r"\s+", " ", fold(text).text).strip()


def errors_within(known: str, read: str) -> int:
    """Fewest characters to insert, drop or change to find `known` somewhere in `read` (Myers 1999, bit-parallel)."""
    places: dict[str, int] = {}
    for at, letter in enumerate(known):
        places[letter] = places.get(letter, 0) | 1 << at
    full, last = (1 << len(known)) - 1, 1 << (len(known) - 1)
    more, less, score = full, 0, len(known)
    best = score
    for letter in read:
        match = places.get(letter, 0)
        vertical = match | less
        horizontal = (((match & more) + more) ^ more) | match
        up = less | (full & ~(horizontal | more))
        down = more & horizontal
        score += 1 if up & last else -1 if down & last else 0
        best = min(best, score)
        up, down = (up << 1) & full, (down << 1) & full
        more, less = down | (full & ~(vertical | up)), up & vertical
    return best


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1])), indent=1))
