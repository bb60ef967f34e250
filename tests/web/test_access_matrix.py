"""Every route there is, for everybody there is, over every marking and relation: nobody is told what isn't for them.

The routes are those of the URL resolver; one without a policy, or with a part that isn't known here, fails. What may be
told is asked of `Sight.sees`, entry by entry, and of nothing else: each entry bears a word of its own, which must not
be in any answer to whom it isn't for, by whatever door: page, list, count, search, export, history, file, feed, API.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver

from mutabaa.people.accounts import invite, viewer_of
from mutabaa.people.admission import Policy, policy_of
from mutabaa.people.feeds import feed_token
from mutabaa.people.models import Account
from mutabaa.people.policy import ANONYMOUS, Role, Viewer
from mutabaa.register import MARKINGS, Assertion, Marking
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

ENTITY, OTHER = "actor/oic/icesco", "actor/oic/ircica"
PEOPLE: dict[str, tuple[Role, str]] = {
    "reader": ("reader", ""),
    "focal": ("contributor", ENTITY),
    "elsewhere": ("contributor", OTHER),
    "analyst": ("analyst", ""),
    "reviewer": ("reviewer", ""),
    "secretariat": ("secretariat", ""),
    "auditor": ("auditor", ""),
}
# within: what is marked is said of records that everybody sees.
RELATIONS = ("none", "shared", "own", "within")
SKELETON = ("kind", "part_of", "act")
# A word of every entry, so that a search finds what it may.
COMMON = "zqcommon"
# Queries by which a route tells more than it does without.
QUERIES = {"search": (f"?q={COMMON}", f"?q={COMMON}&by=meaning"), "found": (f"?q={COMMON}",)}
# Doors of every sort that tell the words of what may be told.
TELLING = {
    *("commitment", "record", "standing", "commitments", "overview", "where_everything_stands", "deadlines"),
    *("search", "found", "history", "record_history", "why", "why_status", "sources", "instruments"),
    *("data_matrix", "data_tables", "data_package", "data_texts", "data_register", "data_input_sheet"),
    "calendar_feed",
}
# Parts of routes that are no codes of records: a value that leads nowhere.
OTHERS = {
    "name": "reader",
    "secret": "no-such-secret",
    "uidb36": "1",
    "key": "no-such-key",
    "provider_id": "none",
    "pk": "1",
    "version": "en",
    "language": "en",
    "form": "csv",
}


@dataclass(frozen=True)
class Case:
    """A commitment that says one word in each of its entries."""

    marking: Marking
    relation: str

    @property
    def word(self) -> str:
        return f"zq{self.marking}{self.relation}"

    @property
    def instrument(self) -> str:
        return f"ZQ/{MARKINGS.index(self.marking)}{RELATIONS.index(self.relation)}"

    @property
    def codes(self) -> tuple[str, ...]:
        source = f"source/{MARKINGS.index(self.marking)}{RELATIONS.index(self.relation)}"
        return self.instrument, f"{self.instrument}/1", f"{self.instrument}/1.a", source

    def entries(self, at: datetime) -> Iterator[Assertion]:
        instrument, provision, commitment, source = self.codes
        words = {"language": "en", "text": f"{COMMON} {self.word}"}
        said: list[tuple[str, str, Any]] = [
            (instrument, "kind", "instrument"),
            (instrument, "title", words),
            (instrument, "note", f"{COMMON} {self.word}"),
            (provision, "kind", "provision"),
            (provision, "part_of", instrument),
            (provision, "wording", words),
            (source, "kind", "source"),
            (source, "title", words),
            (commitment, "kind", "commitment"),
            (commitment, "part_of", provision),
            (commitment, "act", {"act": "request", "reiterated": False}),
            (commitment, "addressee", {"basis": "stated", "names": {"en": f"{COMMON} {self.word}"}}),
            (
                commitment,
                "addressee",
                {"basis": "stated", "actor": ENTITY, "names": {"en": "The institution"}},
            ),
            (commitment, "action", words),
            (commitment, "due", {"kind": "date", "on": "2022-12-21"}),
            (commitment, "evidence", {"bearing": "supports", "words": f"{COMMON} {self.word}"}),
            (
                commitment,
                "assessment",
                {"level": 1, "reasons": f"{COMMON} {self.word}", "sources": [source]},
            ),
        ]
        by = "focal" if self.relation == "own" else "secretariat"
        for subject, says, value in said:
            yield Assertion(
                subject=subject,
                says=says,
                value=value,
                stated_by=by,
                recorded_at=at,
                source=source if subject == commitment else None,
                effective_on=PartialDate.from_iso("2022-10-01"),
                marking="public" if self.relation == "within" and says in SKELETON else self.marking,
            )
        if self.relation == "shared":
            for subject in self.codes:
                yield Assertion(
                    subject=subject,
                    says="shared_with",
                    value=ENTITY,
                    stated_by="secretariat",
                    recorded_at=at,
                    marking=self.marking,
                )


CASES = tuple(Case(marking, relation) for marking in MARKINGS for relation in RELATIONS)


@pytest.fixture
def everybody(register: Register) -> dict[str, tuple[Client, Viewer]]:
    """A register that holds every case, and a client for each person, signed in."""
    show(register)
    at = register.now()
    for name, (role, entity) in PEOPLE.items():
        invite(name, role, at, entity=entity)
    register.record(lambda at: [one for case in CASES for one in case.entries(at)])
    found = {"nobody": (Client(SERVER_NAME="127.0.0.1"), ANONYMOUS)}
    for name in PEOPLE:
        account, client = Account.objects.get(name=name), Client(SERVER_NAME="127.0.0.1")
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        found[name] = (client, viewer_of(account))
    return found


def routes() -> list[tuple[str, URLPattern]]:
    def below(patterns: list[Any], before: str) -> Iterator[tuple[str, URLPattern]]:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                yield before + str(pattern.pattern), pattern
            else:
                yield from below(pattern.url_patterns, before + str(pattern.pattern))

    return list(below(get_resolver().url_patterns, "/"))


def addresses(pattern: URLPattern, codes: tuple[str, ...]) -> list[str]:
    """The parts to fill a route with: each code of a record where it takes one."""
    parts = dict.fromkeys(pattern.pattern.converters, "")
    unknown = [part for part in parts if part != "code" and part not in OTHERS]
    assert unknown == [], f"{pattern.pattern}: what are {unknown}? Say so in OTHERS"
    return list(codes) if "code" in parts else [""]


def filled(route: str, code: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda part: code if part[1] == "code" else OTHERS[part[1]], route)


def told(answer: Any) -> str:
    """All that an answer says: pages as they are, archives and workbooks unpacked, headers too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{answer.headers}\n" + unpacked(content)


