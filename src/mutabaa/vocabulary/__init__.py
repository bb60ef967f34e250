"""Words and measures every room shares: languages, act classes, force of wording, codes, partial dates."""

from mutabaa.vocabulary.acts import ACT_CLASSES, Kind, force, kind_of
from mutabaa.vocabulary.codes import act_code, act_letter
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.vocabulary.languages import LANGUAGES, Language, direction
from mutabaa.vocabulary.lines import on_one_line

__all__ = [
    "ACT_CLASSES",
    "LANGUAGES",
    "Kind",
    "Language",
    "Moment",
    "PartialDate",
    "act_code",
    "act_letter",
    "direction",
    "force",
    "kind_of",
    "on_one_line",
]
