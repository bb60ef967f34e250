"""How official texts cite one another: by number, by symbol, by title, by the session that adopted them."""
