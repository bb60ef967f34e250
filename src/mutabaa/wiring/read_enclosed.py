"""Inside the sandbox: reads one file from standard input and answers in JSON. Only `read_upload.py` runs it."""

import json
import sys
from dataclasses import replace

from mutabaa.reading import read
from mutabaa.texts import Limits, Refusal, open_text
from mutabaa.texts.parse_apart import stay_within
from mutabaa.wiring.read_upload import READING_SECONDS, form


def main(name: str, limits: Limits) -> int:
    """Read, and say what came of it; the bytes stay where they came from."""
    stay_within(replace(limits, seconds=limits.seconds + READING_SECONDS))
    try:
        reading = read(open_text(sys.stdin.buffer.read(), name=name, limits=limits))
    except Refusal as reason:
        print(json.dumps({"refusal": {"kind": reason.problem.kind, "facts": reason.problem.facts}}))
        return 0
    text = replace(reading.official_text, source=replace(reading.official_text.source, content=b""))
    plain = form().dump_python(replace(reading, official_text=text), mode="json")
    print(json.dumps({"reading": plain}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Limits(**json.loads(sys.argv[2]))))
