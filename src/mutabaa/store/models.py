"""The tables. Some are kept for good and refuse every change (guards.py); those named current_ are computed."""

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


class OfficialText(models.Model):
    """A text as it was read from a file, with its places: canonical bytes under their SHA-256."""

    name = models.CharField(max_length=64, primary_key=True)
    file = models.CharField(max_length=64)
    content = models.TextField()

    class Meta:
        db_table = "official_text"


class Intake(models.Model):
    """A text taken in: when, by whom, who may see it; which versions it had and where they differed (`content`)."""

    id = models.BigAutoField(primary_key=True)
    instrument = models.TextField()
    marking = models.CharField(max_length=16)
    taken_in_by = models.TextField()
    taken_in_at = models.DateTimeField()
    content = models.TextField()

    class Meta:
        db_table = "intake"
        indexes = (models.Index(fields=["instrument"], name="intake_instrument"),)


class Proposal(models.Model):
    """What a reader proposed: its canonical bytes under their SHA-256. Read again, the same text proposes the same.

    `sense`: what it says of its record, wherever that was read. `marking`: who may see it.
    """

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, unique=True)
    sense = models.CharField(max_length=64)
    instrument = models.TextField()
    subject = models.TextField()
    marking = models.CharField(max_length=16)
    content = models.TextField()
    proposed_at = models.DateTimeField()

    class Meta:
        db_table = "proposal"
        indexes = (models.Index(fields=["instrument", "sense"], name="proposal_instrument"),)


class ProposedIn(models.Model):
    """Which proposals an intake made, in their order. Those of an earlier one that a later doesn't make are stale."""

    id = models.BigAutoField(primary_key=True)
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT)
    place = models.IntegerField()

    class Meta:
        db_table = "proposed_in"
        constraints = (
            models.UniqueConstraint(fields=["intake", "proposal"], name="proposed_in_an_intake_once"),
        )


class Decision(models.Model):
    """What a person decided about a proposal, the `number`-th time; each takes the place of the one before it.

    `content`: what they accepted instead, why they set it aside, and the names of the entries recorded with it.
    """

    id = models.BigAutoField(primary_key=True)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT)
    number = models.IntegerField()
    decided_by = models.TextField()
    decided_at = models.DateTimeField()
    verdict = models.CharField(max_length=16)
    content = models.TextField()

    class Meta:
        db_table = "decision"
        constraints = (models.UniqueConstraint(fields=["proposal", "number"], name="decided_once"),)


class SentReminder(models.Model):
    """A reminder that went out: of what, due when, how long before or after, to whom. None goes out twice."""

    id = models.BigAutoField(primary_key=True)
    commitment = models.TextField()
    due = models.DateField()
    kind = models.CharField(max_length=16)
    recipient = models.TextField()
    sent_at = models.DateTimeField()

    class Meta:
        db_table = "sent_reminder"
        constraints = (
            models.UniqueConstraint(fields=["commitment", "due", "kind", "recipient"], name="reminded_once"),
        )


class Job(models.Model):
    """Work to be done, and who is at it until when (`leased_until`, microseconds since 1970). `taken`: how often."""

    name = models.CharField(max_length=200, primary_key=True)
    holder = models.CharField(max_length=64)
    leased_until = models.BigIntegerField()
    taken = models.IntegerField()
    done = models.BooleanField()

    class Meta:
        db_table = "job"


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


class CurrentStanding(models.Model):
    """How a commitment stands over stretches of both clocks, for those who see up to the markings lowest to highest.

    Exactly one row holds for a commitment, a moment and a marking at which it is seen. Instants are microseconds since
    1970, days are counted from 1 January of the year 1; both stretches leave out their end. Empty: not stated.
    `due` is an ISO date; `addressees` and `themes` are JSON lists.
    """

    code = models.TextField()
    lowest = models.SmallIntegerField()
    highest = models.SmallIntegerField()
    known_from = models.BigIntegerField()
    known_to = models.BigIntegerField()
    since = models.IntegerField()
    until = models.IntegerField()
    lifecycle = models.TextField()
    implementation = models.TextField()
    timeliness = models.TextField()
    evidence = models.TextField()
    judgement = models.TextField()
    instrument = models.TextField()
    provision = models.TextField()
    act = models.TextField()
    due = models.TextField()
    addressees = models.TextField()
    themes = models.TextField()
    marking = models.TextField()

    class Meta:
        db_table = "current_standing"
        indexes = (models.Index(fields=["code"], name="current_standing_code"),)


class CurrentGround(models.Model):
    """Which records the rules asked for when they said how a commitment stands: touch one, and it is computed anew."""

    code = models.TextField()
    rests_on = models.TextField()

    class Meta:
        db_table = "current_ground"
        indexes = (
            models.Index(fields=["code"], name="current_ground_code"),
            models.Index(fields=["rests_on"], name="current_ground_rests_on"),
        )


class CurrentFrontier(models.Model):
    """The whole subtrees under the ledger's root: one row, so that an entry is added without reading the others."""

    id = models.SmallIntegerField(primary_key=True)
    size = models.BigIntegerField()
    peaks = models.BinaryField()

    class Meta:
        db_table = "current_frontier"
