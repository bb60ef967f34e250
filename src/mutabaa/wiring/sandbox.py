"""A sandbox for what others upload: no network, no other files, no other processes, bounds on time and memory.

Bubblewrap gives it (Linux). Where it isn't there, or the machine forbids it, uploads from others are refused.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import mutabaa
from mutabaa.texts.tesseract import model_folder

# What programs and their libraries lie in; those that a machine lacks are left out.
_SYSTEM = ("/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/alternatives", "/etc/ld.so.cache", "/etc/fonts")
_PROBE_SECONDS = 10


@lru_cache(maxsize=1)
def is_there() -> bool:
    """Whether this machine can run a program in the sandbox. Asked once, by running one."""
    if shutil.which("bwrap") is None:
        return False
    try:
        ran = subprocess.run(
            enclosed([sys.executable, "-c", "import mutabaa"]),
            capture_output=True,
            timeout=_PROBE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def enclosed(command: Sequence[str]) -> list[str]:
    """A command line that runs another in the sandbox: it sees programs and nothing of anybody's."""
    return [
        "bwrap",
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--cap-drop",
        "ALL",
        # Before what is seen, which may lie in it.
        "--tmpfs",
        "/tmp",
        *_seen(),
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--chdir",
        "/tmp",
        "--clearenv",
        *_environment(),
        "--",
        *command,
    ]


def _seen() -> list[str]:
    """What can be read inside: the system's programs, Python, this package, the models for scanned pages."""
    ours = [Path(sys.prefix), Path(sys.base_prefix), Path(mutabaa.__file__).parent]
    if (models := model_folder()) is not None:
        ours.append(models)
    # A virtual environment is found by the name it was started under, too.
    folders = dict.fromkeys([*_SYSTEM, *(str(folder.resolve()) for folder in ours), sys.prefix])
    return [part for folder in folders if Path(folder).exists() for part in ("--ro-bind", folder, folder)]


def _environment() -> list[str]:
    models = model_folder()
    told = {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(mutabaa.__file__).resolve().parents[1]),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": "/tmp",
        "OMP_THREAD_LIMIT": "1",
    }
    if models is not None:
        told["MUTABAA_TESSDATA"] = str(Path(models).resolve())
    return [part for name, value in told.items() for part in ("--setenv", name, value)]
