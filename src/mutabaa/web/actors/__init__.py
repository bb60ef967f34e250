"""Actors: found by any name in any of the languages; one of them with its names, its memberships, what it was asked."""
