"""The product from a terminal."""