def unpacked(content: bytes) -> str:
    if content[:2] != b"PK":
        return content.decode("utf8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            [*archive.namelist(), *(unpacked(archive.read(name)) for name in archive.namelist())]
        )


def seen_by(viewer: Viewer, case: Case) -> bool:
    """Whether any entry of a case may be told, by the one rule there is."""
    any_entry = next(one for one in case.entries(datetime.now(UTC)) if one.says == "title")
    shared = case.relation == "shared" and viewer.entity == ENTITY
    return viewer.sight.sees(any_entry, shared=shared)


def policy(pattern: URLPattern) -> Policy:
    found = policy_of(pattern.callback)
    assert found is not None, f"{pattern.pattern} says nothing of who may come by it"
    return found


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
@pytest.mark.parametrize("public", [False, True], ids=["closed site", "public site"])
def test_nobody_is_told_what_is_not_for_them(
    everybody: dict[str, tuple[Client, Viewer]], public: bool
) -> None:
    leaks, asked, telling, doors = list[str](), 0, set[tuple[str, str]](), set[str]()
    for name, (client, viewer) in everybody.items():
        if public and name != "nobody":
            continue
        calendar = feed_token(viewer)
        hidden = [case for case in CASES if not seen_by(viewer, case)]
        shown = [case for case in CASES if seen_by(viewer, case)]
        # Of what is hidden every record; of what is shown the commitments, whose pages tell most of others.
        every_code = (*(code for case in hidden for code in case.codes), *(case.codes[2] for case in shown))
        for route, pattern in routes():
            if "GET" not in policy(pattern).methods or pattern.name in ("account_logout", "language"):
                continue
            for code in addresses(pattern, every_code):
                for query in QUERIES.get(str(pattern.name), ("",)):
                    with override_settings(PUBLIC_SITE=public):
                        # The address of a calendar is its holder's alone, and asks for no signing in.
                        known = route.replace("<str:secret>.ics", f"{calendar}.ics")
                        answer = client.get(filled(known, code) + query)
                    asked += 1
                    assert answer.status_code < 500, (name, route, code)
                    words = told(answer)
                    leaks += [f"{name} {route} {code}: {c.word}" for c in hidden if c.word in words]
                    told_here = {(name, case.word) for case in shown if case.word in words}
                    telling |= told_here
                    doors |= {str(pattern.name)} if told_here else set()
    print(f"{asked} answers, {len(leaks)} leaks")
    assert leaks == []
    # The doors do tell what may be told, so that the line above can fail.
    assert public or doors >= TELLING
    viewers = ["nobody"] if public else list(everybody)
    for name in viewers:
        viewer = everybody[name][1]
        closed = name == "nobody" and not public
        assert {word for who, word in telling if who == name} == (
            set() if closed else {case.word for case in CASES if seen_by(viewer, case)}
        )


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_absent_and_forbidden_are_the_same_answer(everybody: dict[str, tuple[Client, Viewer]]) -> None:
    differing = list[str]()
    for name, (client, viewer) in everybody.items():
        hidden = [case for case in CASES if not seen_by(viewer, case)]
        for route, pattern in routes():
            if "GET" not in policy(pattern).methods or "code" not in pattern.pattern.converters:
                continue
            if pattern.name == "language":
                continue
            absent = client.get(filled(route, "ZQ/99/1.a"))
            for case in (one for one in hidden if one.relation != "within"):
                answer = client.get(filled(route, case.codes[2]))
                if name == "nobody":
                    assert answer.status_code in (302, 401, 404)
                elif (answer.status_code, answer.content, answer.headers) != (
                    absent.status_code,
                    absent.content,
                    absent.headers,
                ):
                    differing.append(f"{name} {route} {case.word}: {answer.status_code}")
    assert differing == []


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_who_may_not_do_a_deed_changes_nothing_by_its_door(
    register: Register, everybody: dict[str, tuple[Client, Viewer]]
) -> None:
    size, opened = register.ledger.size, list[str]()
    for name, (client, viewer) in everybody.items():
        for route, pattern in routes():
            said = policy(pattern)
            if "POST" not in said.methods or said.admits(viewer):
                continue
            answer = client.post(filled(route, CASES[0].codes[2]), {})
            if answer.status_code not in (302, 401, 404):
                opened.append(f"{name} {route}: {answer.status_code}")
    assert opened == []
    assert register.ledger.size == size


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_form_that_somebody_elses_page_sent_does_nothing_by_any_door(
    register: Register, everybody: dict[str, tuple[Client, Viewer]]
) -> None:
    size, opened, asked = register.ledger.size, list[str](), set[str]()
    for name, (client, viewer) in everybody.items():
        client.handler.enforce_csrf_checks = True
        for route, pattern in routes():
            said = policy(pattern)
            if "POST" in said.methods and said.admits(viewer):
                asked.add(route)
                answer = client.post(filled(route, CASES[0].codes[2]), {})
                if answer.status_code != 403:
                    opened.append(f"{name} {route}: {answer.status_code}")
    assert opened == []
    assert asked == {route for route, pattern in routes() if "POST" in policy(pattern).methods}
    assert register.ledger.size == size


def test_every_route_says_who_may_come_by_it() -> None:
    for _, pattern in routes():
        policy(pattern)
        addresses(pattern, ())
