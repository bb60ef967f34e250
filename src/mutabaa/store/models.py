"""The tables. Four are kept for good and refuse every change; those named current_ are computed and may be dropped."""

from django.db import models


class KeptAssertion(models.Model):
    """The ledger: canonical bytes in order, their leaf hash, the root of the tree that each entry completes."""

    number = models.BigIntegerField(primary_key=True)
    content = models.TextField()
    leaf = models.BinaryField(max_length=32, unique=True)
    root = models.BinaryField(max_length=32)

    class Meta:
        db_table = "assertion"


class SourceFile(models.Model):
    """A file the register holds: its bytes lie under their SHA-256, on the disk before this row says so."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        db_table = "source_file"


class Proposal(models.Model):
    """What a reader proposed: its canonical bytes under their SHA-256. Read again, the same text proposes the same."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, unique=True)
    instrument = models.TextField()
    subject = models.TextField()
    content = models.TextField()
    proposed_at = models.DateTimeField()

    class Meta:
        db_table = "proposal"
        indexes = (models.Index(fields=["instrument"], name="proposal_instrument"),)


class Decision(models.Model):
    """What a person decided about a proposal; `content` is what they accepted where it differs from the proposal."""

    id = models.BigAutoField(primary_key=True)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT)
    decided_by = models.TextField()
    decided_at = models.DateTimeField()
    verdict = models.CharField(max_length=16)
    content = models.TextField(default="")

    class Meta:
        db_table = "decision"


class CurrentSpan(models.Model):
    """Over which stretch of both clocks each entry counts. Instants are microseconds since 1970, UTC.

    `since`: the day from which it is so, 0001-01-01 for always. `term`: its value where that is one word.
    """

    number = models.BigIntegerField(primary_key=True)
    subject = models.TextField()
    says = models.TextField()
    term = models.TextField()
    since = models.DateField()
    known_from = models.BigIntegerField()
    known_to = models.BigIntegerField(null=True)
    marking = models.CharField(max_length=16)
    stated_by = models.TextField()

    class Meta:
        db_table = "current_span"
        indexes = (
            models.Index(fields=["subject", "number"], name="current_span_subject"),
            models.Index(fields=["says", "term", "number"], name="current_span_says"),
        )


class CurrentFrontier(models.Model):
    """The whole subtrees under the ledger's root: one row, so that an entry is added without reading the others."""

    id = models.SmallIntegerField(primary_key=True)
    size = models.BigIntegerField()
    peaks = models.BinaryField()

    class Meta:
        db_table = "current_frontier"
