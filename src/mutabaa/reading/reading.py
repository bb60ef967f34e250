"""The result of reading one official text."""

from dataclasses import dataclass
from pathlib import PurePath

from mutabaa.reading.findings import Concern, Fact
from mutabaa.reading.passages import Passage
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import Language, act_code


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a text says, each finding with the rule that made it. `reader`: version of the reader and its phrasebooks.

    Facts that the text doesn't state are None. `kind`: `report`, `resolution`, `decision`, `communique`,
    `declaration`, `presidential_statement`, `agreement`, `letter` ... `date`: ISO, partial allowed. `meeting`: as
    written ("8719th meeting", "اجتماع فريق الاتصال المعني بمالي"). `body`: key of the adopting body (`oic`,
    `un/sc`, `un/ga` ...) when known, else its name as written.
    """

    official_text: OfficialText
    reader: str
    language: Language
    languages: tuple[Language, ...]
    body: Fact | None = None
    symbol: Fact | None = None
    title: Fact | None = None
    kind: Fact | None = None
    place: Fact | None = None
    date: Fact | None = None
    meeting: Fact | None = None
    passages: tuple[Passage, ...] = ()
    concerns: tuple[Concern, ...] = ()

    @property
    def address(self) -> str:
        """What every code begins with: the symbol, else the name of the file without its ending."""
        if self.symbol:
            return self.symbol.value
        return PurePath(self.official_text.source.name).stem.removesuffix(".akn")

    def code(self, passage: Passage, act: int | None = None) -> str:
        """The public address of a passage, or of its act-th act (0-based)."""
        if act is None:
            return f"{self.address}/{passage.path}"
        return act_code(self.address, passage.path, act)
