"""A page as a picture: drawn, cut into columns and lines, handed over as PGM. No imaging library is needed."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_DOTS_PER_INCH = 300
_MOST_PIXELS = 40_000_000
_INK = bytes(1 if shade < 140 else 0 for shade in range(256))


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels, a byte each, row by row. `scale`: pixels a point. `left`, `top`: where it was cut from."""

    width: int
    height: int
    pixels: bytes
    scale: float
    left: int = 0
    top: int = 0

    def pgm(self) -> bytes:
        """The picture in the format any reader of images takes."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.pixels

    def cut(self, left: int, top: int, right: int, bottom: int) -> "Picture":
        """The part between these edges, in this picture's pixels, kept within it."""
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self.width), min(bottom, self.height)
        rows = (self.pixels[y * self.width + left : y * self.width + right] for y in range(top, bottom))
        return Picture(
            right - left, bottom - top, b"".join(rows), self.scale, self.left + left, self.top + top
        )


def picture_of(page: Any) -> Picture:
    """A page (pypdfium2) at 300 dots an inch; an enormous page at fewer."""
    scale = _DOTS_PER_INCH / 72
    width, height = page.get_size()
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    raw, wide, high, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
    bitmap.close()
    if stride != wide:
        raw = b"".join(raw[y * stride : y * stride + wide] for y in range(high))
    return Picture(wide, high, raw, scale)


