"""The numbered lists open at a point of a text, and where the next number belongs among them."""

from dataclasses import dataclass, field

from mutabaa.reading.numbering import Label, written

# What surrounds a number in the main list may vary within one document: "9-" after "8 -".
_LOOSE_SHAPES = frozenset({".", "-", ":", "op", "bare", ")"})
_LARGEST_GAP = 3


@dataclass(slots=True)
class OpenList:
    """A list whose next number is still expected. `verbs`: its items open with operative verbs. `under`: its path."""

    family: str
    shape: str
    last: int
    verbs: bool
    under: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number belongs: its level, its normal form, its path; `gap`: the numbers before it don't lead to it."""

    level: int
    number: str | None
    path: str
    gap: bool = False


@dataclass(slots=True)
class Outline:
    """The lists open, outermost first. `prefix` opens every path ("", "annex/")."""

    prefix: str = ""
    lists: list[OpenList] = field(default_factory=list)
    _unnumbered: dict[str, int] = field(default_factory=dict)

    @property
    def here(self) -> str:
        """Path of the item last placed, without a slash at its end; the prefix alone before the first."""
        return self.lists[-1].item if self.lists else self.prefix.rstrip("/")

    def expects(self, label: Label) -> bool:
        """Whether the number is the very next of a list that is open."""
        return bool(self._next_of(label))

    def await_first(self, label: Label) -> None:
        """Expect a list that begins with a number before which nothing is open."""
        family, value = label.readings[0]
        self.lists = [OpenList(family, label.shape, value - 1, True, self.prefix)]

    def close_to(self, level: int) -> None:
        """Close every list deeper than a level."""
        del self.lists[level + 1 :]

    def place(self, label: Label, verb: bool, introduced: bool) -> Place | None:
        """Where a number belongs; None when it numbers nothing here.

        `verb`: an operative verb follows. `introduced`: the paragraph before ended with a colon.
        """
        if label.parts:
            return self._place_dotted(label)
        following = self._next_of(label)
        if len(following) > 1:
            # A list within a paragraph may reach the number the main list awaits: the verb tells them apart.
            following = [level for level in following if self.lists[level[0]].verbs == verb] or following
        if following and not (label.shape == "bare" and not verb):
            level, value = following[0]
            return self._advance(level, value, gap=False)
        if label.shape == "bare":
            return None
        first = next(((family, value) for family, value in label.readings if value <= 1), None)
        if first is not None:
            return self._open(first, label, verb, introduced)
        return self._place_after_gap(label, verb)

    def unnumbered(self, parent: str | None = None) -> str:
        """Path of an unnumbered passage within its parent, by default the item last placed."""
        above = self.here if parent is None else parent
        self._unnumbered[above] = self._unnumbered.get(above, 0) + 1
        return f"{above}/{self._unnumbered[above]}" if above else str(self._unnumbered[above])

    def _next_of(self, label: Label) -> list[tuple[int, int]]:
        """(level, value) of each open list the number continues, innermost first."""
        found = []
        for level in range(len(self.lists) - 1, -1, -1):
            lst = self.lists[level]
            for family, value in label.readings:
                if family == lst.family and value == lst.last + 1 and self._same_shape(lst, label, level):
                    found.append((level, value))
                    break
                if family == "bullet" == lst.family and lst.shape == label.shape:
                    found.append((level, lst.last + 1))
                    break
        return found

    def _same_shape(self, lst: OpenList, label: Label, level: int) -> bool:
        return lst.shape == label.shape or (level == 0 and {lst.shape, label.shape} <= _LOOSE_SHAPES)

    def _advance(self, level: int, value: int, gap: bool) -> Place:
        self.close_to(level)
        lst = self.lists[level]
        lst.last = value
        number = _number(lst.family, value, level)
        lst.item = f"{lst.under}{number or value}"
        return Place(level, number, lst.item, gap)

    def _open(self, reading: tuple[str, int], label: Label, verb: bool, introduced: bool) -> Place:
        """Begin a list: beside an open one of its own kind unless a colon introduces it, else within."""
        family, value = reading
        level = len(self.lists)
        for open_level, lst in enumerate(self.lists):
            if lst.family == family and lst.shape == label.shape and (not introduced or family == "bullet"):
                level = open_level
                break
        self.close_to(level - 1)
        under = f"{self.lists[-1].item}/" if self.lists else self.prefix
        self.lists.append(OpenList(family, label.shape, 0, verb, under))
        return self._advance(level, max(value, 1), gap=False)

    def _place_after_gap(self, label: Label, verb: bool) -> Place | None:
        """A number out of turn: later in an open list, or the first seen of a list whose beginning is missing."""
        for level in range(len(self.lists) - 1, -1, -1):
            lst = self.lists[level]
            for family, value in label.readings:
                ahead = value - lst.last
                if family == lst.family and self._same_shape(lst, label, level) and (
                    1 < ahead <= _LARGEST_GAP or (verb and lst.verbs and ahead >= -1)
                ):  # fmt: skip
                    return self._advance(level, value, gap=True)
        if self.lists:
            return None
        family, value = label.readings[0]
        self.lists.append(OpenList(family, label.shape, 0, verb, self.prefix))
        return self._advance(0, value, gap=True)

    def _place_dotted(self, label: Label) -> Place:
        """2.1.3 stands under 2.1, whatever was read before it."""
        path = self.prefix + "/".join(map(str, label.parts))
        level = len(label.parts) - 1
        self.close_to(level - 1)
        while len(self.lists) < level:
            above = self.prefix + "/".join(map(str, label.parts[: len(self.lists) + 1]))
            self.lists.append(OpenList("digit", ".", label.parts[len(self.lists)], False, "", above))
        self.lists.append(OpenList("dotted", "dotted", label.parts[-1], False, "", path))
        return Place(level, ".".join(map(str, label.parts)), path)


def _number(family: str, value: int, level: int) -> str | None:
    """A number's normal form. At the first level Roman numerals and ordinals count like digits, in every language."""
    if family == "bullet":
        return None
    return str(value) if level == 0 and family == "roman" else written(family, value)
