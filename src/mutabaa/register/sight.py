"""What somebody may see of the register. Given to whoever reads; there is no reading without it."""

from dataclasses import dataclass, field

from mutabaa.register.assertion import MARKINGS, Assertion, Marking

# What an entity sees of a record that was shared with it.
SHARED_UP_TO: Marking = "internal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """Which entries are seen: all marked up to a marking, what is shared with an entity, and one's own.

    `upto`: the strictest marking that is seen everywhere. `entity`: code of the actor for which somebody speaks; on
    records shared with it, entries up to internal are seen. `own`: the names under which they and their entity state
    things; what they said themselves they see, however it is marked.
    """

    upto: Marking = "public"
    entity: str | None = None
    own: frozenset[str] = field(default_factory=frozenset)

    @property
    def markings(self) -> tuple[Marking, ...]:
        """All that is seen everywhere."""
        return up_to(self.upto)

    @property
    def is_plain(self) -> bool:
        """Whether the marking alone decides."""
        return self.entity is None and not self.own

    def sees(self, assertion: Assertion, *, shared: bool) -> bool:
        """Whether this is seen; `shared`: whether its record is shared with the entity."""
        if assertion.marking in self.markings or assertion.stated_by in self.own:
            return True
        return shared and self.entity is not None and assertion.marking in up_to(SHARED_UP_TO)


def up_to(marking: Marking) -> tuple[Marking, ...]:
    """A marking and all that are less strict.

    >>> up_to("internal")
    ('public', 'internal')
    """
    return MARKINGS[: MARKINGS.index(marking) + 1]


def strictest(*markings: Marking) -> Marking:
    """What rests on a restricted source is restricted itself.

    >>> strictest("internal", "restricted", "public")
    'restricted'
    """
    return max(markings, key=MARKINGS.index)


# Whoever holds the folder holds everything in it: the terminal.
EVERYTHING = Sight(upto="confidential")
PUBLIC = Sight()
