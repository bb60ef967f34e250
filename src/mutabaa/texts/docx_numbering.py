"""The automatic numbers of a Word document: they are printed but stand nowhere in its text, so they are counted."""

from dataclasses import dataclass
from typing import Any

from mutabaa.texts.list_numbers import filled_in

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLET = "• "


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it counts, what it prints."""

    start: int
    style: str
    pattern: str
    legal: bool
    suffix: str


class Numbering:
    """Counts the paragraphs of every list, in document order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._of_style = _numbers_of_styles(styles) if styles is not None else {}
        if numbering is not None:
            self._learn(numbering)

    def _learn(self, numbering: Any) -> None:
        for abstract in numbering.iterfind(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId")
            levels = abstract.iterfind(f"{W}lvl")
            self._levels[name] = {_number(level, f"{W}ilvl"): _level(level) for level in levels}
        for num in numbering.iterfind(f"{W}num"):
            name = num.get(f"{W}numId")
            self._abstract[name] = _value(num.find(f"{W}abstractNumId")) or ""
            self._restarts[name] = {}
            for override in num.iterfind(f"{W}lvlOverride"):
                start = _value(override.find(f"{W}startOverride"))
                if start is not None and start.lstrip("-").isdecimal():
                    self._restarts[name][_number(override, f"{W}ilvl")] = int(start)

    def label(self, paragraph_properties: Any, style: str) -> tuple[str, int] | None:
        """The number printed before a paragraph, with what separates it, and its level; None when it has none."""
        num, depth = self._of_style.get(style, ("", 0))
        direct = paragraph_properties.find(f"{W}numPr") if paragraph_properties is not None else None
        if direct is not None:
            num = _value(direct.find(f"{W}numId")) or num
            own_depth = _value(direct.find(f"{W}ilvl"))
            depth = int(own_depth) if own_depth and own_depth.isdecimal() else depth
        levels = self._levels.get(self._abstract.get(num, ""), {})
        if num in ("", "0") or depth not in levels:
            return None
        level = levels[depth]
        counts = self._count(num, depth, levels)
        if level.style == "bullet":
            return _BULLET, depth
        styles = [levels[at].style if at in levels else "decimal" for at in range(depth + 1)]
        printed = filled_in(level.pattern, counts, styles, legal=level.legal)
        return (printed + level.suffix if printed else ""), depth

    def _count(self, num: str, depth: int, levels: dict[int, _Level]) -> list[int]:
        """Count one more at a level; the levels below start anew. Lists made from one another count together."""
        counts = self._counts.setdefault(self._abstract[num], {})
        restart = self._restarts[num].get(depth)
        if restart is not None and (num, depth) not in self._begun:
            counts[depth] = restart
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = levels[depth].start
        self._begun.add((num, depth))
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        for above in range(depth):
            if above not in counts:
                counts[above] = levels[above].start if above in levels else 1
        return [counts[at] for at in range(depth + 1)]


def _level(level: Any) -> _Level:
    start = _value(level.find(f"{W}start"))
    suffix = _value(level.find(f"{W}suff"))
    return _Level(
        start=int(start) if start and start.isdecimal() else 1,
        style=_value(level.find(f"{W}numFmt")) or "decimal",
        pattern=_value(level.find(f"{W}lvlText")) or "",
        legal=level.find(f"{W}isLgl") is not None,
        suffix="" if suffix == "nothing" else " ",
    )


def _numbers_of_styles(styles: Any) -> dict[str, tuple[str, int]]:
    """The list and level each paragraph style brings along, its own or that of the style it is based on."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        based[name] = _value(style.find(f"{W}basedOn")) or ""
        numbers = style.find(f"{W}pPr/{W}numPr")
        if numbers is not None:
            depth = _value(numbers.find(f"{W}ilvl"))
            num = _value(numbers.find(f"{W}numId")) or ""
            own[name] = (num, int(depth) if depth and depth.isdecimal() else 0)
    found = {}
    for name in based:
        at, seen = name, set[str]()
        while at and at not in own and at not in seen:
            seen.add(at)
            at = based.get(at, "")
        if at in own:
            found[name] = own[at]
    return found


def _value(element: Any) -> str | None:
    return element.get(f"{W}val") if element is not None else None


def _number(element: Any, attribute: str) -> int:
    value = element.get(attribute, "0")
    return int(value) if value.isdecimal() else 0
