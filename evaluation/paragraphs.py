"""Bare paragraphs labelled by hand: acts, addressees, actions, deadlines, instruments, overall and by language."""

import subprocess
import tempfile
from pathlib import Path

from evaluation.figures import Figure
from evaluation.scorer import figures_of, run
from mutabaa.vocabulary import LANGUAGES

TARGETS = {
    "act": 0.97,
    "addressee": 0.95,
    "action": 0.95,
    "deadline": 0.95,
    "instrument": 0.96,
    "symbol": 0.97,
}
ALSO = ("act in order, whole paragraph", "kind", "verb", "deadline value", "addressee basis, of directives")
ACT_OF_EACH_LANGUAGE = 0.95


def measure(corpora: Path, mutabaa: Path) -> list[Figure]:
    """F1 of each field on the development labels, and of the class of act in each language."""
    gold, scorer = corpora / "labels" / "dev.gold.jsonl", corpora / "score_reading.py"
    with tempfile.TemporaryDirectory() as place:
        read = Path(place, "read.jsonl")
        with read.open("wb") as out:
            subprocess.run([str(mutabaa), "read", "--rows", str(gold)], check=True, stdout=out)
        overall = figures_of(run(scorer, gold, read))
        by_language = {lang: figures_of(run(scorer, gold, read, "--lang", lang)) for lang in LANGUAGES}
    figures = [
        Figure(
            name=f"paragraphs: {name}",
            value=overall[name][0],
            target=TARGETS.get(name),
            note=overall[name][1],
        )
        for name in (*TARGETS, *ALSO)
        if name in overall
    ]
    return figures + [
        Figure(
            name=f"paragraphs: {name}, {lang}",
            value=of[name][0],
            target=ACT_OF_EACH_LANGUAGE if name == "act" else None,
            note=of[name][1],
        )
        for lang, of in by_language.items()
        for name in ("act", "addressee", "action", "deadline", "instrument")
        if name in of
    ]
