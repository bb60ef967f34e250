"""What an act that asks or binds somebody says, as statements: who asks whom for what, in which words, by when."""

from collections.abc import Iterator

from mutabaa.reading import Act, Quote, Reading
from mutabaa.register.canonical import Value
from mutabaa.review.aligned_text import AlignedAct
from mutabaa.review.due_rules import due_statement
from mutabaa.review.proposal import Proposed
from mutabaa.review.read_in import ReadIn
from mutabaa.vocabulary.names.actors import actor_code

# An article or a clitic before a name ("the ", "للـ") doesn't make it another.
_LONGEST_ARTICLE = 4


def commitment_statements(act: AlignedAct, read_in: ReadIn) -> Iterator[Proposed]:
    """One commitment."""
    language, lead = act.preferred(read_in.aligned.base)
    yield read_in.statement("kind", "commitment", because=lead.rule)
    yield read_in.statement("part_of", read_in.passage.code)
    # Its operative words are statements of their own, one a version.
    yield read_in.statement("act", {"act": lead.act, "reiterated": lead.reiterated}, because=lead.rule)
    if body := read_in.aligned.readings[language].body:
        yield read_in.statement("requester", body.value, because=body.rule)
    yield from _addressees(act, lead, read_in)
    for version, said in act.versions.items():
        yield read_in.statement(
            "wording", read_in.words(version, said.verb), because=said.rule, language=version
        )
        if said.action:
            yield read_in.statement(
                "action", read_in.words(version, said.action), because=said.rule, language=version
            )
    yield due_statement(act, lead, read_in)


def act_value(act: AlignedAct, read_in: ReadIn) -> dict[str, Value]:
    """Code, class and operative words of an act that is no record of its own, but part of its provision."""
    lead = next(iter(act.versions.values()))
    words: dict[str, Value] = {language: one.verb.text for language, one in act.versions.items()}
    places: dict[str, Value] = {
        language: read_in.place(language, one.verb) for language, one in act.versions.items()
    }
    return {
        "code": act.code,
        "act": lead.act,
        "reiterated": lead.reiterated,
        "words": words,
        "places": places,
    }


def _addressees(act: AlignedAct, lead: Act, read_in: ReadIn) -> Iterator[Proposed]:
    """Each addressee with its name in every version that names as many; a basis alone where nobody is named."""
    basis = lead.basis or "not_stated"
    because = lead.basis_rule or lead.rule
    if not lead.addressees:
        yield read_in.statement("addressee", {"basis": basis}, because=because)
    language = act.preferred(read_in.aligned.base)[0]
    for place, quote in enumerate(lead.addressees):
        quotes = {
            version: one.addressees[place]
            for version, one in act.versions.items()
            if len(one.addressees) == len(lead.addressees)
        }
        names: dict[str, Value] = {version: one.text for version, one in quotes.items()}
        places: dict[str, Value] = {version: read_in.place(version, one) for version, one in quotes.items()}
        value: dict[str, Value] = {"basis": basis, "names": names, "places": places}
        if actor := _actor(quote, read_in.aligned.readings[language]):
            value["actor"] = actor
        yield read_in.statement("addressee", value, because=because)


def _actor(quote: Quote, reading: Reading) -> str | None:
    """The address of the actor whose name the words are, if it is known; a name inside a longer one is another's."""
    for passage in reading.passages:
        for mention in passage.mentions:
            if mention.kind not in ("actor", "mechanism") or not mention.name:
                continue
            if mention.quote.end == quote.end and 0 <= mention.quote.start - quote.start <= _LONGEST_ARTICLE:
                return actor_code(mention.name)
    return None
