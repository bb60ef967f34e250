"""The product from a terminal: `mutabaa read`, `mutabaa report`, `mutabaa doctor`, `mutabaa schema`.

Exit codes: 0 all was done; 1 something could not be read, the rest was; 2 the command was not understood; 3 what was
made could not be written; 70 a defect of ours; 130 stopped from the keyboard.
"""

from mutabaa.cli.main import main

__all__ = ["main"]
