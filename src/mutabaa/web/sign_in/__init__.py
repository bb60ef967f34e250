"""Signing in and out, one's own account, and the links by which accounts are opened."""