def straightened(picture: Picture) -> Picture:
    """The picture with its lines level: columns are moved up or down by the slant that makes rows of ink sharpest."""
    slant = _slant(picture)
    moves = int(abs(slant) * picture.width)
    if moves < 3:
        return picture
    strip = -(-picture.width // moves)
    white = b"\xff" * picture.width
    rows = []
    for y in range(picture.height):
        parts = []
        for left in range(0, picture.width, strip):
            from_row = y + round(slant * (left - picture.width / 2))
            right = min(left + strip, picture.width)
            inside = 0 <= from_row < picture.height
            at = from_row * picture.width
            parts.append(picture.pixels[at + left : at + right] if inside else white[left:right])
        rows.append(b"".join(parts))
    return Picture(picture.width, picture.height, b"".join(rows), picture.scale, picture.left, picture.top)


def _slant(picture: Picture) -> float:
    """The rise of the lines a pixel to the right, up to one in twenty either way."""
    coarse = 4
    strips, width = 24, picture.width // 24
    ink = [
        [
            picture.pixels[y * picture.width + at * width : y * picture.width + (at + 1) * width : coarse]
            .translate(_INK)
            .count(1)
            for y in range(0, picture.height, coarse)
        ]
        for at in range(strips)
    ]

    def sharpness(slant: float) -> int:
        profile = [0] * len(ink[0])
        for at, column in enumerate(ink):
            move = round(slant * (at - strips / 2) * width / coarse)
            moved = column[move:] + [0] * move if move >= 0 else [0] * -move + column[:move]
            profile = [one + other for one, other in zip(profile, moved, strict=True)]
        return sum((before - after) ** 2 for before, after in pairwise(profile))

    slants = sorted((step / 400 for step in range(-20, 21)), key=abs)
    best = max(slants, key=sharpness)
    # A picture without lines is as sharp at any slant; one that is nearly level stays as it is.
    return best if sharpness(best) > 1.1 * sharpness(0.0) else 0.0


def columns(picture: Picture) -> list[Picture]:
    """The picture cut at a gutter down its middle, left part first; whole where there is none.

    A gutter is a strip of a sixth of an inch in the middle third that hardly any ink crosses, with ink on both sides.
    """
    step = 4
    ink = [
        picture.pixels[x :: picture.width].translate(_INK).count(1) / max(picture.height, 1)
        for x in range(0, picture.width, step)
    ]
    narrowest = int(picture.scale * 12 / step)
    best, start = (0, 0), None
    for at in range(len(ink) // 3, 2 * len(ink) // 3 + 1):
        if ink[at] < 0.004:
            start = at if start is None else start
            if at + 1 - start > best[1] - best[0]:
                best = (start, at + 1)
        else:
            start = None
    both_sides = min(sum(ink[: best[0]]), sum(ink[best[1] :])) > 0.25 * sum(ink)
    if best[1] - best[0] < narrowest or not both_sides:
        return [picture]
    middle = (best[0] + best[1]) // 2 * step
    return [
        picture.cut(0, 0, middle, picture.height),
        picture.cut(middle, 0, picture.width, picture.height),
    ]


def lines(picture: Picture) -> list[tuple[int, int]]:
    """The top and bottom of each run of rows with ink: lines of text, or several where the page is askew."""
    # The base line of a justified Arabic line is ink for most of its width; a rule or the rim of a scan for all of it.
    most = 0.95 * picture.width
    runs: list[tuple[int, int]] = []
    start = None
    for y in range(picture.height + 1):
        row = picture.pixels[y * picture.width : (y + 1) * picture.width].translate(_INK)
        if y < picture.height and 2 <= row.count(1) <= most:
            start = y if start is None else start
        elif start is not None:
            runs.append((start, y))
            start = None
    return _with_their_signs(runs, picture.scale)


def _with_their_signs(runs: list[tuple[int, int]], scale: float) -> list[tuple[int, int]]:
    """Runs too low for letters are the dots and vowel signs of the line next to them; specks are left out."""
    least = int(scale * 4)
    joined: list[tuple[int, int]] = []
    for top, bottom in runs:
        near = bool(joined) and top - joined[-1][1] < scale * 2
        if near and (bottom - top < least or joined[-1][1] - joined[-1][0] < least):
            joined[-1] = (joined[-1][0], bottom)
        else:
            joined.append((top, bottom))
    return [(top, bottom) for top, bottom in joined if bottom - top >= least]


def ink_width(line: Picture) -> int:
    """From the first to the last column with ink, in pixels."""
    left, right = _ink(line)
    return right - left


def trimmed(line: Picture) -> Picture:
    """The line without the white at its ends, but for a margin."""
    margin = int(3 * line.scale)
    left, right = _ink(line)
    return line.cut(left - margin, 0, right + margin, line.height) if right > left else line


def _ink(line: Picture) -> tuple[int, int]:
    step = 4
    inked = [x for x in range(0, line.width, step) if b"\x01" in line.pixels[x :: line.width].translate(_INK)]
    return (inked[0], inked[-1] + step) if inked else (0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand close together. `tall`: places of those that may be several lines whose ink touches."""

    picture: Picture
    lines: tuple[Picture, ...]
    tall: frozenset[int]


def blocks(picture: Picture) -> list[Block]:
    """The picture cut into blocks of lines that stand close together, from top to bottom."""
    found = lines(picture)
    if not found:
        return []
    gaps = sorted(after[0] - before[1] for before, after in pairwise(found))
    heights = sorted(bottom - top for top, bottom in found)
    usual = heights[len(heights) // 2]
    apart = max(1.8 * gaps[len(gaps) // 3] if gaps else 0, 0.4 * usual)
    groups: list[list[tuple[int, int]]] = []
    for line in found:
        if groups and line[0] - groups[-1][-1][1] <= apart:
            groups[-1].append(line)
        else:
            groups.append([line])
    room = int(2.5 * picture.scale)
    edges = {
        line: (
            min(room, (line[0] - before[1]) // 2) if before else room,
            min(room, (after[0] - line[1]) // 2) if after else room,
        )
        for before, line, after in zip([None, *found[:-1]], found, [*found[1:], None], strict=True)
    }

    def part(top: tuple[int, int], bottom: tuple[int, int]) -> Picture:
        return picture.cut(0, top[0] - edges[top][0], picture.width, bottom[1] + edges[bottom][1])

    return [
        Block(
            picture=part(group[0], group[-1]),
            lines=tuple(part(line, line) for line in group),
            tall=frozenset(at for at, (top, bottom) in enumerate(group) if bottom - top >= 1.6 * usual),
        )
        for group in groups
    ]
