"""Read every text of a folder in this one process; print the speed and the memory it took as JSON."""

import json
import resource
import sys
import time
from pathlib import Path

# A measure needs no more files than these.
ENOUGH = 750


def main(folder: Path) -> None:
    from mutabaa.reading import read
    from mutabaa.texts import open_text

    files = sorted(folder.glob("*.txt"))
    files = files[:: max(1, len(files) // ENOUGH)]
    # Once, unmeasured, in each language: the phrasebooks are loaded and the patterns built.
    for language in ("ar", "en", "fr"):
        read(open_text(next(file for file in files if file.stem.endswith(language))))
    size = sum(file.stat().st_size for file in files)
    start = time.process_time()
    for file in files:
        read(open_text(file))
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    of = f"{size / 1e6:.1f} MB in {len(files)} files, opened and read"
    print(json.dumps({"speed": size / 1e6 / seconds, "memory": memory, "of": of}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
