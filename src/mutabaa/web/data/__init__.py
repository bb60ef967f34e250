"""Data: the register taken out in the forms of other programs, and the matrix edited elsewhere brought back."""
