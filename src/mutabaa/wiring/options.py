"""What its keeper says of a register: where it is reached, whether the public may read, who vouches for people, how
letters go out. In register.toml, or in the environment, which comes first."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from mutabaa.wiring.folder import Folder

ADDRESS = "http://127.0.0.1:8000"


class NotAnOption(ValueError):
    """An option that says what can't be. str() says which, in English."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Provider:
    """An OpenID Connect provider. `issuer`: its address; `secret` is for it and us alone."""

    id: str
    name: str
    issuer: str
    client_id: str
    secret: str

    @property
    def origin(self) -> str:
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """How letters go out: to the terminal when there is no `host`."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    encryption: str = ""
    sender: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Everything that is said of a register. `proxies`: how many servers of ours a request passes before us."""

    address: str = ADDRESS
    public: bool = False
    proxies: int = 0
    providers: tuple[Provider, ...] = ()
    mail: Mail = Mail()

    @property
    def parts(self) -> SplitResult:
        return urlsplit(self.address)

    @property
    def is_https(self) -> bool:
        return self.parts.scheme == "https"

    @property
    def hosts(self) -> list[str]:
        """Names by which it may be asked for; on this machine, each name that the machine has for itself."""
        host = self.parts.hostname or ""
        loopback = ["127.0.0.1", "localhost", "[::1]"]
        return loopback if host in ("127.0.0.1", "localhost", "::1") else [host]


def options(folder: Folder, environment: Mapping[str, str] = os.environ) -> Options:
    """The options of a register. Raises NotAnOption."""
    said = _described(folder)
    address = (environment.get("MUTABAA_ADDRESS") or str(said.get("address", ADDRESS))).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise NotAnOption(f"address: {address!r} is not like https://register.example.org")
    proxies = environment.get("MUTABAA_PROXIES") or str(
        said.get("proxies", 1 if parts.scheme == "https" else 0)
    )
    if not proxies.isdecimal():
        raise NotAnOption(f"proxies: {proxies!r} is not a number")
    return Options(
        address=address,
        public=_yes(environment.get("MUTABAA_PUBLIC") or said.get("public", False)),
        proxies=int(proxies),
        providers=tuple(_provider(id, one, environment) for id, one in said.get("oidc", {}).items()),
        mail=_mail(
            environment.get("MUTABAA_MAIL", ""), environment.get("MUTABAA_MAIL_FROM", ""), parts.hostname
        ),
    )


def is_said(folder: Folder, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody said by which address the register is reached. Raises NotAnOption."""
    return bool(environment.get("MUTABAA_ADDRESS") or _described(folder).get("address"))


def _described(folder: Folder) -> dict[str, Any]:
    try:
        return tomllib.loads(folder.description.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise NotAnOption(f"register.toml: {broken}") from broken


def _yes(written: object) -> bool:
    if isinstance(written, bool):
        return written
    if str(written).lower() in ("1", "true", "yes"):
        return True
    if str(written).lower() in ("0", "false", "no"):
        return False
    raise NotAnOption(f"public: {written!r} is neither true nor false")


def _provider(id: str, said: Any, environment: Mapping[str, str]) -> Provider:
    """A table [oidc.<id>]. Its secret had better stand in MUTABAA_OIDC_<ID>_SECRET."""
    variable = f"MUTABAA_OIDC_{id.upper().replace('-', '_')}_SECRET"
    try:
        secret = environment.get(variable) or said["secret"]
        found = Provider(
            id=id,
            name=said.get("name", id),
            issuer=said["issuer"].rstrip("/"),
            client_id=said["client_id"],
            secret=secret,
        )
    except (KeyError, TypeError, AttributeError) as missing:
        raise NotAnOption(f"oidc.{id}: needs issuer, client_id, and its secret in {variable}") from missing
    if not id.replace("-", "").isalnum() or urlsplit(found.issuer).scheme not in ("https", "http"):
        raise NotAnOption(f"oidc.{id}: its issuer is an https:// address")
    return found


def _mail(url: str, sender: str, host: str) -> Mail:
    """From smtp://user:password@host:587 (STARTTLS), smtps:// (TLS from the first byte) or smtp+plain://."""
    sender = sender or f"mutabaa@{host}"
    if not url:
        return Mail(sender=sender)
    parts = urlsplit(url)
    kinds = {"smtp": ("starttls", 587), "smtps": ("tls", 465), "smtp+plain": ("", 25)}
    if parts.scheme not in kinds or not parts.hostname:
        raise NotAnOption("MUTABAA_MAIL is not like smtp://user:password@host:587")
    encryption, usual = kinds[parts.scheme]
    return Mail(
        host=parts.hostname,
        port=parts.port or usual,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        encryption=encryption,
        sender=sender,
    )
