"""The deadlines in somebody's own calendar, by an address that is theirs alone."""
