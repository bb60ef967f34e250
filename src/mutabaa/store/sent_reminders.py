"""Which reminders went out, kept for good."""

from datetime import date, datetime

from mutabaa.store.models import SentReminder


class KeptReminders:
    """None goes out twice to the same person for the same day."""

    def sent(self, recipient: str) -> frozenset[tuple[str, date, str]]:
        """Commitment, day on which it is due, and kind of each that a person was sent."""
        rows = SentReminder.objects.filter(recipient=recipient).values_list("commitment", "due", "kind")
        return frozenset(rows)

    def keep(self, recipient: str, commitment: str, due: date, kind: str, at: datetime) -> None:
        """It went out."""
        SentReminder.objects.create(
            recipient=recipient, commitment=commitment, due=due, kind=kind, sent_at=at
        )
