"""Align language versions, compare readings; later the desk."""
