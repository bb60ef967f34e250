"""People: their accounts, their roles, and the one policy that says what each may see and do."""

# Nothing is imported here: Django reads this page before its settings are known.
