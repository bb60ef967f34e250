"""Acts: the operative verbs of the adopting body, with their class, addressees, action and deadlines."""

from mutabaa.reading.acts.find_acts import find_acts

__all__ = ["find_acts"]
