"""A record at its permanent address: a commitment's page, why it stands where it does, and what was ever said of it."""
