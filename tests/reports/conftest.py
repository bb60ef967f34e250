"""Lets the tests of this room import their hand-made readings and outlines (pytest imports test files without
a path)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
