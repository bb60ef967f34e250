"""What the database itself refuses about accounts: to delete one, or to change the name it states under."""

from collections.abc import Iterator

REFUSAL = "an account is closed, never deleted, and keeps its name"


def guards(vendor: str) -> Iterator[str]:
    """The statements that put the guards in place, for `sqlite` or `postgresql`."""
    if vendor == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        yield f"CREATE TRIGGER account_no_delete BEFORE DELETE ON account {refuse}"
        yield (
            "CREATE TRIGGER account_keeps_name BEFORE UPDATE ON account"
            f" WHEN NEW.name IS NOT OLD.name OR NEW.id IS NOT OLD.id {refuse}"
        )
        # INSERT OR REPLACE deletes without a DELETE trigger.
        yield (
            "CREATE TRIGGER account_no_replace BEFORE INSERT ON account"
            f" WHEN EXISTS (SELECT 1 FROM account WHERE name = NEW.name OR id = NEW.id) {refuse}"
        )
    elif vendor == "postgresql":
        yield (
            "CREATE FUNCTION keep_account() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF TG_OP = 'UPDATE' THEN IF NEW.name = OLD.name AND NEW.id = OLD.id THEN RETURN NEW; END IF; END IF;"
            f" RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
        yield (
            "CREATE TRIGGER account_kept BEFORE UPDATE OR DELETE ON account"
            " FOR EACH ROW EXECUTE FUNCTION keep_account()"
        )
        yield (
            "CREATE TRIGGER account_no_truncate BEFORE TRUNCATE ON account"
            " FOR EACH STATEMENT EXECUTE FUNCTION keep_account()"
        )
    else:
        raise ValueError(f"no guards for {vendor}: SQLite and PostgreSQL are what is supported")
