"""Which commitments a text may bear on, whatever its language: proposed to a person, and nothing is changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mutabaa.people.policy import Viewer
from mutabaa.texts import OfficialText
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

if TYPE_CHECKING:
    from mutabaa.store.search_table import Match

# With what names add: all that was sought is above it, little that has nothing to do with it (docs/how-to/search.md).
THRESHOLD = 0.35
# What a name in common adds, and at most.
_NAME, _MOST_NAMES = 0.02, 3
# A paragraph holds several commitments; words of the commitment itself count for more.
_PARAGRAPH = 0.04
_SHORTEST, _LONGEST, _MOST_SENTENCES = 20, 1_000, 200
_SENTENCE_END = re.compile(r"(?<=[.!?؟؛;])\s+|\n+")
_COMPARED = ("action", "wording")
# Texts compared more closely, clause by clause.
_CANDIDATES = 80
_CLAUSE_END = re.compile(r"[,،;؛.:]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A commitment that a text may bear on, and why: `sentence` of the text beside `words` of the register, their
    cosine, and the keys of what both name. `score`: the cosine with what shared names add."""

    code: str
    sentence: str
    words: str
    language: str
    cosine: float
    score: float
    shared: tuple[str, ...]


def propose_bearing(
    register: Register,
    viewer: Viewer,
    moment: Moment,
    source: OfficialText | str,
    k: int = 5,
    threshold: float = THRESHOLD,
) -> tuple[Bearing, ...]:
    """The commitments a text may bear on, the likeliest first, at most k. Raises NotAllowed for who may not cite.

    Only texts that were made ready are compared (desk.search.make_ready), and only what the viewer sees.
    """
    from mutabaa.store.meaning import encoded, nearest_of
    from mutabaa.store.search_names import keys_in
    from mutabaa.store.search_words import words_of

    viewer.must("cite")
    sentences = list(_sentences(source if isinstance(source, str) else source.text))
    if not sentences:
        return ()
    acts = _acts_of(register.state(moment, viewer.sight).codes("commitment"))
    best: dict[str, Bearing] = {}
    nearest = nearest_of(sentences, _CANDIDATES, moment, viewer.sight, _COMPARED)
    clauses = _clauses({one.row: text for near in nearest for one, text in _said(near)})
    for sentence, near in zip(sentences, nearest, strict=True):
        names = keys_in([word.plain for word in words_of(sentence)])
        sense = encoded([sentence])[0]
        for one, text in _said(near):
            cosine = float((clauses[text] @ sense).max())
            shared = tuple(sorted(names & keys_in([word.plain for word in words_of(text)])))
            for code in acts.get(one.subject, ()):
                nearer = 0.0 if code == one.subject else _PARAGRAPH
                score = cosine + _NAME * min(len(shared), _MOST_NAMES) - nearer
                if score >= threshold and (code not in best or score > best[code].score):
                    best[code] = Bearing(
                        code=code,
                        sentence=sentence,
                        words=text,
                        language=one.language,
                        cosine=cosine,
                        score=score,
                        shared=shared,
                    )
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.code))[:k])


def _acts_of(codes: Sequence[str]) -> dict[str, list[str]]:
    """The commitments by their own code, and by that of the paragraph in which they stand."""
    found: dict[str, list[str]] = {}
    for code in codes:
        found[code] = [code]
        found.setdefault(code.rpartition(".")[0], []).append(code)
    return found


def _said(near: "Sequence[tuple[Match, float]]") -> "list[tuple[Match, str]]":
    from mutabaa.store.search_table import texts

    said = texts([one for one, _ in near])
    return [(one, said[one.row]) for one, _ in near]


def _clauses(said: Mapping[int, str]) -> dict[str, Any]:
    """Vectors of each text and of its clauses: in a long paragraph one clause may be what the news is about."""
    from mutabaa.store.meaning import encoded

    return {
        text: encoded([text, *(c.strip() for c in _CLAUSE_END.split(text) if len(c.strip()) >= _SHORTEST)])
        for text in set(said.values())
    }


def _sentences(text: str) -> Iterator[str]:
    found: Sequence[str] = [s.strip()[:_LONGEST] for s in _SENTENCE_END.split(text)]
    yield from [sentence for sentence in found if len(sentence) >= _SHORTEST][:_MOST_SENTENCES]
