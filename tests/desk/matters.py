"""A small register to try the desk on: an instrument, its provision, a commitment with a deadline; and its people."""

from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Marking
from mutabaa.register.canonical import Value
from mutabaa.wiring import Register

SECRETARIAT = Viewer(name="amina", role="secretariat")
ANALYST = Viewer(name="yusuf", role="analyst")
ICESCO = "actor/oic/icesco"
CONTRIBUTOR = Viewer(name="lalla", role="contributor", entity=ICESCO, own=frozenset({"lalla"}))
REPORT, PROVISION, COMMITMENT = "OIC/X", "OIC/X/14", "OIC/X/14.a"


def record(register: Register, *said: tuple[str, str, Value], marking: Marking = "internal") -> None:
    register.record(
        lambda at: [
            Assertion(
                subject=subject,
                says=says,
                value=value,
                stated_by="amina",
                recorded_at=at,
                marking=marking,
            )
            for subject, says, value in said
        ]
    )


def commitment(register: Register, due: Value, code: str = COMMITMENT, marking: Marking = "internal") -> None:
    record(
        register,
        (code, "kind", "commitment"),
        (code, "part_of", PROVISION),
        (code, "due", due),
        (code, "action", {"language": "en", "text": "send a joint mission"}),
        (code, "action", {"language": "ar", "text": "إيفاد بعثة مشتركة"}),
        marking=marking,
    )


def report(register: Register) -> None:
    record(
        register,
        (REPORT, "kind", "instrument"),
        (PROVISION, "kind", "provision"),
        (PROVISION, "part_of", REPORT),
    )
