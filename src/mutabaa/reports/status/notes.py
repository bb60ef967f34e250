"""Notes to the reader: what the words, codes and columns of the report mean, and what they don't."""

from mutabaa.reports.outline import Paragraph, Section, Text
from mutabaa.reports.status.commitments import Found
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.timeliness import SOON
from mutabaa.reports.wording import code, counted


def notes_section(matter: Matter) -> Section:
    """What a reader has to know to read the report rightly."""
    first = matter.commitments[0] if matter.commitments else None
    texts = [matter.labels("notes.quotation")]
    if set(matter.labels.languages) - set(matter.versions):
        texts.append(matter.labels("notes.official_names"))
    if first:
        texts.append(_codes(matter, first))
        texts.append(
            matter.labels("notes.short_codes", short=code(matter.short(first.code)), code=code(first.code))
        )
        texts += [matter.labels("notes.force"), _timeliness(matter), matter.labels("notes.implementation")]
        if any(group.others for group in matter.addressed):
            texts.append(matter.labels("notes.several"))
    texts.append(matter.labels("notes.positions"))
    if len(matter.versions) > 1:
        texts.append(matter.labels("notes.absent_version"))
    texts.append(matter.labels("notes.machine"))
    blocks = tuple(Paragraph(text=text, style="note") for text in texts)
    return Section(key="notes", heading=matter.labels("sections.notes"), blocks=blocks)


def _codes(matter: Matter, first: Found) -> Text:
    return matter.labels(
        "notes.codes",
        code=code(first.code),
        letter=code(first.code.rpartition(".")[2]),
        paragraph=code(first.passage.path),
    )


def _timeliness(matter: Matter) -> Text:
    return matter.labels("notes.timeliness", days=counted("day", SOON.days))
