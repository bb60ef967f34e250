"""What the database itself refuses: to change, take out or replace a row that is kept for good.

A check in Python is passed by with `QuerySet.update()` or a terminal of the database; a trigger is not. SQLite's
`INSERT OR REPLACE` fires no DELETE trigger, hence the guard before every insert.
"""

from collections.abc import Iterator

# By which columns a row is told apart; several that do so together are joined by "+".
KEPT = {
    "assertion": ("number", "leaf"),
    "source_file": ("sha256",),
    "official_text": ("name",),
    "intake": ("id",),
    "proposal": ("id", "name"),
    "proposed_in": ("id", "intake_id+proposal_id"),
    "sent_reminder": ("id", "commitment+due+kind+recipient"),
    "decision": ("id", "proposal_id+number"),
}
# The words by which a refusal is known again.
REFUSAL = "kept for good"


def guards(vendor: str) -> Iterator[str]:
    """The statements that put the guards in place, for `sqlite` or `postgresql`."""
    if vendor == "sqlite":
        yield from _sqlite()
    elif vendor == "postgresql":
        yield from _postgresql()
    else:
        raise ValueError(f"no guards for {vendor}: SQLite and PostgreSQL are what is supported")


def _sqlite() -> Iterator[str]:
    for table, keys in KEPT.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is {REFUSAL}'); END"
        yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}"
        yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
        taken = " OR ".join(
            f"EXISTS (SELECT 1 FROM {table} WHERE {' AND '.join(f'{c} = NEW.{c}' for c in key.split('+'))})"
            for key in keys
        )
        yield f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}"
    yield (
        "CREATE TRIGGER assertion_in_order BEFORE INSERT ON assertion"
        " WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number) + 1, 0) FROM assertion)"
        " BEGIN SELECT RAISE(ABORT, 'assertion is numbered without gaps'); END"
    )


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN RAISE EXCEPTION '% is {REFUSAL}', TG_TABLE_NAME; END $$"
    )
    for table in KEPT:
        for trigger, event, each in (
            ("no_change", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        ):
            yield (
                f"CREATE TRIGGER {table}_{trigger} BEFORE {event} ON {table}"
                f" FOR EACH {each} EXECUTE FUNCTION refuse_change()"
            )
    yield (
        "CREATE FUNCTION number_in_order() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN IF NEW.number <> (SELECT COALESCE(MAX(number) + 1, 0) FROM assertion) THEN"
        " RAISE EXCEPTION 'assertion is numbered without gaps'; END IF; RETURN NEW; END $$"
    )
    yield (
        "CREATE TRIGGER assertion_in_order BEFORE INSERT ON assertion"
        " FOR EACH ROW EXECUTE FUNCTION number_in_order()"
    )
