"""What every form does: what was typed is read, what is refused is said beside it, and what is recorded leads on."""
