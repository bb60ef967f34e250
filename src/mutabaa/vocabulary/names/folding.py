"""One form for a name, however it is written: case, marks, Arabic letters, articles, elisions, dots in acronyms."""

import re
import unicodedata

# Letters that are one letter to whoever writes a name: forms of alef, final ya and ta, Persian letters on Arabic keys.
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ئ": "ي",
        "ی": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ـ": "",
    }
)
_ARTICLES = frozenset(("the", "of", "le", "la", "les", "de", "du", "des"))
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_ELISION = re.compile(r"\b([ldLD])['’ʼ´`]")
_WORD = re.compile(r"[^\W_]+")
# What may stand before a name without being part of it. Longer ones first; "لل" is ل and the article.
_ARABIC_CLITICS = ("وال", "ولل", "وب", "ول", "وك", "لل", "و", "ف", "ب", "ل", "ك")
_PREPOSITIONS = frozenset(("à", "a", "au", "aux", "en", "to", "by", "and", "et"))
_STATE_WORDS = frozenset(
    ("republic", "republique", "kingdom", "royaume", "state", "etat", "جمهوريه", "مملكه", "دوله")
)


def folded(name: str) -> str:
    """A name in the form in which names are compared; "" when it holds no letter or digit.

    >>> folded("L’Organisation de la Coopération islamique"), folded("O.I.C.")
    ('organisation cooperation islamique', 'oic')
    >>> folded("مُنظَّمة التعاون الإسلامي") == folded("منظمه التعاون الاسلامى")
    True
    """
    name = _ACRONYM.sub(lambda found: found.group().replace(".", ""), name)
    name = _ELISION.sub(r"\1e ", name)
    # Arabic letters first: decomposing would take the hamza from its alef as a mark, and leave others.
    name = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(_LETTERS))
    name = "".join(letter for letter in name if not unicodedata.combining(letter)).casefold()
    words = [_without_article(word) for word in _WORD.findall(name)]
    return " ".join([word for word in words if word not in _ARTICLES] or words)


def forms(words: str) -> tuple[str, ...]:
    """The forms under which a name met in a text may be known, the likeliest first.

    As it stands; without a conjunction or preposition before it (وللأمم, au Mali); without "Republic of" before it.

    >>> "امم متحده" in forms("وللأمم المتحدة")
    True
    """
    found = dict.fromkeys([folded(words)])
    first, _, rest = words.strip().partition(" ")
    bare = "".join(letter for letter in first if not unicodedata.combining(letter))
    for clitic in _ARABIC_CLITICS:
        if bare.startswith(clitic) and len(bare) > len(clitic) + 1:
            found.setdefault(folded(f"{bare[len(clitic) :]} {rest}"))
    if rest and first.casefold() in _PREPOSITIONS:
        found.setdefault(folded(rest))
    head, _, tail = folded(words).partition(" ")
    if tail and head in _STATE_WORDS:
        found.setdefault(tail)
    found.pop("", None)
    return tuple(found)


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 3 else word
