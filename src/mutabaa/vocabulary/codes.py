"""Codes: public addresses of paragraphs and acts, the same in every language.

`OIC/ACM-2017/MALI-REP/14.a` is the first act of paragraph 14 of that report; `A/RES/79/1/OP3.b` isn't used: a
paragraph is named by its number alone, whatever script or style printed it.
"""

import string


def act_letter(index: int) -> str:
    """Letter of the index-th act of a paragraph (0-based): a … z, aa, ab …

    >>> act_letter(0), act_letter(25), act_letter(26)
    ('a', 'z', 'aa')
    """
    letters = ""
    index += 1
    while index:
        index, last = divmod(index - 1, 26)
        letters = string.ascii_lowercase[last] + letters
    return letters


def act_code(symbol: str, path: str, index: int) -> str:
    """Code of an act: symbol of the instrument, path of the paragraph ("14", "3/a/ii"), letter of the act.

    >>> act_code("OIC/ACM-2017/MALI-REP", "14", 0)
    'OIC/ACM-2017/MALI-REP/14.a'
    """
    return f"{symbol}/{path}.{act_letter(index)}"
