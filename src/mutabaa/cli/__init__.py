"""The product from a terminal: read a text, report on it, keep a register and say how things stand.

Exit codes: 0 all was done; 1 something could not be read, the rest was, or a register doesn't hold; 2 the command was
not understood; 3 what was made could not be written; 70 a defect of ours; 130 stopped from the keyboard.
"""

from mutabaa.cli.main import main

__all__ = ["main"]
