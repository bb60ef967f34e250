"""Words from outside, such as a file's name, in a line of ours."""

# Control characters, and the direction overrides and isolates that words from outside may hold.
_STEERING = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def on_one_line(words: str) -> str:
    """The words on one line, without what could steer a terminal: control characters and direction overrides.

    >>> on_one_line("first\\n  line\\x1b[31m")
    'first line[31m'
    """
    return " ".join(words.split()).translate(_STEERING)
