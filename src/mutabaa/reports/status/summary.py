"""The summary: how much the document holds, what it says of time and addressees, and who is asked how often."""

from collections import Counter

from mutabaa.reports.outline import Column, Paragraph, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.commitment_sections import addressee_heading
from mutabaa.reports.status.commitments import Found, found
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.timeliness import stated_dates, tally, timeliness
from mutabaa.reports.wording import counted


def summary_section(matter: Matter) -> Section:
    """Sentences with their counts, every count out of its n, and a table of the addressees."""
    blocks: list[Paragraph | Table] = [Paragraph(text=_holds(matter))]
    if matter.commitments:
        blocks += [
            Paragraph(text=text) for text in (_dates(matter), _addressees(matter), _reiterated(matter))
        ]
        blocks.append(Paragraph(text=_timeliness(matter)))
        blocks.append(Paragraph(text=matter.labels("summary.unfilled")))
        blocks.append(_by_addressee(matter))
    else:
        blocks.append(Paragraph(text=matter.labels("summary.no_commitments")))
    return Section(key="summary", heading=matter.labels("sections.summary"), blocks=tuple(blocks))


def _holds(matter: Matter) -> Text:
    acts = found(matter.aligned, matter.lead, "directive", "position", "record")
    kinds = Counter(one.act.kind for one in acts)
    operative = sum(passage.kind == "operative" for passage in matter.aligned.passages)
    return matter.labels(
        "summary.holds",
        rests_on=_codes(acts),
        paragraphs=counted("paragraph", operative),
        acts=counted("act", len(acts)),
        commitments=counted("commitment", kinds["directive"]),
        positions=counted("position", kinds["position"]),
        records=counted("record", kinds["record"]),
    )


def _codes(acts: tuple[Found, ...]) -> tuple[str, ...]:
    return tuple(one.code for one in acts)


def _dates(matter: Matter) -> Text:
    def time_of(one: Found) -> str:
        kinds = {line.kind for line in one.act.deadlines}
        if stated_dates(one.act):
            return "dated"
        return "none" if not kinds else "urgent" if kinds == {"open"} else "timed"

    counts = Counter(map(time_of, matter.commitments))
    told = {name: counts[name] for name in ("dated", "timed", "urgent", "none")}
    return matter.labels(
        "summary.dates", rests_on=_codes(matter.commitments), n=len(matter.commitments), **told
    )


def _addressees(matter: Matter) -> Text:
    named = sum(bool(one.act.addressees) for one in matter.commitments)
    own = sum(one.act.basis == "self" and not one.act.addressees for one in matter.commitments)
    n = len(matter.commitments)
    codes_of_all = _codes(matter.commitments)
    return matter.labels(
        "summary.addressees", rests_on=codes_of_all, named=named, own=own, unstated=n - named - own, n=n
    )


def _reiterated(matter: Matter) -> Text:
    again = tuple(one for one in matter.commitments if one.act.reiterated)
    n = len(matter.commitments)
    return matter.labels("summary.reiterated", rests_on=_codes(again), reiterated=len(again), n=n)


def _timeliness(matter: Matter) -> Text:
    dated = tuple(one for one in matter.commitments if stated_dates(one.act))
    if not dated:
        return matter.labels("summary.timeliness_undated")
    if matter.as_of is None:
        return matter.labels("summary.timeliness_missing")
    passed, soon, later = tally(timeliness(one.act, matter.as_of) for one in dated)
    day = matter.as_of.isoformat()
    return matter.labels(
        "summary.timeliness",
        rests_on=_codes(dated),
        date=lambda words: words.calendar.write(day),
        passed=passed,
        soon=soon,
        later=later,
        dated=len(dated),
    )


def _by_addressee(matter: Matter) -> Table:
    columns = (
        Column(key="addressee", heading=matter.labels("columns.addressee"), weight=8),
        Column(key="commitments", heading=matter.labels("columns.commitments"), weight=3),
        Column(key="codes", heading=matter.labels("columns.codes"), weight=6),
    )
    words = matter.labels.wordings[0]
    rows = []
    for group in matter.addressed:
        count = words.plain(str(len(group.codes)))
        cells = (
            addressee_heading(matter, group),
            (Sentence(language=words.language, pieces=(count,), rests_on=group.codes),),
            matter.codes_cell(group.codes),
        )
        rows.append(Row(cells=cells))
    return Table(key="by_addressee", style="list", columns=columns, rows=tuple(rows))
