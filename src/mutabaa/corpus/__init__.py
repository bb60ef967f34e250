"""Many texts at once: the reader over a folder of files, on every core, one bad file costing only itself."""

from mutabaa.corpus.folder import Assignment, files_of, readable, targets_in
from mutabaa.corpus.outcome import Outcome
from mutabaa.corpus.read_many import read_many

__all__ = ["Assignment", "Outcome", "files_of", "read_many", "readable", "targets_in"]
