"""The annex: the operative text to the letter, paragraph by paragraph in each version, and the acts found in it."""

from mutabaa.reports.outline import Column, Row, Section, Table, Text
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.quotation import quoted
from mutabaa.reports.wording import Filling, Wording, code
from mutabaa.review import AlignedPassage
from mutabaa.vocabulary import Language

_OPERATIVE = ("operative", "subparagraph")


def annex_section(matter: Matter) -> Section:
    """Every operative paragraph, and any other passage that holds an act."""
    columns = (
        Column(key="paragraph", heading=matter.labels("columns.short_code"), weight=2),
        *matter.version_columns(11 if len(matter.versions) == 1 else 7),
        Column(key="acts", heading=matter.labels("columns.acts"), weight=4),
    )
    rows: list[Row] = []
    for passage in matter.aligned.passages:
        if passage.kind == "heading" and rows:
            rows.append(Row(cells=(_words(matter, passage, matter.lead),), kind="group"))
        elif passage.kind in _OPERATIVE or passage.acts:
            rows.append(_row(matter, passage))
    while rows and rows[-1].kind == "group":
        rows.pop()
    table = Table(key="annex", style="list", columns=columns, rows=tuple(rows))
    return Section(
        key="annex",
        heading=matter.labels("sections.annex"),
        blocks=(table,),
        orientation=matter.orientation,
    )


def _row(matter: Matter, passage: AlignedPassage) -> Row:
    number = matter.code_cell(passage.path, short=False)
    words = tuple(_words(matter, passage, language) for language in matter.versions)
    return Row(cells=(number, *words, _acts(matter, passage)), code=passage.code)


def _words(matter: Matter, aligned: AlignedPassage, language: Language) -> Text:
    if aligned.kind == "heading":
        language, passage = aligned.preferred(language)
    elif language not in aligned.versions:
        return matter.labels("differences.absent", rests_on=(aligned.code,))
    else:
        passage = aligned.versions[language]
    verbs = tuple(act.verb for act in passage.acts)
    return (quoted(passage, language, 0, len(passage.text), verbs, (aligned.code,)),)


def _acts(matter: Matter, passage: AlignedPassage) -> Text:
    """Letter and class of each act; which are commitments is told, the others are positions and records."""
    lines: list[Text] = []
    for one in passage.acts:
        _, act = one.preferred(matter.lead)
        letter = one.code.rpartition(".")[2]

        def named(words: Wording, act_class: str = act.act) -> Filling:
            return words.text(f"acts.{act_class}")

        def kind(words: Wording, kind: str = act.kind) -> Filling:
            return words.plain(words.text(f"kinds.{kind}"), "quiet")

        lines.append(
            matter.labels("report.act", rests_on=(one.code,), letter=code(letter), act=named, kind=kind)
        )
    return tuple(sentence for line in lines for sentence in line)
