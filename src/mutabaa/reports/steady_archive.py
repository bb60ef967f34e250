"""Office files are archives stamped with the hour of writing: give them the date of the report instead."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first day an archive can name; used where the report has no as-of date.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def without_a_clock(office_file: bytes, as_of: date | None) -> bytes:
    """The same file, created and modified on the as-of date; where none is given it says nothing of
    either."""
    out = BytesIO()
    with ZipFile(BytesIO(office_file)) as written, ZipFile(out, "w", ZIP_DEFLATED) as steady:
        for name in written.namelist():
            part = written.read(name)
            if name == "docProps/core.xml":
                part = _STAMPS.sub(lambda found: _stamp(found[1], as_of), part)
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            steady.writestr(entry, part)
    return out.getvalue()


def _stamp(which: bytes, as_of: date | None) -> bytes:
    if as_of is None:
        return b""
    day = as_of.isoformat().encode()
    return b'<dcterms:%s xsi:type="dcterms:W3CDTF">%sT00:00:00Z</dcterms:%s>' % (which, day, which)
