"""What falls due: overdue, soon, later; done; and what waits for an event."""
