"""Many words and phrases searched for at once, as whole words; in Arabic with what is written onto them."""

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick

from mutabaa.vocabulary import Language

# و ف ب ل ك are written onto the word that follows, و and ف also before one of the others.
_CLITICS = frozenset("وفبلك")
_CONJUNCTIONS = frozenset("وف")


# (start, end, which word of the list)
Found = tuple[int, int, int]


class WholeWords:
    """An index of folded words. In Arabic "ال" is also found as "لل", and after clitics, which are left out."""

    def __init__(self, words: Iterable[str], language: Language) -> None:
        self._arabic = language == "ar"
        listed = list(words)
        patterns, self._index = list(listed), list(range(len(listed)))
        if self._arabic:
            for index, word in enumerate(listed):
                if word.startswith("ال"):
                    patterns.append("ل" + word[1:])
                    self._index.append(index)
        # All that is searched for, "لل" too.
        self.written = tuple(patterns)
        self._search = AhoCorasick(patterns or ["\0"])

    def find(self, text: str) -> list[Found]:
        """(start, end, which) of every whole word, from left to right; of two that start together the longer first."""
        arabic = self._arabic
        # Most of what is found lies inside a word: that is seen without a call of `starts_word`.
        found = [
            (start, -end, index)
            for index, start, end in self._search.find_matches_as_indexes(text, overlapping=True)
            if not text[end : end + 1].isalnum()
            and (not start or not text[start - 1].isalnum() or (arabic and starts_word(text, start, arabic)))
        ]
        found.sort()
        return [(start, -end, self._index[index]) for start, end, index in found]


class WordLists:
    """Several lists of folded words, each with its own purpose, searched for in one pass."""

    def __init__(self, lists: Mapping[str, Iterable[str]], language: Language) -> None:
        self._names = list(lists)
        places: dict[str, list[tuple[str, int]]] = {}
        for name, words in lists.items():
            for index, word in enumerate(words):
                places.setdefault(word, []).append((name, index))
        self._words = WholeWords(places, language)
        self._places = list(places.values())

    def find(self, text: str) -> dict[str, list[Found]]:
        """For each list what `WholeWords.find` would give."""
        found: dict[str, list[Found]] = {name: [] for name in self._names}
        for start, end, word in self._words.find(text):
            for name, index in self._places[word]:
                found[name].append((start, end, index))
        return found


def starts_word(text: str, start: int, arabic: bool) -> bool:
    """Whether a word can start at this place of a folded text, in Arabic after what is written onto it."""
    if start == 0 or not text[start - 1].isalnum():
        return True
    if not arabic or text[start - 1] not in _CLITICS:
        return False
    if start == 1 or not text[start - 2].isalnum():
        return True
    return text[start - 2] in _CONJUNCTIONS and (start == 2 or not text[start - 3].isalnum())
