"""Focal points: an entity is asked to answer for a commitment, and confirms or refuses."""
