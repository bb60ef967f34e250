"""The list of commitments: where each stands on the five axes, fifty a page."""
