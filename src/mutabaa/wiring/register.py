"""The open register: its ledger, its files, its proposals, its key, and the one clock that is read."""

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mutabaa.register import Assertion, Checkpoint, Entry, State
from mutabaa.register.sight import Sight
from mutabaa.register.state import Span
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.folder import FOLDER_VARIABLE, POSTGRESQL, SQLITE, Folder

if TYPE_CHECKING:
    from mutabaa.store.board import Board
    from mutabaa.store.files import KeptFiles
    from mutabaa.store.listing import Boards
    from mutabaa.store.proposals import KeptProposals
    from mutabaa.store.table_ledger import TableLedger
    from mutabaa.store.texts import KeptTexts

SETTINGS = "mutabaa.wiring.settings"
Clock = Callable[[], datetime]
_Answer = TypeVar("_Answer")


def the_clock() -> datetime:
    """The machine's clock, read here and nowhere below."""
    return datetime.now(UTC)


class NoRegister(Exception):
    """A folder that holds no register, or whose tables are elsewhere. `kind` names a message."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts


@dataclass(frozen=True, kw_only=True)
class Register:
    """A register that people keep. One process, one register."""

    folder: Folder
    ledger: "TableLedger"
    files: "KeptFiles"
    proposals: "KeptProposals"
    texts: "KeptTexts"
    boards: "Boards"
    clock: Clock

    def now(self) -> datetime:
        """The instant at which something is recorded: the clock's, and in any case after the last entry's."""
        instant = self.clock()
        last = self.ledger.last()
        if last is not None:
            # A clock that was set back must not stop the work, nor change what was known before.
            instant = max(instant, last.entry().assertion.recorded_at + timedelta(microseconds=1))
        return instant

    def record(self, said_at: Callable[[datetime], Sequence[Assertion]]) -> tuple[Entry, ...]:
        """Record what people said, all of it at one instant, which `said_at` is given. Raises NotAdmitted, Misstated.

        The instant is read when it is this writer's turn, so that of two who record at once the second comes after.
        """
        with self.ledger.turn():
            return self.ledger.append(said_at(self.now()))

    def state(self, moment: Moment, sight: Sight) -> State:
        """The records at a moment, as far as somebody sees them."""
        from mutabaa.store.table_state import TableState

        return TableState(moment, sight)

    def board(self, moment: Moment, sight: Sight) -> "Board":
        """Every commitment that somebody sees at a moment, in columns: what lists and counts are made of."""
        return self.boards.board(moment, sight)

    def once(self, name: Hashable, moment: Moment, sight: Sight, compute: Callable[[], _Answer]) -> _Answer:
        """What somebody sees at a moment, computed once as long as nothing is recorded. `name` says all that it depends
        on besides."""
        return self.boards.once(name, moment, sight, compute)

    def told(self, subjects: Sequence[str], sight: Sight, known_by: datetime) -> Sequence[Span]:
        """Every entry ever said of these records that somebody sees, retractions too, as known by an instant."""
        from mutabaa.store.table_history import told

        return told(subjects, sight, known_by)

    def rebuild(self) -> int:
        """Make the computed tables anew; how many entries they were made from. Raises NotAnAssertion."""
        from mutabaa.store.rebuild import rebuild

        return rebuild(self.ledger)

    def computed(self) -> str:
        """A digest of the computed tables: the same after rebuilding, unless something had gone wrong."""
        from mutabaa.store.rebuild import digest

        return digest()

    def checkpoint(self) -> str:
        """A signed checkpoint of the ledger as it is now."""
        key = self.folder.signing_key()
        size, root = self.ledger.size, self.ledger.root()
        return key.signed(Checkpoint(origin=key.name, size=size, root=root))


def make_register(path: Path, clock: Clock = the_clock) -> Register:
    """A new register in a folder: secrets, keys, tables, guards. Raises FileExistsError where there is one, NoRegister
    when the tables can't be made."""
    folder = Folder(path)
    folder.make()
    if not os.environ.get("DATABASE_URL"):
        # SQLite gives its journals the mode of the file they belong to.
        folder.database.touch(mode=0o600)
    _set_up(folder)
    from django.core.management import call_command

    with _reached():
        call_command("migrate", verbosity=0, interactive=False)
    folder.describe(POSTGRESQL if os.environ.get("DATABASE_URL") else SQLITE)
    return _opened(folder, clock)


def open_register(path: Path, clock: Clock = the_clock) -> Register:
    """The register in a folder. Raises NoRegister."""
    folder = Folder(path)
    if not folder.exists:
        raise NoRegister("no_register", path=str(path))
    if (folder.engine() == POSTGRESQL) != bool(os.environ.get("DATABASE_URL")):
        raise NoRegister("tables_elsewhere", path=str(path), tables=folder.engine())
    _set_up(folder)
    from mutabaa.wiring.versions import tables_are_of

    with _reached():
        of = tables_are_of()
    if of != "this":
        raise NoRegister(f"tables_{of}", path=str(path))
    return _opened(folder, clock)


def upgrade_register(path: Path, clock: Clock = the_clock) -> Register:
    """The register in a folder, its tables brought to this version's form. Raises NoRegister."""
    try:
        return open_register(path, clock)
    except NoRegister as refusal:
        if refusal.kind != "tables_older":
            raise
    from django.core.management import call_command

    with _reached():
        call_command("migrate", verbosity=0, interactive=False)
    return open_register(path, clock)


def _opened(folder: Folder, clock: Clock) -> Register:
    from mutabaa.store.files import KeptFiles
    from mutabaa.store.listing import Boards
    from mutabaa.store.proposals import KeptProposals
    from mutabaa.store.table_ledger import TableLedger
    from mutabaa.store.texts import KeptTexts

    ledger = TableLedger()
    return Register(
        folder=folder,
        ledger=ledger,
        files=KeptFiles(folder.files),
        proposals=KeptProposals(),
        texts=KeptTexts(),
        boards=Boards(ledger),
        clock=clock,
    )


@contextmanager
def _reached() -> Iterator[None]:
    """Tables that can't be reached are a matter of the machine, told as such. Raises NoRegister."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    try:
        yield
    except (OperationalError, ImproperlyConfigured) as unreachable:
        # The latter when psycopg isn't installed.
        reason = " ".join(str(unreachable).split()) or type(unreachable).__name__
        raise NoRegister("tables_unreachable", reason=reason) from unreachable


def _set_up(folder: Folder) -> None:
    """Django on this register. Another one opened in the same process takes its place. Raises NoRegister."""
    from mutabaa.wiring.databases import NotADatabase, database
    from mutabaa.wiring.options import NotAnOption, options

    secret = folder.secret_key()
    if not secret:
        raise NoRegister("no_secret", path=str(folder.path))
    try:
        options(folder)
        described = {"default": database(folder, os.environ.get("DATABASE_URL"))}
    except NotADatabase as refusal:
        raise NoRegister("no_such_database", reason=str(refusal)) from refusal
    except NotAnOption as refusal:
        raise NoRegister("option_impossible", reason=str(refusal)) from refusal
    import django
    from django.conf import settings
    from django.db import connections

    os.environ[FOLDER_VARIABLE] = str(folder.path)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    if not settings.configured:
        django.setup()
        return
    # What is signed and encrypted is so by the secret of the register it belongs to.
    settings.SECRET_KEY = secret
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings(described)["default"]
