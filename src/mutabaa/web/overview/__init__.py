"""Where everything stands, at a glance: counted, over time, and since a meeting; each number leads to its rows."""
