"""Search: by words, in three languages at once, or by meaning; and the searches somebody keeps for themselves."""
