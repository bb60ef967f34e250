"""Office files are archives stamped with the hour of writing: give them the date of the report instead."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first day an archive can name; used where the report has no as-of date.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def without_a_clock(office_file: bytes, as_of: date | None) -> bytes:
    """The same file, created and modified on the as-of date; where none is given it says nothing of
    either."""
    out = BytesIO()
    with ZipFile(BytesIO(office_file)) as written, ZipFile(out, "w", ZIP_DEFLATED) as steady:
        for name in written.namelist():
            part = written.read(name)
            if name == "docProps/core.xml":
                part = _STAMPS.sub(lambda found: _stamp(found, as_of), part)
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            steady.writestr(entry, part)
    return out.getvalue()


def _stamp(found: re.Match[bytes], as_of: date | None) -> bytes:
    # An empty date would be no date to a strict reader: the whole element goes.
    return found[1] + as_of.isoformat().encode() + b"T00:00:00Z" + found[3] if as_of else b""
