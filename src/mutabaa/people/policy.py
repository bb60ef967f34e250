"""The policy: what each role sees, and what it may do. Nothing else decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from mutabaa.register import Marking
from mutabaa.register.sight import Sight, up_to

Role = Literal["reader", "contributor", "analyst", "reviewer", "secretariat", "auditor"]
ROLES: tuple[Role, ...] = get_args(Role)
Deed = Literal[
    "add_text",
    "review",
    "cite",
    "record",
    "assess",
    "take_step",
    "adopt",
    "reply",
    "assign",
    "confirm",
    "share",
    "mark",
    "import",
    "export",
    "audit",
    "administer",
]
DEEDS: tuple[Deed, ...] = get_args(Deed)

_SEES: Mapping[Role, Marking] = {
    "reader": "internal",
    "contributor": "public",
    "analyst": "restricted",
    "reviewer": "restricted",
    "secretariat": "confidential",
    "auditor": "confidential",
}
_ANALYST: frozenset[Deed] = frozenset({"add_text", "review", "cite", "record", "assess", "export"})
_MAY: Mapping[Role, frozenset[Deed]] = {
    "reader": frozenset({"export"}),
    "contributor": frozenset({"cite", "reply", "confirm", "export"}),
    "analyst": _ANALYST,
    "reviewer": _ANALYST | {"take_step", "adopt"},
    "secretariat": frozenset(DEEDS) - {"reply", "confirm"},
    "auditor": frozenset({"export", "audit"}),
}


class NotAllowed(Exception):
    """Somebody may not do this. At a door it is told like what isn't there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Viewer:
    """Who looks at the register or changes it. `role` None: nobody signed in.

    `name`: the stable name under which they state things. `entity`: code of the actor for which a contributor speaks.
    `own`: the names of all who speak for it.
    """

    name: str = ""
    role: Role | None = None
    entity: str | None = None
    own: frozenset[str] = field(default_factory=frozenset)

    @property
    def sight(self) -> Sight:
        """What they see."""
        if self.role is None:
            return Sight()
        if self.role == "contributor":
            return Sight(upto=_SEES[self.role], entity=self.entity, own=self.own | {self.name})
        return Sight(upto=_SEES[self.role])

    def may(self, deed: Deed) -> bool:
        """Whether they may do this at all; on what, their sight says."""
        return self.role is not None and deed in _MAY[self.role]

    def must(self, deed: Deed) -> None:
        """Raises NotAllowed when they may not."""
        if not self.may(deed):
            raise NotAllowed(deed)

    def may_mark(self, marking: Marking) -> bool:
        """Nobody marks beyond what they see; a contributor's own they always see."""
        return self.role == "contributor" or (self.role is not None and marking in up_to(_SEES[self.role]))


ANONYMOUS = Viewer()


def at_the_terminal(name: str) -> Viewer:
    """Whoever holds the folder may do everything in it, and answers by the name they give."""
    return Viewer(name=name, role="secretariat")
