"""Patterns compiled when a text first needs them.

A phrasebook holds a hundred and more; a page meets a dozen of its verbs. Compiling all of them would take longer than
reading the page.
"""

import re
from typing import Any, cast


def on_demand(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled at its first use. Raises re.error then, not now, where it is wrong.

    >>> on_demand("a+").match("aab").end()
    2
    """
    return cast(re.Pattern[str], _OnDemand(pattern))


class _OnDemand:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        # Python asks here only for what the object has not: each method is kept once it was asked for.
        found = getattr(re.compile(self.pattern), name)
        setattr(self, name, found)
        return found
