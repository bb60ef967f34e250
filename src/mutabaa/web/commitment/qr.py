"""A QR code as a drawing within the page: nothing is fetched, and it is as sharp as the printer."""

from functools import lru_cache
from itertools import groupby

from markupsafe import Markup
from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]
from qrcode.main import QRCode  # type: ignore[import-untyped]

_BORDER = 2
# Readers read every mask; to try all eight for the most even one takes longer than the rest of the page.
_MASK = 2


@lru_cache(maxsize=1_000)
def qr_code(address: str, label: str) -> Markup:
    """The address as an SVG element that a screen reader knows by its label."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=_BORDER, mask_pattern=_MASK)
    code.add_data(address)
    code.make()
    rows = code.get_matrix()
    path = "".join(_row(y, row) for y, row in enumerate(rows))
    return Markup(
        '<svg role="img" aria-label="{}" xmlns="http://www.w3.org/2000/svg" width="{}mm" height="{}mm"'
        ' viewBox="0 0 {} {}"><path d="{}" fill="#000000"/></svg>'
    ).format(label, len(rows), len(rows), len(rows), len(rows), path)


def _row(y: int, cells: list[bool]) -> str:
    """The dark stretches of a row."""
    drawn, x = "", 0
    for dark, stretch in groupby(cells):
        width = len(list(stretch))
        drawn += f"M{x} {y}h{width}v1h-{width}z" if dark else ""
        x += width
    return drawn
