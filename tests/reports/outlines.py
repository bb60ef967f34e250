"""Outlines made by hand, of our own sentences, so that the drawings are tested apart from what a report says."""

from collections.abc import Sequence
from datetime import date

from mutabaa.reports import Column, Paragraph, Piece, Report, Row, Section, Sentence, Table, Text
from mutabaa.vocabulary import Language

SYMBOL = "XC/ACM-2019/LAKE-REP"
WORDS: dict[Language, dict[str, str]] = {
    "ar": {
        "title": "تقرير حالة المتابعة",
        "matrix": "مصفوفة المتابعة",
        "positions": "المواقف",
        "notes": "ملاحظات للقارئ",
        "differences": "الفروق بين النسخ",
        "code": "الرمز",
        "text": "النص",
        "status": "التنفيذ",
        "as_of": "الوضع في 31 آذار/مارس 2020",
        "page": "الصفحة",
        "of": "من",
        "quotation": "يدعو الدولَ الأعضاء (بما فيها المانحة) إلى تنفيذ القرار 3/47-POL (IS) بنسبة (50%)",
    },
    "en": {
        "title": "Status report",
        "matrix": "Implementation matrix",
        "positions": "Positions",
        "notes": "Notes to the reader",
        "differences": "Differences between the versions",
        "code": "Code",
        "text": "Text",
        "status": "Implementation",
        "as_of": "As of 31 March 2020",
        "page": "Page",
        "of": "of",
        "quotation": "Calls on Member States (donors included) to carry out resolution 3/47-POL (IS) (50%)",
    },
    "fr": {
        "title": "Rapport sur l'état du suivi",
        "matrix": "Tableau de suivi",
        "positions": "Prises de position",
        "notes": "Notes au lecteur",
        "differences": "Divergences entre les versions",
        "code": "Code",
        "text": "Texte",
        "status": "Mise en œuvre",
        "as_of": "Situation au 31 mars 2020",
        "page": "Page",
        "of": "sur",
        "quotation": "Engage les États membres à appliquer la résolution 3/47-POL (IS) à 50 %",
    },
}
CHOICES = {
    "ar": ("0 لم يبدأ", "3 كامل", "لا تتوافر أدلة"),
    "en": ("0 not initiated", "3 full", "no evidence"),
    "fr": (),
}


def code_cell(code: str, language: Language) -> Text:
    return (Sentence(language=language, pieces=(Piece(text=code, style="code"),)),)


def outline(
    labels: Sequence[Language] = ("ar",),
    *,
    quotation: str | None = None,
    rows: int = 3,
    as_of: date | None = date(2020, 3, 31),
    differences: bool = False,
) -> Report:
    """A report in these label languages; `quotation` stands in place of the document's own words."""

    def label(key: str) -> Text:
        return tuple(
            Sentence(language=one, pieces=(Piece(text=WORDS[one][key], language=one),)) for one in labels
        )

    quoted = tuple(
        Sentence(
            language=one,
            pieces=(Piece(text=quotation or WORDS[one]["quotation"], style="quotation", language=one),),
        )
        for one in labels
    )
    columns = (
        Column(key="code", heading=label("code"), weight=20),
        Column(key="text", heading=label("text"), weight=60),
        Column(key="implementation", heading=label("status"), weight=20, choices=CHOICES[labels[0]]),
    )
    entries = tuple(
        Row(code=f"{SYMBOL}/{n}.a", cells=(code_cell(f"{SYMBOL}/{n}.a", labels[0]), quoted, ()))
        for n in range(1, rows + 1)
    )
    matrix = Table(key="matrix", style="matrix", columns=columns, rows=entries)
    positions = Table(
        key="positions", style="list", columns=columns[:2], rows=(Row(cells=entries[0].cells[:2]),)
    )
    grouped = Table(
        key="list",
        style="list",
        columns=columns[:2],
        rows=(Row(cells=(label("status"),), kind="group"), *positions.rows),
    )
    sections = [
        Section(
            key="document",
            heading=label("code"),
            blocks=(
                Table(
                    key="facts",
                    style="facts",
                    columns=columns[:2],
                    rows=(Row(cells=(label("code"), code_cell(SYMBOL, labels[0]))),),
                ),
                Paragraph(text=quoted, style="quotation"),
            ),
        ),
        Section(key="matrix", heading=label("matrix"), orientation="landscape", blocks=(matrix,)),
        Section(key="positions", heading=label("positions"), blocks=(grouped,)),
        Section(key="notes", heading=label("notes"), blocks=(Paragraph(text=label("as_of"), style="note"),)),
    ]
    if differences:
        table = Table(key="differences", style="list", columns=columns[:2], rows=positions.rows)
        sections.insert(3, Section(key="differences", heading=label("differences"), blocks=(table,)))
    return Report(
        labels=tuple(labels),
        versions=tuple(labels),
        symbol=SYMBOL,
        as_of=as_of,
        title=label("title"),
        subtitle=code_cell(SYMBOL, labels[0]),
        head_line=code_cell(SYMBOL, labels[0]),
        as_of_line=label("as_of"),
        page_line=tuple(
            Sentence(
                language=one,
                pieces=(
                    Piece(text=WORDS[one]["page"] + " "),
                    Piece(text="", style="page_number"),
                    Piece(text=f" {WORDS[one]['of']} "),
                    Piece(text="", style="page_count"),
                ),
            )
            for one in labels
        ),
        sections=tuple(sections),
        register=matrix,
        positions=positions,
        questions=Table(key="questions", style="list", columns=columns[:2], rows=()),
    )
