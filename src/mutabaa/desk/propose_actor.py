"""An actor that nobody knows is proposed; a person decides whether it is new, or another name of one that is there."""

import re
import unicodedata
from hashlib import sha256

from mutabaa.desk.actors import find, now
from mutabaa.desk.errors import NotDone
from mutabaa.people.policy import Viewer
from mutabaa.register import Marking
from mutabaa.register.canonical import Value
from mutabaa.review import Proposal
from mutabaa.review.decision import Intake
from mutabaa.review.proposal import Proposed
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names.actors import ActorKind, actor_code
from mutabaa.vocabulary.names.folding import folded
from mutabaa.wiring.register import Register

READER = "by hand"


def propose_actor(
    register: Register,
    viewer: Viewer,
    words: str,
    language: Language,
    *,
    kind: ActorKind | None = None,
    instrument: str = "",
    marking: Marking = "internal",
) -> Proposal:
    """Propose an actor under a name; nothing is recorded. `instrument`: the text in which it is named.

    Raises NotDone: `actor_known` when the name finds somebody, `actor_without_name` when it holds no letter.
    """
    viewer.must("add_text")
    if not folded(words):
        raise NotDone("actor_without_name", code="")
    if known := find(register, viewer, words):
        raise NotDone("actor_known", codes=" ".join(candidate.code for candidate in known))
    code = _free_code(register, viewer, words)
    naming: dict[str, Value] = {"language": language, "text": " ".join(words.split())}
    statements = [Proposed(says="kind", value="actor"), Proposed(says="name", value=naming)]
    if kind:
        statements.append(Proposed(says="actor_kind", value=kind))
    proposal = Proposal(
        subject=code,
        instrument=instrument or code,
        reader=READER,
        statements=tuple(statements),
        marking=marking,
    )
    with register.ledger.turn():
        intake = Intake(
            instrument=proposal.instrument,
            marking=marking,
            by=viewer.name,
            at=register.now(),
            versions=(),
        )
        register.proposals.keep(intake, [proposal])
    return proposal


def _free_code(register: Register, viewer: Viewer, words: str) -> str:
    """An address from the name, where that is in Latin letters; else from its hash. Never one that is taken."""
    slug = _latin(folded(words)) or sha256(folded(words).encode()).hexdigest()[:12]
    state = register.state(now(register), viewer.sight)
    code, number = actor_code(slug), 1
    while state.record(code).entries:
        number += 1
        code = actor_code(f"{slug}_{number}")
    return code


def _latin(form: str) -> str:
    latin = all(not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN") for letter in form)
    return re.sub(r"[^a-z0-9]+", "_", form).strip("_")[:80] if latin else ""
