"""A document in, its status report out: nothing is asked of the network, the clock or a configuration."""

from datetime import date

from mutabaa.reports.outline import Piece, Report, Section, Sentence, Text
from mutabaa.reports.status.annex import annex_section
from mutabaa.reports.status.commitment_sections import commitment_sections
from mutabaa.reports.status.concerns import concerns_section
from mutabaa.reports.status.document import as_of_line, document_section
from mutabaa.reports.status.matrix import matrix_section, register
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.notes import notes_section
from mutabaa.reports.status.other_acts import acts_table, positions_section, records_section
from mutabaa.reports.status.questions import questions_section, questions_table
from mutabaa.reports.status.summary import summary_section
from mutabaa.reports.status.version_differences import differences_section
from mutabaa.reports.wording import Labels, code
from mutabaa.review import AlignedText
from mutabaa.vocabulary import Language


def status_report(
    aligned: AlignedText, *, as_of: date | None, labels: Language | tuple[Language, ...]
) -> Report:
    """The status report of one document in the versions supplied.

    `as_of`: the date against which timeliness is computed; None leaves it uncomputed and says so. `labels`: the
    language of the report's own words; with several, each label stands in all of them and the first gives the pages
    their direction. Raises ValueError when no label language is given.
    """
    languages = (labels,) if isinstance(labels, str) else tuple(dict.fromkeys(labels))
    if not languages:
        raise ValueError("a report needs at least one label language")
    matter = Matter(aligned=aligned, as_of=as_of, labels=Labels(languages))
    return Report(
        labels=languages,
        versions=matter.versions,
        symbol=aligned.symbol if aligned.symbol_stated else None,
        as_of=as_of,
        title=matter.labels("report.title"),
        subtitle=_document_title(matter),
        head_line=_head_line(matter),
        as_of_line=as_of_line(matter),
        page_line=matter.labels(
            "report.page", page=Piece(text="", style="page_number"), pages=Piece(text="", style="page_count")
        ),
        sections=_sections(matter),
        register=register(matter),
        positions=acts_table(matter, "position", short=False),
        questions=questions_table(matter),
    )


def _sections(matter: Matter) -> tuple[Section, ...]:
    sections = [document_section(matter), summary_section(matter), *commitment_sections(matter)]
    if matter.commitments:
        sections.append(matrix_section(matter))
    sections += [positions_section(matter), records_section(matter), questions_section(matter)]
    if len(matter.versions) > 1:
        sections.append(differences_section(matter))
    sections += [concerns_section(matter), notes_section(matter), annex_section(matter)]
    return tuple(sections)


def _document_title(matter: Matter) -> Text:
    """The document's own title in each version, then its symbol."""
    titles = tuple(
        Sentence(language=language, pieces=(Piece(text=title.value, style="quotation", language=language),))
        for language in matter.versions
        if (title := matter.aligned.readings[language].title)
    )
    return (*titles, *matter.code_cell(matter.aligned.symbol, short=False))


def _head_line(matter: Matter) -> Text:
    """Symbol and name of the report, in one line for every page."""
    words = matter.labels.wordings[0]
    name = words.plain(words.text("report.title"))
    pieces = (code(matter.aligned.symbol), words.plain(" · "), name)
    return (Sentence(language=words.language, pieces=pieces),)
