"""Sources: which there are, a new one, one of them with its grades and what it bears on; and what it may bear on."""
