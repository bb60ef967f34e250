"""Akoma Ntoso 3.0 after the UN's profile (AKN4UN): the document whole, with the reading marked on its words.

What is read from such a file again is the same reading: the kinds, numbers and words of the passages, their acts,
instruments and codes, and the facts of the document; only the offsets differ, since they count another file's text.
"""

from mutabaa.reading.formats.akn_analysis import analysis
from mutabaa.reading.formats.akn_body import BodyWriter, Parts, parts_of
from mutabaa.reading.formats.akn_identity import Identity, identification, identity_of, slug
from mutabaa.reading.formats.akn_references import References
from mutabaa.reading.reading import Reading
from mutabaa.texts.read_before import NAMESPACE

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akoma_ntoso_of(reading: Reading) -> str:
    """The document as Akoma Ntoso XML, valid against the 3.0 schema."""
    identity, references = identity_of(reading), References(reading)
    parts, body = parts_of(reading.passages), BodyWriter(reading, references)
    text = body.preface(parts.preface) + body.preamble(parts.preamble)
    text += body.main_body(parts.main) + body.conclusions(parts.conclusions)
    text += _attachments(parts, body, identity)
    # The references are complete, and the elements have their names, only when the text is drawn.
    meta = identification(identity) + analysis(reading, body.eid_of) + references.xml()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<akomaNtoso xmlns="{_AKN}" xmlns:mutabaa="{NAMESPACE}">'
        f'<{identity.element} name="{slug(identity.kind)}"><meta>{meta}</meta>'
        f"{text}</{identity.element}></akomaNtoso>\n"
    )


def _attachments(parts: Parts, body: BodyWriter, identity: Identity) -> str:
    if not parts.annex:
        return ""
    drawn = body.main_body(parts.annex)
    meta = f"<meta>{identification(identity, 'main/annex')}</meta>"
    return f'<attachments><attachment><doc name="annex">{meta}{drawn}</doc></attachment></attachments>'
