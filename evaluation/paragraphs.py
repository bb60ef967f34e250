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
OWN_LABELS = sorted((Path(__file__).parents[1] / "samples" / "labels").glob("*.gold.jsonl"))


def measure(corpora: Path, mutabaa: Path) -> list[Figure]:
    """F1 of each field on the development labels, and of the class of act in each language; then on our own labels."""
    figures = _measure(
        "paragraphs", corpora / "labels" / "dev.gold.jsonl", corpora, mutabaa, by_language=True
    )
    for labels in OWN_LABELS:
        figures += _measure(
            labels.name.removesuffix(".gold.jsonl"), labels, corpora, mutabaa, by_language=False
        )
    return figures


def _measure(name: str, gold: Path, corpora: Path, mutabaa: Path, *, by_language: bool) -> list[Figure]:
    scorer = corpora / "score_reading.py"
    with tempfile.TemporaryDirectory() as place:
        read = Path(place, "read.jsonl")
        with read.open("wb") as out:
            subprocess.run([str(mutabaa), "read", "--rows", str(gold)], check=True, stdout=out)
        overall = figures_of(run(scorer, gold, read))
        each = {
            lang: figures_of(run(scorer, gold, read, "--lang", lang)) for lang in LANGUAGES if by_language
        }
    figures = [
        Figure(
            name=f"{name}: {field}",
            value=overall[field][0],
            target=TARGETS.get(field),
            note=overall[field][1],
        )
        for field in (*TARGETS, *(ALSO if by_language else ()))
        if field in overall
    ]
    return figures + [
        Figure(
            name=f"{name}: {field}, {lang}",
            value=of[field][0],
            target=ACT_OF_EACH_LANGUAGE if field == "act" else None,
            note=of[field][1],
        )
        for lang, of in each.items()
        for field in TARGETS
        if field in of
    ]
