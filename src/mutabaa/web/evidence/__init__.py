"""What sources tell of a commitment: cited for it, what became of it, and which earlier one it takes up."""
