"""An assistant is told what its viewer may see, in the same words as the pages; and changes nothing."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.web.story import CONFIDENTIAL, MISSION, REPORT, follow_up, taken_in

from mutabaa.wiring import Register

mcp = pytest.importorskip("mcp")


@pytest.fixture
def told(register: Register) -> Register:
    taken_in(register)
    follow_up(register)
    return register


def asked(folder: Path, role: str, questions: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    """The answers of a server of its own, over standard input and output."""

    async def talk() -> list[Any]:
        there = mcp.StdioServerParameters(
            command=sys.executable,
            args=["-c", _RUN, "mcp", "--as-role", role, "--register", str(folder)],
        )
        async with (
            mcp.stdio_client(there) as (reading, writing),
            mcp.ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            return [await session.call_tool(name, facts) for name, facts in questions]

    return asyncio.run(talk())


_RUN = "from mutabaa.cli import main; main()"


def words(answer: Any) -> str:
    return "\n".join(part.text for part in answer.content)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_an_assistant_finds_a_commitment_and_where_it_stands(told: Register) -> None:
    found, whole, text, actor = asked(
        told.folder.path,
        "reader",
        [
            ("search", {"query": "mission"}),
            ("commitment", {"code": MISSION}),
            ("instrument_text", {"code": REPORT}),
            ("actor", {"name": "ISESCO"}),
        ],
    )
    assert MISSION.rpartition(".")[0] in words(found)
    assert json.loads(words(whole))["axes"]["implementation"]["value"] == "2"
    assert f"{REPORT}/14" in words(text)
    assert "actor/oic/icesco" in words(actor)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_an_assistant_for_the_public_is_told_nothing_internal(told: Register) -> None:
    listed, one, history = asked(
        told.folder.path,
        "public",
        [("commitments", {}), ("commitment", {"code": MISSION}), ("history", {"code": MISSION})],
    )
    assert json.loads(words(listed))["total"] == 0
    assert one.is_error and history.is_error
    assert CONFIDENTIAL not in words(listed) + words(one) + words(history)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_what_is_confidential_is_told_to_the_secretariat_alone(told: Register) -> None:
    (for_readers,) = asked(told.folder.path, "reader", [("history", {"code": MISSION})])
    (for_all,) = asked(told.folder.path, "secretariat", [("history", {"code": MISSION})])
    assert CONFIDENTIAL not in words(for_readers)
    assert CONFIDENTIAL in words(for_all)
