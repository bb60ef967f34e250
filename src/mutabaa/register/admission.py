"""What a ledger asks of assertions before it takes them, the same for every ledger."""

from collections.abc import Callable, Sequence
from datetime import datetime

from mutabaa.register.assertion import Assertion, instant_text
from mutabaa.register.ledger import Entry, NotAdmitted
from mutabaa.register.statements import RETRACTION, check

Find = Callable[[str], Entry | None]
# Whether an assessment, an entry that the ledger holds, was adopted by an entry that it holds.
Adopted = Callable[[Entry], bool]


def admit(assertions: Sequence[Assertion], last: datetime | None, find: Find, adopted: Adopted) -> None:
    """Raises NotAdmitted or Misstated when the assertions may not follow what the ledger holds.

    `last`: when its latest entry was recorded. Everything in one act of recording bears one instant, later than all
    before it: else a moment in the past would see what wasn't known then.
    """
    if not assertions:
        return
    instant = assertions[0].recorded_at
    if last is not None and instant <= last:
        raise NotAdmitted("recorded_too_early", at=instant_text(instant), last=instant_text(last))
    for assertion in assertions:
        if assertion.recorded_at != instant:
            raise NotAdmitted("recorded_at_two_instants", at=instant_text(assertion.recorded_at))
        check(assertion)
        if assertion.corrects:
            wrong = _admit_correction(assertion, find)
            _leave_what_was_adopted(wrong, assertions, adopted)
        if assertion.says == "judgement":
            _admit_judgement(assertion, find)


def adopts(assertion: Assertion) -> str | None:
    """The name of the assessment that this adopts, if it does."""
    value = assertion.value
    if assertion.says != "judgement" or not isinstance(value, dict) or value.get("step") != "adopted":
        return None
    return str(value.get("assessment"))


def _leave_what_was_adopted(wrong: Entry, assertions: Sequence[Assertion], adopted: Adopted) -> None:
    """An adopted assessment stays as it is, and so does its adoption: who judges otherwise assesses anew."""
    if adopts(wrong.assertion):
        raise NotAdmitted("corrects_an_adoption", name=wrong.name)
    if wrong.assertion.says != "assessment":
        return
    if adopted(wrong) or any(adopts(assertion) == wrong.name for assertion in assertions):
        raise NotAdmitted("corrects_what_was_adopted", name=wrong.name)


def _admit_correction(assertion: Assertion, find: Find) -> Entry:
    """A correction cites an entry of the same record that says the same. Whether it is the first, the ledger knows."""
    assert assertion.corrects
    wrong = find(assertion.corrects)
    if wrong is None:
        raise NotAdmitted("corrects_nothing", name=assertion.corrects)
    if wrong.assertion.subject != assertion.subject:
        raise NotAdmitted("corrects_another_record", subject=assertion.subject, other=wrong.assertion.subject)
    if wrong.assertion.says == RETRACTION:
        # What was taken back is stated anew; else nobody could tell which of two wrongs is right.
        raise NotAdmitted("corrects_a_retraction", name=assertion.corrects)
    if assertion.says not in (wrong.assertion.says, RETRACTION):
        raise NotAdmitted("corrects_another_statement", says=assertion.says, other=wrong.assertion.says)
    return wrong


def _admit_judgement(assertion: Assertion, find: Find) -> None:
    """A second person reviews and adopts: nobody adopts what they assessed themselves."""
    assert isinstance(assertion.value, dict)
    assessment = find(assertion.value["assessment"])
    if assessment is None or assessment.assertion.says != "assessment":
        raise NotAdmitted("judges_no_assessment", name=str(assertion.value["assessment"]))
    if assessment.assertion.subject != assertion.subject:
        raise NotAdmitted(
            "judges_another_record", subject=assertion.subject, other=assessment.assertion.subject
        )
    if assertion.value["step"] == "adopted" and assessment.assertion.stated_by == assertion.stated_by:
        raise NotAdmitted("adopts_own_assessment", person=assertion.stated_by)
