"""Run one contender over a folder of texts in a process of its own; print speed and memory as JSON."""

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.contenders import CONTENDERS


def main(name: str, folder: Path) -> None:
    texts = sorted(folder.glob("*.txt"))
    start = time.perf_counter()
    contender = CONTENDERS[name]()
    found = sum(contender(file) for file in texts[:3])
    ready = time.perf_counter() - start
    start = time.process_time()
    for file in texts:
        found += contender(file)
    seconds = time.process_time() - start
    size = sum(file.stat().st_size for file in texts) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"speed": size / seconds, "memory": memory, "ready": ready, "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
