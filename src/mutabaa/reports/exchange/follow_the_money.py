"""Actors as FollowTheMoney entities, one JSON object a line, for the tools of investigators and data desks.

A State is a `PublicBody`, for the model has no State; who is a member of what is a `Membership`, and who came after
whom a `Succession`, each an entity of its own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from mutabaa.register.actors import Actor, Membership, name_of
from mutabaa.vocabulary import LANGUAGES

_SCHEMAS: Mapping[str, str] = {
    "state": "PublicBody",
    "organ": "PublicBody",
    "organization": "Organization",
    "movement": "Organization",
    "coalition": "Organization",
    "fund": "Organization",
    "mechanism": "Organization",
}
_OTHERWISE = "LegalEntity"


def entities(actors: Iterable[Actor]) -> Iterator[str]:
    """The lines, in the order of the actors; memberships and successions only between actors that are among them."""
    known = {actor.code: actor for actor in actors}
    for actor in known.values():
        yield _line(_id(actor.code), _SCHEMAS.get(actor.kind or "", _OTHERWISE), _properties(actor))
    for actor in known.values():
        for membership in actor.memberships:
            if membership.of in known:
                yield _membership(actor, membership)
        for successor in actor.succeeded_by:
            if successor in known:
                ends = {"predecessor": [_id(actor.code)], "successor": [_id(successor)]}
                yield _line(_id(actor.code, successor, "succession"), "Succession", ends)


def _properties(actor: Actor) -> Mapping[str, list[str]]:
    official = [name_of(actor, language) for language in LANGUAGES]
    names = [name for name in dict.fromkeys(official) if name != actor.code]
    borne = dict.fromkeys(name.text for name in actor.names)
    former = dict.fromkeys(name.text for name in actor.names if name.until and name.text not in names)
    aliases = [text for text in borne if text not in names and text not in former]
    told = {
        "name": names or [actor.code],
        "alias": aliases,
        "previousName": list(former),
        "notes": [actor.code],
    }
    return {name: values for name, values in told.items() if values}


def _membership(actor: Actor, one: Membership) -> str:
    told = {
        "member": [_id(actor.code)],
        "organization": [_id(one.of)],
        "role": [one.role],
        "startDate": [str(one.since)] if one.since else [],
        "endDate": [str(one.until)] if one.until else [],
    }
    return _line(
        _id(actor.code, one.of, one.role),
        "Membership",
        {name: values for name, values in told.items() if values},
    )


def _line(identifier: str, schema: str, properties: Mapping[str, list[str]]) -> str:
    return json.dumps(
        {"id": identifier, "schema": schema, "properties": properties}, ensure_ascii=False, sort_keys=True
    )


def _id(*codes: str) -> str:
    """The model's identifiers are plain: a code with slashes becomes its hash."""
    return "mutabaa-" + sha256("\x00".join(codes).encode()).hexdigest()[:24]
