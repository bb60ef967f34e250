"""The register leaves whole and comes back the same; what somebody doesn't see stays."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.register.said import COMMITMENT, said
from tests.store.test_story import AMINA, MISSION, NEWS, record, told

from mutabaa.desk.errors import NotDone
from mutabaa.desk.export import ENTRIES, MANIFEST, export_register
from mutabaa.desk.import_ import import_register
from mutabaa.people.policy import NotAllowed, Viewer, at_the_terminal
from mutabaa.register import verify
from mutabaa.register.merkle import leaf_hash
from mutabaa.reports.exchange.linked_data import OURS
from mutabaa.wiring import Register, make_register

OFFICER = at_the_terminal(AMINA)
READER = Viewer(name="Rachid", role="reader")


def exported(register: Register, viewer: Viewer = OFFICER) -> bytes:
    out = io.BytesIO()
    export_register(register, viewer, out)
    return out.getvalue()


def taken_in(content: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    # The other register is in SQLite, whatever the first one was in.
    monkeypatch.setenv("DATABASE_URL", "")
    other = make_register(folder)
    import_register(other, OFFICER, io.BytesIO(content))
    return other


def rewritten(content: bytes, name: str, change: tuple[bytes, bytes], *, hashes: bool = False) -> bytes:
    """The export with words of one part changed, and the manifest made to fit where asked."""
    from hashlib import sha256

    with ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert change[0] in parts[name]
    parts[name] = parts[name].replace(*change, 1)
    if hashes:
        manifest = json.loads(parts[MANIFEST])
        manifest["parts"][name] = sha256(parts[name]).hexdigest()
        parts[MANIFEST] = json.dumps(manifest).encode()
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for part, words in parts.items():
            archive.writestr(part, words)
    return out.getvalue()


def test_what_leaves_and_comes_back_is_the_same_to_the_byte(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(register)
    content, root, size = exported(register), register.ledger.root(), register.ledger.size
    assert exported(register) == content
    other = taken_in(content, tmp_path / "other", monkeypatch)
    assert (other.ledger.size, other.ledger.root()) == (size, root)
    assert exported(other) == content
    assert verify(other.ledger.kept()).fault is None
    assert other.files.damaged() == []
    before = other.computed()
    other.rebuild()
    assert other.computed() == before


def test_the_export_is_linked_data_whose_lines_are_the_entries(register: Register) -> None:
    told(register)
    with ZipFile(io.BytesIO(exported(register))) as archive:
        graph = json.loads(archive.read(ENTRIES))
        manifest = json.loads(archive.read(MANIFEST))
    assert graph["@context"]["@vocab"] == OURS
    kept = list(register.ledger.kept())
    assert [node["@id"] for node in graph["@graph"]] == [
        f"urn:mutabaa:entry:{one.leaf.hex()}" for one in kept
    ]
    assert (manifest["scope"], manifest["root"]) == ("whole", register.ledger.root().hex())


def test_who_does_not_see_everything_exports_a_part_that_says_so_and_tells_nothing_of_the_rest(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(register)
    (secret,) = record(
        register, "2023-04-01", said(MISSION, "note", "Told us in a corridor.", marking="confidential")
    )
    record(register, "2023-04-02", said(MISSION, "note", "It went.", corrects=secret))
    (hidden,) = record(
        register,
        "2023-04-03",
        said(
            MISSION,
            "assessment",
            {"level": 0, "reasons": "Not public.", "sources": [NEWS]},
            on="2023-04-03",
            marking="restricted",
        ),
    )
    record(register, "2023-04-04", said(MISSION, "judgement", {"assessment": hidden, "step": "reviewed"}))
    content = exported(register, READER)
    with ZipFile(io.BytesIO(content)) as archive:
        words = b"".join(archive.read(name) for name in archive.namelist())
        manifest = json.loads(archive.read(MANIFEST))
    for kept_back in (secret, hidden, "corridor", register.ledger.root().hex(), "Not public"):
        assert kept_back.encode() not in words
    assert b"It went." in words
    assert (manifest["scope"], manifest["root"]) == ("part", None)
    with pytest.raises(NotDone, match="export_is_a_part"):
        taken_in(content, tmp_path / "other", monkeypatch)


def test_informants_never_leave(register: Register) -> None:
    told(register)
    record(register, "2023-04-01", said(NEWS, "informant", "The guard at the gate", marking="confidential"))
    with ZipFile(io.BytesIO(exported(register))) as archive:
        assert b"guard" not in archive.read(ENTRIES)
        assert json.loads(archive.read(MANIFEST))["scope"] == "part"


def test_who_may_not_export_or_import_does_not(register: Register) -> None:
    with pytest.raises(NotAllowed):
        exported(register, Viewer())
    with pytest.raises(NotAllowed):
        import_register(register, READER, io.BytesIO(b""))


def test_nothing_is_taken_into_a_register_that_holds_something(register: Register) -> None:
    content = exported(register)
    record(register, "2023-04-01", said(COMMITMENT, "kind", "commitment"))
    with pytest.raises(NotDone, match="register_not_empty"):
        import_register(register, OFFICER, io.BytesIO(content))


TAMPERED = [
    ((b"The mission went", b"The mission left"), False, "export_tampered"),
    ((b"The mission went", b"The mission left"), True, "export_entry_false"),
    ((b"\n]}\n", b"\n"), True, "export_line_broken"),
    ((b'"@graph":[', b'"@graph": ['), True, "export_line_broken"),
]


def test_a_tampered_export_is_refused_and_nothing_of_it_stays(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(register)
    content = exported(register)
    monkeypatch.setenv("DATABASE_URL", "")
    other = make_register(tmp_path / "other")
    for change, hashes, kind in TAMPERED:
        with pytest.raises(NotDone, match=kind):
            import_register(other, OFFICER, io.BytesIO(rewritten(content, ENTRIES, change, hashes=hashes)))
        assert other.ledger.size == 0
    import_register(other, OFFICER, io.BytesIO(content))


def test_a_statement_that_this_version_does_not_know_is_refused_by_name(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(register, "2023-04-01", said(COMMITMENT, "note", "As it was."))
    content = exported(register)
    entry = next(register.ledger.kept()).content
    of_tomorrow = entry.replace(b'"says":"note"', b'"says":"omen"')
    renamed = rewritten(content, ENTRIES, (entry[1:], of_tomorrow[1:]), hashes=True)
    renamed = rewritten(
        renamed,
        ENTRIES,
        (leaf_hash(entry).hex().encode(), leaf_hash(of_tomorrow).hex().encode()),
        hashes=True,
    )
    with pytest.raises(NotDone) as refusal:
        taken_in(renamed, tmp_path / "other", monkeypatch)
    assert (refusal.value.kind, refusal.value.facts["says"]) == ("export_statement_unknown", "omen")


def test_what_is_no_export_is_refused(register: Register) -> None:
    for content in (b"", b"PK", b"not a zip at all", bytes(100)):
        with pytest.raises(NotDone, match="not_an_export"):
            import_register(register, OFFICER, io.BytesIO(content))


def test_a_part_that_lacks_a_file_is_refused(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(register)
    with ZipFile(io.BytesIO(exported(register))) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for part, words in parts.items():
            if not part.startswith("files/"):
                archive.writestr(part, words)
    with pytest.raises(NotDone, match="export_tampered"):
        taken_in(out.getvalue(), tmp_path / "other", monkeypatch)
