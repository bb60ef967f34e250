"""What a deed answers when it can't be done. Each names a message; the doors say it in the reader's language."""


class NotThere(LookupError):
    """No such record, or none that this viewer sees: the two are told alike."""

    def __init__(self, code: str = "") -> None:
        super().__init__(code)
        self.code = code


class NotDone(ValueError):
    """What was asked can't be recorded as it stands. `kind` names a message, `facts` fill it in."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts
