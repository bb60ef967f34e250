"""What every page shares: the frame around it, its letters and colours, and how values are set in three languages."""
