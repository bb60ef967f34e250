"""What a new reading of a text changed against the one before it: what is new, as it was, moved, changed, gone, and
which words stand under another code."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mutabaa.review.places import places
from mutabaa.review.proposal import Proposal


@dataclass(frozen=True, kw_only=True, slots=True)
class Apart:
    """Counts of proposals. `moved`: says the same at another place of the text. `changed`: speaks of the same record,
    and says another thing. `gone`: records that the new reading doesn't speak of. `renumbered`: for the code under
    which words stand now, the code under which they stood."""

    new: int = 0
    unchanged: int = 0
    moved: int = 0
    changed: int = 0
    gone: int = 0
    renumbered: Mapping[str, str] = field(default_factory=dict)


def apart(before: Sequence[Proposal], now: Sequence[Proposal]) -> Apart:
    """The new reading against the one before it."""
    by_sense = {one.sense: one for one in before}
    subjects = {one.subject for one in before}
    counts = {"new": 0, "unchanged": 0, "moved": 0, "changed": 0}
    for one in now:
        same = by_sense.get(one.sense)
        if same is not None:
            counts["unchanged" if _places(same) == _places(one) else "moved"] += 1
        else:
            counts["changed" if one.subject in subjects else "new"] += 1
    return Apart(
        **counts,
        gone=len(subjects - {one.subject for one in now}),
        renumbered=_renumbered(before, now),
    )


def _places(proposal: Proposal) -> list[tuple[int, int]]:
    return [(lit.start, lit.end) for one in proposal.statements for lit in places(one.value)]


def _renumbered(before: Iterable[Proposal], now: Iterable[Proposal]) -> dict[str, str]:
    """Words that stand under one code before and under another now; words that come twice prove nothing."""
    stood, stand = _by_words(before), _by_words(now)
    found = {
        code: stood[words] for words, code in stand.items() if code and stood.get(words) not in (None, code)
    }
    return {now_: then for now_, then in found.items() if then}


def _by_words(proposals: Iterable[Proposal]) -> dict[tuple[str, ...], str]:
    """The code under which words stand in a version; no code where they stand under several."""
    found: dict[tuple[str, ...], str] = {}
    for proposal in proposals:
        said: dict[str, list[str]] = {}
        for one in proposal.statements:
            if one.says in ("wording", "action") and isinstance(one.value, Mapping):
                said.setdefault(str(one.value["language"]), []).append(str(one.value["text"]))
        for language, words in said.items():
            key = (proposal.kind, language, *words)
            found[key] = "" if key in found else proposal.subject
    return found
