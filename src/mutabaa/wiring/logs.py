"""What is written to the log: what happened and where in the program, never what it was about.

An address holds a code, a query the words that were searched for, an error the value it stumbled on: all of it may be
confidential. So a message is written as it stands in the program, its places unfilled, and of an error its kind and its
lines.
"""

import logging
import traceback


class WithoutContents(logging.Formatter):
    """A line an event: when, how bad, by whom, the message unfilled; after it the lines of the program."""

    def format(self, record: logging.LogRecord) -> str:
        """Nothing that a person wrote or asked for is in it."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {_unfilled(record)}"
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            frames = traceback.extract_tb(trace)
            where = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
            line += f" [{kind.__name__}] {where}"
        return line


def _unfilled(record: logging.LogRecord) -> str:
    """The message without its facts; of a message that was put together before it came here, only its status."""
    status = getattr(record, "status_code", None)
    shown = str(record.msg) if record.args else f"at {record.filename}:{record.lineno}"
    return f"{shown} (status {status})" if status else shown


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_contents": {"()": "mutabaa.wiring.logs.WithoutContents"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "without_contents"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers write addresses, and letters to administrators with the whole request.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        # An absent page is no event; one that is forbidden looks the same.
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
