"""A register's folder: its tables (SQLite), its files, its secrets, and what it is called."""

import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from mutabaa.register import SigningKey

FOLDER_VARIABLE = "MUTABAA_REGISTER"
SQLITE, POSTGRESQL = "sqlite", "postgresql"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where everything of a register lies. `secret` is for nobody's eyes but the one who runs it."""

    path: Path

    @property
    def description(self) -> Path:
        return self.path / "register.toml"

    @property
    def database(self) -> Path:
        return self.path / "register.sqlite3"

    @property
    def files(self) -> Path:
        return self.path / "files"

    @property
    def verifier(self) -> Path:
        """The public half of the signing key: what others check a checkpoint with."""
        return self.path / "verifier.txt"

    @property
    def _secret(self) -> Path:
        return self.path / "secret"

    @property
    def exists(self) -> bool:
        return self.description.is_file()

    def engine(self) -> str:
        """What holds the tables: `sqlite` or `postgresql`."""
        return str(tomllib.loads(self.description.read_text(encoding="utf-8"))["tables"])

    def secret_key(self) -> str | None:
        """What sessions are signed with; None before `mutabaa init`."""
        try:
            return (self._secret / "django").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None

    def signing_key(self) -> SigningKey:
        """What checkpoints are signed with."""
        seed = bytes.fromhex((self._secret / "checkpoints").read_text(encoding="ascii"))
        return SigningKey(name=self.verifier.read_text(encoding="utf-8").split("+")[0], seed=seed)

    def make(self) -> None:
        """Folders, secrets and keys, each for this register alone. Raises FileExistsError where there is one.

        Secrets that are there, from a try that was cut off, are taken up: a key is never destroyed.
        """
        # What is confidential in it is so on a machine of many, too; also where the folder was there, open to all.
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.exists:
            raise FileExistsError(self.description)
        self.files.mkdir(mode=0o700, exist_ok=True)
        self._secret.mkdir(mode=0o700, exist_ok=True)
        _write_secret(self._secret / "django", secrets.token_urlsafe(64))
        _write_secret(self._secret / "checkpoints", secrets.token_hex(32))
        if not self.verifier.exists():
            seed = bytes.fromhex((self._secret / "checkpoints").read_text(encoding="ascii"))
            key = SigningKey(name=f"mutabaa.register/{secrets.token_hex(8)}", seed=seed)
            self.verifier.write_text(key.verifier + "\n", encoding="utf-8")

    def describe(self, engine: str) -> None:
        """Say what it is, once all is there: a folder with a description is a register."""
        # Its keeper may write a provider's secret into it.
        self.description.touch(mode=0o600)
        self.description.write_text(f'form = 1\ntables = "{engine}"\n', encoding="utf-8")


def _write_secret(path: Path, secret: str) -> None:
    """Readable by its owner from the first byte on. One that is there stays."""
    if path.exists():
        return
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secret)
